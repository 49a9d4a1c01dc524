/// Where the state of the last build stands, and how it is written down.
extension BuildState {
  /// The format, which any change of what is written gives another number.
  private static let name = "breakeven state 5"

  /// What stands behind the hash in a state of any format, and before its number.
  private static let mark = Array("breakeven state ".utf8)

  /// Where the state of an output stands: beside it, hidden, and never published.
  package static func path(of output: String) throws(OutputError) -> String {
    let (parent, name) = SiteFolder(path: try LinuxCalls.realPath(output)).parts
    return parent == "/" ? "/.\(name).state" : "\(parent)/.\(name).state"
  }

  /// Reads the state of an output; `nil` if there is none that can be relied on.
  package init?(of output: String) {
    guard let path = try? Self.path(of: output), !LinuxCalls.isLink(path),
      let bytes = try? LinuxCalls.read(path)
    else { return nil }
    self.init(reading: bytes)
  }

  /// Writes the state of an output in one step.
  ///
  /// - Throws: ``OutputError``, also where somebody's own file has its name.
  package func save(for output: String) async throws(OutputError) {
    let path = try Self.path(of: output)
    try Self.clearAway(path)
    let new = "\(path).new"
    do {
      try await LinuxCalls.createFile(new) { file throws(OutputError) in
        // The room of the hash, which is known last.
        try LinuxCalls.writeAll(Array(repeating: 0, count: FileHash.size), to: file, path: new)
        let hash = try await write { piece throws(OutputError) in
          try LinuxCalls.writeAll(piece, to: file, path: new)
        }
        try LinuxCalls.writeAll(hash.digest, over: file, path: new)
      }
      try LinuxCalls.move(new, to: path)
    } catch {
      // Half of one could not be told from somebody's file.
      try? LinuxCalls.remove(new)
      throw error
    }
  }

  /// Removes a state, and what a killed build left of one.
  private static func clearAway(_ path: String) throws(OutputError) {
    try checkIsReplaceable(path)
    for path in [path, "\(path).new"] where try LinuxCalls.entry(at: path) != .nothing {
      try LinuxCalls.remove(path)
    }
  }

  /// Refuses to let a build replace a file that is no state, beside an output.
  ///
  /// - Parameter path: The file, which need not be there.
  /// - Throws: ``OutputError/notOurs(_:)``.
  static func checkIsReplaceable(_ path: String) throws(OutputError) {
    for path in [path, "\(path).new"] where try LinuxCalls.entry(at: path) != .nothing {
      guard isState(path) else { throw .notOurs(path) }
    }
  }

  /// Whether a file is a state of any format, or holds nothing, as after a machine has stopped.
  private static func isState(_ path: String) -> Bool {
    // Behind the hash comes the length of the name, a byte.
    let start = FileHash.size + 1
    guard !LinuxCalls.isLink(path),
      let head = try? LinuxCalls.read(path, atMost: start + mark.count)
    else { return false }
    return head.allSatisfy { $0 == 0 } || head.dropFirst(start).elementsEqual(mark)
  }

  /// How long a piece is whose hash goes into the hash of the whole; the last one may be shorter.
  static let pieceSize = 1 << 18

  /// How many parts of lists are written together, so that a long state is never in memory whole.
  static let partsAtOnce = 16

  /// Writes all that stands behind the hash, in pieces: what there is one of, then the long lists,
  /// whose parts are written and hashed on all cores.
  ///
  /// - Parameter put: Is given the pieces, one after the other.
  /// - Returns: The hash of all of it.
  /// - Throws: What `put` throws.
  func write<Failure: Error>(
    _ put: ([UInt8]) throws(Failure) -> Void
  ) async throws(Failure) -> FileHash {
    let lists = [
      WrittenList(inputs.count) { inputs[$0].write(to: &$1) },
      WrittenList(folders.count) { folders[$0].write(to: &$1) },
      WrittenList(spare?.folders.count ?? 0) { place, writer in
        spare?.folders[place].write(to: &writer)
      },
      WrittenList(others.count) { others[$0].write(to: &$1) },
      WrittenList(reports.count) { reports[$0].write(to: &$1) },
    ]
    var body = ByteWriter()
    write(to: &body)
    for list in lists { body.add(list.count) }
    var jobs = lists.flatMap { list in Workers.parts(of: list.count).map { (list, $0) } }[...]
    var digests: [UInt8] = []
    repeat {
      let parts = await Workers.map(Array(jobs.prefix(Self.partsAtOnce))) { list, part in
        var writer = ByteWriter()
        for place in part { list.write(place, &writer) }
        return writer.bytes
      }
      jobs = jobs.dropFirst(Self.partsAtOnce)
      for part in parts { body.addPlain(part) }
      let pieces = body.takePieces(of: Self.pieceSize, all: jobs.isEmpty)
      for hash in await Workers.map(pieces, { FileHash($0) }) { digests += hash.digest }
      for piece in pieces { try put(piece) }
    } while !jobs.isEmpty
    return FileHash(digests)
  }

  /// A list of which any part can be written apart from the others.
  private struct WrittenList: Sendable {
    let count: Int
    let write: @Sendable (Int, inout ByteWriter) -> Void

    init(_ count: Int, _ write: @escaping @Sendable (Int, inout ByteWriter) -> Void) {
      (self.count, self.write) = (count, write)
    }
  }

  init?(reading bytes: [UInt8]) {
    let rest = bytes.dropFirst(FileHash.size)
    let digests = stride(from: rest.startIndex, to: rest.endIndex, by: Self.pieceSize).flatMap {
      FileHash(rest[$0...].prefix(Self.pieceSize)).digest
    }
    guard !rest.isEmpty, FileHash(digests) == FileHash(digest: bytes[..<FileHash.size]) else {
      return nil
    }
    self.init()
    var reader = ByteReader(rest)
    guard reader.text() == Self.name else { return nil }
    read(from: &reader)
    guard reader.isAtEnd else { return nil }
  }

  private func write(to body: inout ByteWriter) {
    body.add(Self.name)
    body.add(key)
    body.add(isClean)
    body.add(shared)
    body.add(computed)
    counts.write(to: &body)
    body.add(spare != nil)
    if let spare {
      for paths in [spare.missing, spare.extra] {
        body.add(paths.count)
        for path in paths.sorted() { body.add(path) }
      }
    }
    body.add(structures.count)
    for structure in structures { body.add(structure) }
    body.add(names.count)
    for name in names { body.add(name) }
    body.add(asked.count)
    for (place, file) in asked.sorted(by: { $0.key < $1.key }) {
      body.add(place)
      body.add(file)
    }
    manifest.write(to: &body)
    body.addWhole(UInt64(bitPattern: Int64(time)))
  }

  private mutating func read(from reader: inout ByteReader) {
    key = reader.text()
    isClean = reader.choice()
    shared = reader.text()
    computed = reader.text()
    counts = Counts(from: &reader)
    if reader.choice() {
      spare = Spare(
        folders: [], missing: Set(reader.list { $0.text() }), extra: Set(reader.list { $0.text() }))
    }
    structures = reader.list { $0.number() }
    names = reader.list { $0.text() }
    let places = reader.list { ($0.number(), $0.number()) }
    asked = Dictionary(places) { first, _ in first }
    manifest = FileStamp(from: &reader)
    time = Int(truncatingIfNeeded: reader.whole())
    let lengths = (0..<5).map { _ in reader.count() }
    inputs = reader.list(of: lengths[0]) { InputFile(from: &$0) }
    folders = reader.list(of: lengths[1]) { InputFile(from: &$0) }
    spare?.folders = reader.list(of: lengths[2]) { InputFile(from: &$0) }
    others = reader.list(of: lengths[3]) { PublishedFile(from: &$0) }
    reports = reader.list(of: lengths[4]) { Report(from: &$0) }
  }
}

extension ByteReader {
  /// As many of something as is written before them.
  @inlinable package mutating func list<Item>(_ item: (inout ByteReader) -> Item) -> [Item] {
    list(of: count(), item)
  }

  /// So many of something.
  @inlinable package mutating func list<Item>(
    of count: Int, _ item: (inout ByteReader) -> Item
  ) -> [Item] {
    var items: [Item] = []
    items.reserveCapacity(count)
    while items.count < count, isWhole { items.append(item(&self)) }
    return items
  }
}

extension BuildState.Report {
  fileprivate func write(to writer: inout ByteWriter) {
    writer.add(id)
    writer.add(facts)
    counts.write(to: &writer)
    writer.add(files.count)
    for file in files { file.write(to: &writer) }
  }

  fileprivate init(from reader: inout ByteReader) {
    self.init(
      id: reader.text(), facts: reader.run(), counts: BuildState.Counts(from: &reader),
      files: reader.list { BuildState.PublishedFile(from: &$0) })
  }
}

extension BuildState.Counts {
  fileprivate func write(to writer: inout ByteWriter) {
    for count in [pages, charts, dataFiles, valid] { writer.add(count) }
  }

  fileprivate init(from reader: inout ByteReader) {
    self.init(
      pages: reader.integer(), charts: reader.integer(), dataFiles: reader.integer(),
      valid: reader.integer())
  }
}

extension BuildState.InputFile {
  fileprivate func write(to writer: inout ByteWriter) {
    writer.add(path)
    stamp.write(to: &writer)
  }

  fileprivate init(from reader: inout ByteReader) {
    self.init(path: reader.text(), stamp: FileStamp(from: &reader))
  }
}

extension BuildState.PublishedFile {
  fileprivate func write(to writer: inout ByteWriter) {
    writer.add(path)
    writer.add(file.bytes)
    writer.add(file.sha256 != nil)
    if let hash = file.sha256 { writer.add(hash) }
    stamp.write(to: &writer)
  }

  fileprivate init(from reader: inout ByteReader) {
    path = reader.text()
    let bytes = reader.integer()
    let hash = reader.choice() ? FileHash(digest: reader.run(FileHash.size)) : nil
    file = Manifest.File(bytes: bytes, sha256: hash)
    stamp = FileStamp(from: &reader)
  }
}

/// Where the state of the last build stands, and how it is written down.
extension BuildState {
  /// The format, which any change of what is written gives another number.
  private static let name = "breakeven state 4"

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
  package func save(for output: String) throws(OutputError) {
    let path = try Self.path(of: output)
    try Self.clearAway(path)
    do {
      try LinuxCalls.createFile("\(path).new", bytes)
      try LinuxCalls.move("\(path).new", to: path)
    } catch {
      // Half of one could not be told from somebody's file.
      try? LinuxCalls.remove("\(path).new")
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

  /// The hash of the rest, and the rest.
  var bytes: [UInt8] {
    var body = ByteWriter()
    // About as much as it takes, so that little is copied while it grows.
    body.reserve(128 * (inputs.count + 2 * folders.count + others.count + 2 * reports.count))
    // The room of the hash, so that nothing is copied.
    body.addPlain(repeatElement(0, count: FileHash.size))
    write(to: &body)
    body.seal()
    return body.bytes
  }

  init?(reading bytes: [UInt8]) {
    guard bytes.count > FileHash.size,
      FileHash(bytes, from: FileHash.size) == FileHash(digest: bytes[..<FileHash.size])
    else { return nil }
    self.init()
    var reader = ByteReader(bytes[FileHash.size...])
    guard reader.text() == Self.name else { return nil }
    read(from: &reader)
    guard reader.isAtEnd else { return nil }
  }

  private func write(to body: inout ByteWriter) {
    body.add(Self.name)
    body.add(key)
    body.add(isClean)
    body.add(shared)
    counts.write(to: &body)
    for files in [inputs, folders] {
      body.add(files.count)
      for file in files { file.write(to: &body) }
    }
    body.add(spare != nil)
    if let spare {
      body.add(spare.folders.count)
      for folder in spare.folders { folder.write(to: &body) }
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
    body.add(others.count)
    for file in others { file.write(to: &body) }
    body.add(reports.count)
    for report in reports {
      body.add(report.id)
      body.add(report.facts)
      report.counts.write(to: &body)
      body.add(report.files.count)
      for file in report.files { file.write(to: &body) }
    }
  }

  private mutating func read(from reader: inout ByteReader) {
    key = reader.text()
    isClean = reader.choice()
    shared = reader.text()
    counts = Counts(from: &reader)
    inputs = reader.list { InputFile(from: &$0) }
    folders = reader.list { InputFile(from: &$0) }
    if reader.choice() {
      spare = Spare(
        folders: reader.list { InputFile(from: &$0) }, missing: Set(reader.list { $0.text() }),
        extra: Set(reader.list { $0.text() }))
    }
    structures = reader.list { $0.number() }
    names = reader.list { $0.text() }
    let places = reader.list { ($0.number(), $0.number()) }
    asked = Dictionary(places) { first, _ in first }
    manifest = FileStamp(from: &reader)
    time = Int(truncatingIfNeeded: reader.whole())
    others = reader.list { PublishedFile(from: &$0) }
    reports = reader.list { reader in
      Report(
        id: reader.text(), facts: reader.run(), counts: Counts(from: &reader),
        files: reader.list { PublishedFile(from: &$0) })
    }
  }
}

extension ByteReader {
  /// As many of something as is written before them.
  package mutating func list<Item>(_ item: (inout ByteReader) -> Item) -> [Item] {
    let count = count()
    var items: [Item] = []
    items.reserveCapacity(count)
    while items.count < count, isWhole { items.append(item(&self)) }
    return items
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

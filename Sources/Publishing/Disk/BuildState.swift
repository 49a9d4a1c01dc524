/// What the last build read and wrote, kept beside the output: if all of it is as it was, there is
/// nothing to build.
///
/// It is a shortcut and no more. A state that is damaged, of another program, of other options or
/// of other files is as good as none, and the site is built.
package struct BuildState: Hashable, Sendable {
  /// What decides what a build makes, beside the files: program and options.
  var key: String

  /// The files of the site, in the order of their paths, relative to its folder.
  var inputs: Stamps

  /// The published files, in the order of their paths, relative to the output.
  var outputs: Stamps

  /// What the build said of itself.
  package var summary: String

  /// Files and what is known of each.
  package struct Stamps: Hashable, Sendable {
    fileprivate(set) var files: [(path: String, stamp: FileStamp)] = []

    /// Looks at files; `nil` if one is not there.
    ///
    /// - Parameters:
    ///   - paths: Sorted, relative to the folder.
    ///   - folder: The folder.
    package init?(_ paths: [String], in folder: String) {
      for path in paths {
        guard let stamp = FileStamp("\(folder)/\(path)") else { return nil }
        files.append((path, stamp))
      }
    }

    fileprivate init() {}

    package static func == (one: Self, other: Self) -> Bool {
      one.files.elementsEqual(other.files) { $0 == $1 }
    }

    package func hash(into hasher: inout Hasher) {
      for (path, stamp) in files {
        hasher.combine(path)
        hasher.combine(stamp)
      }
    }
  }

  /// Describes a build that is done.
  package init(key: String, inputs: Stamps, outputs: Stamps, summary: String) {
    (self.key, self.inputs, self.outputs, self.summary) = (key, inputs, outputs, summary)
  }

  /// Whether a build would find everything as it was.
  package func holds(key: String, inputs: Stamps, output: String) -> Bool {
    key == self.key && inputs == self.inputs
      && outputs.files.allSatisfy { FileStamp("\(output)/\($0.path)") == $0.stamp }
  }

  /// Whether an input may have changed since a time, without its stamp saying so.
  package func isTooYoung(at time: Int) -> Bool {
    inputs.files.contains { $0.stamp.isTooYoung(at: time) }
  }
}

// MARK: On disk

extension BuildState {
  private static let name = "breakeven state 1"

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
  package func save(for output: String) throws(OutputError) {
    let path = try Self.path(of: output)
    try Self.remove(for: output)
    try LinuxCalls.createFile("\(path).new", bytes)
    try LinuxCalls.move("\(path).new", to: path)
  }

  /// Removes the state of an output, and what a killed build left of one.
  package static func remove(for output: String) throws(OutputError) {
    let path = try Self.path(of: output)
    for path in [path, "\(path).new"] where try LinuxCalls.entry(at: path) != .nothing {
      try LinuxCalls.remove(path)
    }
  }

  var bytes: [UInt8] {
    var text = "\(Self.name)\n\(key)\n\(summary)\n\(inputs.files.count) \(outputs.files.count)\n"
    for (path, stamp) in inputs.files + outputs.files { text += "\(stamp) \(path)\0" }
    let body = Array(text.utf8)
    return Array("\(FileHash(body).text)\n".utf8) + body
  }

  init?(reading bytes: [UInt8]) {
    guard let first = bytes.firstIndex(of: UInt8(ascii: "\n")),
      let hash = FileHash(String(decoding: bytes[..<first], as: UTF8.self)),
      FileHash(Array(bytes[(first + 1)...])) == hash
    else { return nil }
    let parts = bytes[(first + 1)...].split(
      separator: UInt8(ascii: "\n"), maxSplits: 4, omittingEmptySubsequences: false)
    guard parts.count == 5 else { return nil }
    let lines = parts[..<4].map { String(decoding: $0, as: UTF8.self) }
    let counts = lines[3].split(separator: " ").compactMap { Int($0) }
    guard lines[0] == Self.name, counts.count == 2 else { return nil }
    self.init(key: lines[1], inputs: Stamps(), outputs: Stamps(), summary: lines[2])
    for line in parts[4].split(separator: 0) {
      guard let (stamp, rest) = FileStamp.reading(line) else { return nil }
      let file = (String(decoding: rest, as: UTF8.self), stamp)
      if inputs.files.count < counts[0] {
        inputs.files.append(file)
      } else {
        outputs.files.append(file)
      }
    }
    guard inputs.files.count == counts[0], outputs.files.count == counts[1] else { return nil }
  }
}

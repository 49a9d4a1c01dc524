import Content
public import Publishing

/// How the templates and schemas of a site compare with those of the program.
public struct TemplateUpgrade: Sendable {
  /// How one file compares.
  public enum State: String, CaseIterable, Sendable {
    case same
    case outdated
    case new
    case gone
    case changedHere = "changed-here"
    case changedOnBothSides = "changed-on-both-sides"
    case different
    case removedHere = "removed-here"
    case onlyHere = "only-here"

    /// What is said of such a file.
    public var phrase: String {
      switch self {
      case .same: "the same as the program's"
      case .outdated: "older than the program's, and unchanged here"
      case .new: "new in the program"
      case .gone: "no longer in the program, and unchanged here"
      case .changedHere: "changed here, and not in the program"
      case .changedOnBothSides: "changed here and in the program"
      case .different: "different from the program's; whether it was changed here is not known"
      case .removedHere: "in the program, and removed here"
      case .onlyHere: "only here"
      }
    }

    /// Whether the program's can be taken without losing what an author wrote.
    public var canBeTaken: Bool { [.outdated, .new, .gone].contains(self) }

    /// Whether an author has to look at both.
    public var needsAnAuthor: Bool { [.changedOnBothSides, .different].contains(self) }
  }

  /// A file of the site, of the program, or of both.
  public struct Entry: Hashable, Sendable {
    /// The path below the site.
    public let path: String

    /// How it compares.
    public let state: State

    /// Where the program's file is put for its author to look at; builds do not see it.
    public var beside: String {
      let name = path.split(separator: "/").last ?? ""
      return "\(path.dropLast(name.count)).\(name).program"
    }
  }

  /// Every file, by path.
  public let entries: [Entry]

  private let source: String
  private let program: [String: SiteFile]

  /// Compares a site with the program.
  ///
  /// - Parameters:
  ///   - source: The folder of the site.
  ///   - home: The home of the program, as ``ProgramFiles/home(of:)`` finds it.
  /// - Throws: ``SiteError``.
  public init(of source: String, with home: String) throws(SiteError) {
    self.source = source
    program = Self.byPath(try ProgramFiles.read(home: home))
    // A site need not have schemas, which are for editors.
    var files: [SiteFile] = []
    for folder in ProgramFiles.folders
    where folder == "templates" || LinuxCalls.target(of: "\(source)/\(folder)") == .folder {
      files += try SiteFiles(below: folder, of: source).readAll()
    }
    let site = Self.byPath(files)
    let record = (try? LinuxCalls.read("\(source)/\(TemplateRecord.path)"))
      .flatMap(TemplateRecord.init(reading:))
    entries = Set(program.keys).union(site.keys).sorted().map { [program] path in
      Entry(path: path, state: Self.state(site[path], program[path], record))
    }
  }

  private static func byPath(_ files: [SiteFile]) -> [String: SiteFile] {
    Dictionary(files.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
  }

  private static func state(
    _ mine: SiteFile?, _ theirs: SiteFile?, _ record: TemplateRecord?
  ) -> State {
    guard let mine else {
      return theirs.flatMap { record?.isUnchanged($0) } == nil ? .new : .removedHere
    }
    let isUnchanged = record?.isUnchanged(mine)
    guard let theirs else { return isUnchanged == true ? .gone : .onlyHere }
    if mine == theirs { return .same }
    switch (isUnchanged, record?.isUnchanged(theirs)) {
    case (true?, _): return .outdated
    case (false?, true?): return .changedHere
    case (false?, _): return .changedOnBothSides
    case (nil, _): return .different
    }
  }

  /// Takes the program's files where an author loses nothing, and puts the others beside theirs.
  ///
  /// - Throws: ``OutputError``; what was written by then stays, and may be written again.
  public func write() throws(OutputError) {
    for entry in entries {
      if entry.state == .gone {
        try LinuxCalls.remove("\(source)/\(entry.path)")
      } else if let file = program[entry.path] {
        if entry.state.canBeTaken { try put(file.bytes, at: entry.path) }
        if entry.state.needsAnAuthor { try put(file.bytes, at: entry.beside) }
      }
    }
    let record = TemplateRecord(of: Array(program.values)).file
    try put(record.bytes, at: record.path)
  }

  private func put(_ bytes: [UInt8], at path: String) throws(OutputError) {
    let isThere = try LinuxCalls.entry(at: "\(source)/\(path)") != .nothing
    try ContentWriter.write(
      [SiteFile(path: path, bytes: bytes)], replacing: isThere ? [path] : [], in: source)
  }
}

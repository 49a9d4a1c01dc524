public import Content
public import Diagnostics

/// Why a site cannot be read or written, whatever its content.
public struct SiteError: Error, CustomStringConvertible, Hashable, Sendable {
  /// What stops the program, as a sentence without a full stop.
  public let message: String

  /// What to do about it, starting with a verb.
  public let hint: String?

  /// The file or folder that it is about, relative to the site; `nil` for the site as a whole.
  public let path: String?

  /// Creates an error.
  public init(_ message: String, at path: String? = nil, hint: String? = nil) {
    self.message = message
    self.path = path
    self.hint = hint
  }

  /// The error as any other finding.
  public var diagnostic: Diagnostic {
    Diagnostic(.error, at: SourceLocation(file: path ?? "breakeven"), message, hint: hint)
  }

  /// Message and hint as a terminal shows them.
  public var description: String { diagnostic.description }
}

/// The files of one folder of a site: listed first, read when they are wanted.
public struct SiteFiles: Sendable {
  /// The paths relative to the site, sorted: all but hidden ones, which belong to editors and
  /// systems.
  public var paths: [String] { files.map(\.path) }

  /// The files with what the file system said of each when they were listed.
  package private(set) var files: [BuildState.InputFile]

  private let source: String

  /// Files that are to be in the folder, by path.
  private var added: [String: SiteFile] = [:]

  /// The largest file of `templates/assets/` that is published: 64 MiB.
  public static let maximumAssetByteCount = 1 << 26

  /// Lists the files below a folder of a site.
  ///
  /// - Parameters:
  ///   - folder: The folder, such as `content`.
  ///   - source: The folder of the site.
  /// - Throws: ``SiteError`` if there is no such folder, or it holds a link that leaves the site
  ///   or leads to nothing, a pipe or a device.
  public init(below folder: String, of source: String) throws(SiteError) {
    let way = "name the folder of a site with --source, or start one with 'breakeven init'"
    guard let kind = LinuxCalls.target(of: source.isEmpty ? "." : source) else {
      throw SiteError("'\(source)' does not exist", hint: way)
    }
    guard kind == .folder else {
      throw SiteError("'\(source)' is a file, not the folder of a site", hint: way)
    }
    self.source = source.isEmpty ? "." : source
    guard LinuxCalls.target(of: "\(self.source)/\(folder)") == .folder,
      let site = try? OpenFolder(self.source)
    else {
      throw SiteError("'\(source)' has no folder '\(folder)', so it is not a site", hint: way)
    }
    var files: [BuildState.InputFile] = []
    try Self.list(folder, in: site, into: &files)
    self.files = files.sorted { $0.path < $1.path }
  }

  /// The files once others are written, also in place of some of them.
  package func adding(_ others: [SiteFile]) -> SiteFiles {
    var all = self
    for file in others {
      all.added[file.path] = file
      all.files.removeAll { $0.path == file.path }
      all.files.append(.init(path: file.path, stamp: .ofNone))
    }
    all.files.sort { $0.path < $1.path }
    return all
  }

  private static func list(
    _ folder: String, in site: OpenFolder, into files: inout [BuildState.InputFile]
  ) throws(SiteError) {
    let names: [String]
    do { names = try LinuxCalls.names(in: "\(site.path)/\(folder)") } catch {
      throw SiteError("the folder cannot be read", at: folder, hint: "check its permissions")
    }
    for name in names where !name.hasPrefix(".") {
      let path = "\(folder)/\(name)"
      if let mistake = Self.mistake(inName: name) {
        throw SiteError(mistake, at: path, hint: "rename the file")
      }
      switch site.entry(path) {
      case .folder: try list(path, in: site, into: &files)
      case .file(let stamp): files.append(.init(path: path, stamp: stamp))
      case .link:
        if let stamp = try linked(path, in: site.path) {
          files.append(.init(path: path, stamp: stamp))
        }
      // A pipe would be waited for, and a device might never end.
      case .other: throw notAFile(path)
      case nil: throw unreadable(path)
      }
    }
  }

  /// What no address, terminal or other system could show.
  private static func mistake(inName name: String) -> String? {
    let isPlain = name.utf8.allSatisfy { (0x20..<0x7F).contains($0) && $0 != UInt8(ascii: "\\") }
    if isPlain { return nil }
    if name.unicodeScalars.contains("\u{FFFD}") { return "a name that is not UTF-8" }
    let hasControl = name.unicodeScalars.contains { $0.properties.generalCategory == .control }
    return hasControl || name.contains("\\")
      ? "a name with a control character or a backslash" : nil
  }

  /// What a link leads to, if it is a file; folders are not gone into, because they might lead in
  /// circles.
  private static func linked(_ path: String, in source: String) throws(SiteError) -> FileStamp? {
    let whole = "\(source)/\(path)"
    guard let real = try? LinuxCalls.realPath(whole) else {
      throw SiteError("a link to nothing", at: path, hint: "remove it")
    }
    guard let home = try? LinuxCalls.realPath(source), real.hasPrefix("\(home)/") else {
      throw SiteError(
        "a link that leaves the site", at: path, hint: "copy the file into the site")
    }
    switch LinuxCalls.target(of: real) {
    case .folder: return nil
    case .file:
      guard let stamp = FileStamp(real) else { throw unreadable(path) }
      return stamp
    case .other: throw notAFile(path)
    case nil: throw unreadable(path)
    }
  }

  private static func notAFile(_ path: String) -> SiteError {
    SiteError("a pipe or a device, not a file", at: path, hint: "remove it")
  }

  private static func unreadable(_ path: String) -> SiteError {
    SiteError("the file cannot be read", at: path, hint: "check its permissions")
  }

  /// Reads one of the files.
  ///
  /// Of a file that is too large for its kind no more is read than it takes to see that.
  ///
  /// - Parameter path: One of ``paths``.
  /// - Returns: The file with its bytes.
  /// - Throws: ``SiteError`` if it cannot be read.
  public func read(_ path: String) throws(SiteError) -> SiteFile {
    if let file = added[path] { return file }
    let most =
      path.hasPrefix("templates/assets/")
      ? Self.maximumAssetByteCount : SourceText.maximumByteCount
    do {
      let bytes = try LinuxCalls.read("\(source)/\(path)", atMost: most + 1)
      return SiteFile(path: path, bytes: bytes)
    } catch { throw Self.unreadable(path) }
  }

  /// Reads all of the files.
  public func readAll() throws(SiteError) -> [SiteFile] {
    var read: [SiteFile] = []
    read.reserveCapacity(files.count)
    for file in files { read.append(try self.read(file.path)) }
    return read
  }

  /// The files below `content/`.
  ///
  /// - Parameter source: The folder of the site.
  /// - Returns: All of them, with their bytes.
  /// - Throws: ``SiteError`` if one cannot be read.
  public static func content(of source: String) throws(SiteError) -> [SiteFile] {
    try SiteFiles(below: "content", of: source).readAll()
  }
}

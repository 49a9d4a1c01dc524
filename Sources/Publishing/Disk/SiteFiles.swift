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
  public let paths: [String]

  private let source: String

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
    guard LinuxCalls.target(of: "\(self.source)/\(folder)") == .folder else {
      throw SiteError("'\(source)' has no folder '\(folder)', so it is not a site", hint: way)
    }
    var paths: [String] = []
    try Self.list(folder, in: self.source, into: &paths)
    self.paths = paths.sorted()
  }

  private static func list(
    _ folder: String, in source: String, into paths: inout [String]
  ) throws(SiteError) {
    let names: [String]
    do { names = try LinuxCalls.names(in: "\(source)/\(folder)") } catch {
      throw SiteError("the folder cannot be read", at: folder, hint: "check its permissions")
    }
    for name in names where !name.hasPrefix(".") {
      let path = "\(folder)/\(name)"
      if let mistake = Self.mistake(inName: name) {
        throw SiteError(mistake, at: path, hint: "rename the file")
      }
      switch try entry(path, in: source) {
      case .folder: try list(path, in: source, into: &paths)
      case .file: paths.append(path)
      case .linkToFolder: break
      }
    }
  }

  /// What no address, terminal or other system could show.
  private static func mistake(inName name: String) -> String? {
    if name.unicodeScalars.contains("\u{FFFD}") { return "a name that is not UTF-8" }
    let hasControl = name.unicodeScalars.contains { $0.properties.generalCategory == .control }
    return hasControl || name.contains("\\")
      ? "a name with a control character or a backslash" : nil
  }

  private enum Entry {
    case folder
    case file

    /// Not gone into, because it might lead in circles.
    case linkToFolder
  }

  private static func entry(_ path: String, in source: String) throws(SiteError) -> Entry {
    let whole = "\(source)/\(path)"
    if LinuxCalls.isLink(whole) {
      guard let real = try? LinuxCalls.realPath(whole) else {
        throw SiteError("a link to nothing", at: path, hint: "remove it")
      }
      guard let home = try? LinuxCalls.realPath(source), real.hasPrefix("\(home)/") else {
        throw SiteError(
          "a link that leaves the site", at: path, hint: "copy the file into the site")
      }
      if LinuxCalls.target(of: real) == .folder { return .linkToFolder }
    }
    switch LinuxCalls.target(of: whole) {
    case .folder: return .folder
    case .file: return .file
    // A pipe would be waited for, and a device might never end.
    case .other: throw SiteError("a pipe or a device, not a file", at: path, hint: "remove it")
    case nil: throw Self.unreadable(path)
    }
  }

  /// Reads one of the files.
  ///
  /// Of a file that is too large for its kind no more is read than it takes to see that.
  ///
  /// - Parameter path: One of ``paths``.
  /// - Returns: The file with its bytes.
  /// - Throws: ``SiteError`` if it cannot be read.
  public func read(_ path: String) throws(SiteError) -> SiteFile {
    let most =
      path.hasPrefix("templates/assets/")
      ? Self.maximumAssetByteCount : SourceText.maximumByteCount
    do {
      let bytes = try LinuxCalls.read("\(source)/\(path)", atMost: most + 1)
      return SiteFile(path: path, bytes: bytes)
    } catch { throw Self.unreadable(path) }
  }

  private static func unreadable(_ path: String) -> SiteError {
    SiteError("the file cannot be read", at: path, hint: "check its permissions")
  }

  /// Reads all of the files.
  public func readAll() throws(SiteError) -> [SiteFile] {
    var files: [SiteFile] = []
    files.reserveCapacity(paths.count)
    for path in paths { files.append(try read(path)) }
    return files
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

public import Content

/// Why a site cannot be read or written, whatever its content.
public struct SiteError: Error, CustomStringConvertible, Hashable, Sendable {
  /// What stops the program, as a sentence without a full stop.
  public let message: String

  /// What to do about it, starting with a verb.
  public let hint: String?

  /// Creates an error.
  public init(_ message: String, hint: String? = nil) {
    self.message = message
    self.hint = hint
  }

  /// Message and hint as a terminal shows them.
  public var description: String { hint.map { "\(message)\n  hint: \($0)" } ?? message }
}

/// The files of one folder of a site: listed first, read when they are wanted.
public struct SiteFiles: Sendable {
  /// The paths relative to the site, sorted: all but hidden ones, which belong to editors and
  /// systems.
  public let paths: [String]

  private let source: String

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
      throw SiteError("'\(folder)' cannot be read", hint: "check its permissions")
    }
    for name in names where !name.hasPrefix(".") {
      let path = "\(folder)/\(name)"
      switch try entry(path, in: source) {
      case .folder: try list(path, in: source, into: &paths)
      case .file: paths.append(path)
      case .linkToFolder: break
      }
    }
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
        throw SiteError("'\(path)' is a link to nothing", hint: "remove it")
      }
      guard let home = try? LinuxCalls.realPath(source), real.hasPrefix("\(home)/") else {
        throw SiteError(
          "'\(path)' is a link that leaves the site", hint: "copy the file into the site")
      }
      if LinuxCalls.target(of: real) == .folder { return .linkToFolder }
    }
    switch LinuxCalls.target(of: whole) {
    case .folder: return .folder
    case .file: return .file
    // A pipe would be waited for, and a device might never end.
    case .other: throw SiteError("'\(path)' is a pipe or a device, not a file", hint: "remove it")
    case nil: throw SiteError("'\(path)' cannot be read", hint: "check its permissions")
    }
  }

  /// Reads one of the files.
  ///
  /// - Parameter path: One of ``paths``.
  /// - Returns: The file with its bytes.
  /// - Throws: ``SiteError`` if it cannot be read.
  public func read(_ path: String) throws(SiteError) -> SiteFile {
    do { return SiteFile(path: path, bytes: try LinuxCalls.read("\(source)/\(path)")) } catch {
      throw SiteError("'\(path)' cannot be read", hint: "check its permissions")
    }
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

public import Content
import Foundation

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

/// Reads the files of a site from its folder.
public enum SiteFiles {
  /// The files below `content/`, sorted by path.
  ///
  /// - Parameter source: The folder of the site.
  /// - Returns: Every file but hidden ones, which belong to editors and systems.
  /// - Throws: ``SiteError`` if there is no such folder, a file cannot be read, or a symbolic
  ///   link leaves the site.
  public static func content(of source: String) throws -> [SiteFile] {
    try files(below: "content", of: source)
  }

  /// The files of one folder of a site.
  static func files(below folder: String, of source: String) throws -> [SiteFile] {
    let root = URL(filePath: source, directoryHint: .isDirectory)
    let base = root.appending(path: folder, directoryHint: .isDirectory)
    let way = "name the folder of a site with --source, or start one with 'breakeven init'"
    guard let isFolder = isFolder(root) else {
      throw SiteError("'\(source)' does not exist", hint: way)
    }
    guard isFolder else {
      throw SiteError("'\(source)' is a file, not the folder of a site", hint: way)
    }
    guard self.isFolder(base) == true else {
      throw SiteError("'\(source)' has no folder '\(folder)', so it is not a site", hint: way)
    }
    let home = root.resolvingSymlinksInPath().standardizedFileURL.path
    var files: [SiteFile] = []
    for path in try FileManager.default.subpathsOfDirectory(atPath: base.path).sorted()
    where !path.split(separator: "/").contains(where: { $0.hasPrefix(".") }) {
      let file = base.appending(path: path)
      let place = "\(folder)/\(path)"
      guard file.resolvingSymlinksInPath().standardizedFileURL.path.hasPrefix("\(home)/") else {
        throw SiteError(
          "'\(place)' is a link that leaves the site", hint: "copy the file into the site")
      }
      guard FileManager.default.fileExists(atPath: file.path) else {
        throw SiteError("'\(place)' is a link to nothing", hint: "remove it")
      }
      let target = file.resolvingSymlinksInPath()
      guard self.isFolder(target) != true else { continue }
      // A pipe would be waited for, and a device might never end.
      guard isRegular(target) else {
        throw SiteError("'\(place)' is a pipe or a device, not a file", hint: "remove it")
      }
      do { files.append(SiteFile(path: place, bytes: [UInt8](try Data(contentsOf: file)))) } catch {
        throw SiteError("'\(place)' cannot be read", hint: "check its permissions")
      }
    }
    return files
  }

  private static func isRegular(_ url: URL) -> Bool {
    (try? url.resourceValues(forKeys: [.isRegularFileKey]))?.isRegularFile == true
  }

  /// Whether a path is a folder; `nil` if there is nothing.
  private static func isFolder(_ url: URL) -> Bool? {
    (try? url.resourceValues(forKeys: [.isDirectoryKey]))?.isDirectory
  }
}

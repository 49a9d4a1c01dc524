import FoundationEssentials

/// A template as it stands in a folder.
public struct TemplateFile: Hashable, Sendable {
  /// The path in the folder, with slashes, such as `tables/comparison.xhtml`.
  public let path: String

  /// What the file holds.
  public let text: [UInt8]

  /// Creates a file from its bytes.
  public init(path: String, text: [UInt8]) {
    self.path = path
    self.text = text
  }

  /// Creates a file from a text.
  public init(path: String, text: String) { self.init(path: path, text: Array(text.utf8)) }

  /// Reads the templates of a folder: its `.xhtml` and `.svg` files, less those of `assets/`.
  ///
  /// - Parameter folder: The folder's path.
  /// - Returns: The files, sorted by path.
  /// - Throws: The system's error if the folder or a file cannot be read.
  public static func all(in folder: String) throws -> [TemplateFile] {
    let paths = try FileManager.default.subpathsOfDirectory(atPath: folder)
    return
      try paths
      .filter { $0.hasSuffix(".xhtml") || $0.hasSuffix(".svg") }
      .filter { !$0.hasPrefix("assets/") }
      .sorted()
      .map { path in
        let file = URL(filePath: folder).appending(path: path)
        return TemplateFile(path: path, text: [UInt8](try Data(contentsOf: file)))
      }
  }
}

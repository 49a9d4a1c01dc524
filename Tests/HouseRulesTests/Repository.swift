import Foundation

/// The text files of a repository, as plain values that every rule can be shown.
struct Repository {
  /// The files in the order of their paths.
  var files: [File]

  /// A file, its text and whether it may be run.
  struct File {
    /// The path from the root of the repository.
    var path: String

    /// The whole text.
    var text: String

    /// Whether the owner may execute it.
    var isExecutable = false

    /// The lines, without their line feeds.
    var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }

    /// The last component of the path.
    var name: Substring {
      path[(path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex)...]
    }

    /// Whether the file lies in a folder, named with its closing slash.
    func isIn(_ folder: String) -> Bool { path.hasPrefix(folder) }

    /// Whether the file is Swift.
    var isSwift: Bool { path.hasSuffix(".swift") }
  }

  /// The Swift files of the program and of its tests.
  var swiftFiles: [File] {
    files.filter { $0.isSwift && ($0.isIn("Sources/") || $0.isIn("Tests/")) }
  }

  /// The file at a path, or `nil`.
  subscript(_ path: String) -> File? { files.first { $0.path == path } }
}

extension Repository {
  /// This repository, as it stands on disk.
  ///
  /// What is built or published is left out, and so is what is no text.
  static func here() throws -> Repository {
    let root = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../..").standardizedFileURL
    let entries = try FileManager.default.contentsOfDirectory(atPath: root.path)
    let files = try entries.filter { $0 != "output" }.flatMap { try texts(at: $0, below: root) }
    return Repository(files: files.sorted { $0.path < $1.path })
  }

  private static func texts(at path: String, below root: URL) throws -> [File] {
    let manager = FileManager.default
    let name = path.split(separator: "/").last ?? ""
    guard name != ".git", name != ".venv", !name.hasPrefix(".build") else { return [] }

    let place = root.appending(path: path)
    if try place.resourceValues(forKeys: [.isDirectoryKey]).isDirectory == true {
      return try manager.contentsOfDirectory(atPath: place.path)
        .flatMap { try texts(at: "\(path)/\($0)", below: root) }
    }
    guard let text = try? String(contentsOf: place, encoding: .utf8) else { return [] }
    let executable = manager.isExecutableFile(atPath: place.path)
    return [File(path: path, text: text, isExecutable: executable)]
  }
}

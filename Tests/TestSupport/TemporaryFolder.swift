import Foundation
import Testing

/// A folder of its own for one test, removed with it.
public final class TemporaryFolder: Sendable {
  /// The absolute path, without symbolic links.
  public let path: String

  /// Makes the folder.
  public init() throws {
    let folder = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
      .appending(path: "breakeven-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    path = folder.path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// The absolute path of something inside.
  public func at(_ name: String) -> String { "\(path)/\(name)" }

  /// Makes a folder inside.
  public func makeFolder(_ name: String) throws {
    try FileManager.default.createDirectory(
      atPath: at(name), withIntermediateDirectories: true)
  }

  /// Makes a named pipe inside, which nobody writes to.
  public func makePipe(_ name: String) async throws {
    let result = try await OtherProgram.run("mkfifo", [at(name)])
    #expect(result.code == 0, "\(result.errors)")
  }

  /// Writes a file, and the folders around it.
  public func write(_ text: String, to name: String) throws {
    let file = URL(filePath: at(name))
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  /// The text of a file inside, or `nil` if there is none.
  public func text(_ name: String) -> String? {
    try? String(contentsOfFile: at(name), encoding: .utf8)
  }

  /// The paths of everything in a folder inside, sorted; hidden files too.
  public func tree(_ name: String = "") -> [String] {
    (FileManager.default.subpaths(atPath: at(name)) ?? []).sorted()
  }
}

import Foundation

/// A folder that nobody else may read, and that is gone with this object.
final class TemporaryFolder: Sendable {
  /// The absolute path.
  let path: String

  /// Makes the folder where the system wants such folders, as `TMPDIR` says.
  init() throws {
    let place = FileManager.default.temporaryDirectory.appending(path: "breakeven-\(UUID())").path
    do {
      try FileManager.default.createDirectory(
        atPath: place, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    } catch {
      throw Failure(
        "no folder can be made in '\(FileManager.default.temporaryDirectory.path)'",
        hint: "check who may write there, or set TMPDIR")
    }
    path = place
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}

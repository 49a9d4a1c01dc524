import FoundationEssentials

/// A folder that nobody else may read, and that is gone with this object.
final class TemporaryFolder: Sendable {
  /// The absolute path.
  let path: String

  /// Makes the folder where `TMPDIR` says; without it in memory, where there is plenty of that.
  init() throws {
    let around = Self.place(environment: ProcessInfo.processInfo.environment)
    let place = "\(around)/breakeven-\(UUID())"
    do {
      try FileManager.default.createDirectory(
        atPath: place, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    } catch {
      throw Failure(
        "no folder can be made in '\(around)'", hint: "check who may write there, or set TMPDIR")
    }
    path = place
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// A site is a thousand small files, which take a disk longer than all else that a build does.
  private static func place(environment: [String: String]) -> String {
    if let chosen = environment["TMPDIR"], !chosen.isEmpty { return chosen }
    let memory = "/dev/shm"
    let free = try? FileManager.default.attributesOfFileSystem(forPath: memory)[.systemFreeSize]
    let isRoomy = (free as? UInt64).map { $0 >= 1 << 30 } ?? false
    return isRoomy && FileManager.default.isWritableFile(atPath: memory) ? memory : "/tmp"
  }
}

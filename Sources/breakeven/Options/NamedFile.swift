import Publishing

/// A file that somebody names in a call, and that no site holds.
enum NamedFile {
  private static let maximumByteCount = 1 << 26

  /// Reads a file; a pipe or a device is refused, and so is what no such file has: over 64 MiB.
  ///
  /// - Parameters:
  ///   - path: The path as it was given.
  ///   - hint: What to do if it cannot be read.
  /// - Returns: Its bytes.
  /// - Throws: ``Failure``.
  static func read(_ path: String, orElse hint: String) throws -> [UInt8] {
    guard let bytes = try? LinuxCalls.read(path, atMost: maximumByteCount + 1) else {
      throw Failure("'\(path)' cannot be read", hint: hint)
    }
    guard bytes.count <= maximumByteCount else {
      throw Failure("'\(path)' is a file of over 64 MiB", hint: "check that it is the right one")
    }
    return bytes
  }
}

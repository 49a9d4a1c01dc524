import Glibc

/// Keeps two builds from writing one site at the same time.
///
/// The lock is on a file, and gone with the process that holds it, however that ends.
struct FolderLock: ~Copyable, Sendable {
  private let path: String
  private let file: CInt

  /// Takes the lock, or fails at once.
  ///
  /// - Parameter path: The file to lock; made if there is none.
  /// - Throws: ``OutputError/system(code:path:)``, with `EAGAIN` while somebody else has the lock.
  init(at path: String) throws(OutputError) {
    while true {
      let file = try LinuxCalls.openForLocking(path)
      guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
        let code = errno
        // Where locks are refused as such, this one is nobody's.
        if code != EAGAIN, LinuxCalls.isEmptyFile(file) { try? LinuxCalls.remove(path) }
        close(file)
        throw .system(code: code, path: path)
      }
      // A lock of ours holds nothing: what does is somebody's file, and is not ours to remove.
      guard LinuxCalls.isEmptyFile(file) else {
        close(file)
        throw .notOurs(path)
      }
      // Its last holder may have removed the file between the two calls: then it locks nothing.
      if LinuxCalls.isSame(file, as: path) {
        self.path = path
        self.file = file
        return
      }
      close(file)
    }
  }

  deinit {
    // Removed while still locked, so that nobody loses a file that is already theirs.
    try? LinuxCalls.remove(path)
    close(file)
  }
}

import Glibc

/// A folder that is held open, so that the system looks up no more than the rest of each path.
package final class OpenFolder: Sendable {
  /// The path that was opened.
  let path: String
  private let folder: CInt

  /// Opens a folder.
  ///
  /// - Throws: ``OutputError/system(code:path:)``.
  package init(_ path: String) throws(OutputError) {
    folder = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { throw .system(code: errno, path: path) }
    self.path = path
  }

  deinit { close(folder) }

  private func failure(_ path: String) -> OutputError {
    .system(code: errno, path: "\(self.path)/\(path)")
  }

  /// What stands at a path, and its stamp.
  enum Entry {
    case file(FileStamp)
    case folder(FileStamp)
    case link
    case other
  }

  /// What stands at a path, where a symbolic link counts as itself; `nil` for nothing.
  func entry(_ path: String) -> Entry? {
    var status = stat()
    guard unsafe fstatat(folder, path, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return nil }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file(FileStamp(status))
    case S_IFDIR: return .folder(FileStamp(status))
    case S_IFLNK: return .link
    default: return .other
    }
  }

  /// The stamp of a file; `nil` for what is none.
  func stamp(_ path: String) -> FileStamp? {
    if case .file(let stamp) = entry(path) { stamp } else { nil }
  }

  /// The stamp of a folder; `nil` for what is none.
  func folderStamp(_ path: String) -> FileStamp? {
    if case .folder(let stamp) = entry(path) { stamp } else { nil }
  }

  /// Makes a folder with the modes that the user's mask leaves.
  func makeFolder(_ path: String) throws(OutputError) {
    guard unsafe mkdirat(folder, path, 0o777) == 0 else { throw failure(path) }
  }

  /// Writes a file that does not exist yet, with the modes that the user's mask leaves.
  ///
  /// - Returns: Its stamp.
  @discardableResult
  func createFile(_ path: String, _ bytes: [UInt8]) throws(OutputError) -> FileStamp {
    let file = unsafe openat(folder, path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard file >= 0 else { throw failure(path) }
    var status = stat()
    do throws(OutputError) {
      try LinuxCalls.writeAll(bytes, to: file, path: "\(self.path)/\(path)")
      guard unsafe fstat(file, &status) == 0 else { throw failure(path) }
    } catch {
      close(file)
      throw error
    }
    // A full disk may be noticed as late as here.
    guard close(file) == 0 || errno == EINTR else { throw failure(path) }
    return FileStamp(status)
  }

  /// Gives a file a second name in another folder, if the file system can.
  func link(_ path: String, into other: OpenFolder, as newPath: String) -> Bool {
    unsafe linkat(folder, path, other.folder, newPath, 0) == 0
  }

  /// Removes a file.
  func remove(_ path: String) throws(OutputError) {
    guard unsafe unlinkat(folder, path, 0) == 0 else { throw failure(path) }
  }

  /// Removes the folders around a path that nothing is in any more.
  func removeEmptyFolders(around path: String) {
    var rest = path[...]
    while let slash = rest.lastIndex(of: "/") {
      rest = rest[..<slash]
      guard unsafe unlinkat(folder, String(rest), AT_REMOVEDIR) == 0 else { return }
    }
  }
}

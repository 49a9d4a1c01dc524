import CLinux
import Glibc

/// The system calls of publishing by whole paths; ``OpenFolder`` has those within a folder.
package enum LinuxCalls {
  /// What stands at a path; a symbolic link counts as itself.
  package enum Entry: Hashable, Sendable {
    case nothing
    case folder
    case other
  }

  /// What stands at a path.
  package static func entry(at path: String) throws(OutputError) -> Entry {
    var status = stat()
    if unsafe lstat(path, &status) == 0 {
      return status.st_mode & S_IFMT == S_IFDIR ? .folder : .other
    }
    guard errno == ENOENT else { throw failure(path) }
    return .nothing
  }

  /// What a path leads to, through symbolic links.
  package enum Target: Hashable, Sendable {
    case folder
    case file
    case other
  }

  /// What a path leads to; `nil` for nothing.
  package static func target(of path: String) -> Target? {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return nil }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: return .folder
    case S_IFREG: return .file
    default: return .other
    }
  }

  /// Whether a symbolic link stands at a path.
  static func isLink(_ path: String) -> Bool {
    var status = stat()
    return unsafe lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }

  /// Reads a file, whole or as far as it may be long.
  ///
  /// - Parameters:
  ///   - path: The file; a pipe or a device is refused, and never waited for.
  ///   - limit: The most bytes that are read, and that memory is taken for.
  /// - Returns: The bytes.
  /// - Throws: ``OutputError``, with `EINVAL` for what is no file.
  package static func read(
    _ path: String, atMost limit: Int = .max
  ) throws(OutputError) -> [UInt8] {
    let file = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { throw failure(path) }
    defer { close(file) }
    var status = stat()
    guard unsafe fstat(file, &status) == 0 else { throw failure(path) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .system(code: EINVAL, path: path) }
    // One byte more than the file has, so that its end is seen without another round.
    var bytes = [UInt8](repeating: 0, count: min(Int(status.st_size), limit - 1) + 1)
    var filled = 0
    while filled < limit {
      let count = unsafe bytes.withUnsafeMutableBytes { buffer in
        unsafe Glibc.read(
          file, buffer.baseAddress.map { unsafe $0 + filled }, buffer.count - filled)
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw failure(path) }
      filled += count
      if count == 0 { break }
      if filled == bytes.count {
        bytes.append(contentsOf: repeatElement(0, count: min(filled, limit - filled)))
      }
    }
    bytes.removeLast(bytes.count - filled)
    return bytes
  }

  /// The absolute path without symbolic links and dots; everything on it has to exist.
  package static func realPath(_ path: String) throws(OutputError) -> String {
    guard let resolved = unsafe realpath(path, nil) else { throw failure(path) }
    defer { unsafe free(resolved) }
    return unsafe String(cString: resolved)
  }

  /// Makes a folder with the modes that the user's mask leaves.
  static func makeFolder(_ path: String) throws(OutputError) {
    guard unsafe mkdir(path, 0o777) == 0 else { throw failure(path) }
  }

  /// Writes a file that does not exist yet, with the modes that the user's mask leaves.
  package static func createFile(
    _ path: String, _ bytes: [UInt8], isExecutable: Bool = false
  ) throws(OutputError) {
    let file = try openNew(path, isExecutable: isExecutable)
    do { try writeAll(bytes, to: file, path: path) } catch {
      close(file)
      throw error
    }
    try closeWritten(file, path)
  }

  /// Writes a file that does not exist yet, and that is too long to be in memory whole.
  static func createFile(
    _ path: String, _ write: (CInt) async throws(OutputError) -> Void
  ) async throws(OutputError) {
    let file = try openNew(path)
    do { try await write(file) } catch {
      close(file)
      throw error
    }
    try closeWritten(file, path)
  }

  private static func openNew(
    _ path: String, isExecutable: Bool = false
  ) throws(OutputError) -> CInt {
    let modes: mode_t = isExecutable ? 0o777 : 0o666
    let file = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, modes)
    guard file >= 0 else { throw failure(path) }
    return file
  }

  private static func closeWritten(_ file: CInt, _ path: String) throws(OutputError) {
    // A full disk may be noticed as late as here.
    guard close(file) == 0 || errno == EINTR else { throw failure(path) }
  }

  /// Writes over the first bytes of an open file, and leaves the rest as it is.
  static func writeAll(_ bytes: [UInt8], over file: CInt, path: String) throws(OutputError) {
    guard lseek(file, 0, SEEK_SET) == 0 else { throw failure(path) }
    try writeAll(bytes, to: file, path: path)
  }

  /// Writes every byte to an open file that has no name here, such as standard output.
  package static func write(_ bytes: [UInt8], to file: CInt) throws(OutputError) {
    try writeAll(bytes, to: file, path: "")
  }

  /// Writes every byte, however many calls it takes.
  static func writeAll(_ bytes: [UInt8], to file: CInt, path: String) throws(OutputError) {
    var written = 0
    while written < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe Glibc.write(
          file, buffer.baseAddress.map { unsafe $0 + written }, buffer.count - written)
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw failure(path) }
      written += count
    }
  }

  /// Moves a file or folder; a file or an empty folder at the new path is replaced.
  package static func move(_ path: String, to newPath: String) throws(OutputError) {
    guard unsafe rename(path, newPath) == 0 else { throw failure(newPath) }
  }

  /// Swaps what stands at two paths, in one step.
  static func exchange(_ path: String, _ newPath: String) throws(OutputError) {
    guard unsafe exchange_paths(path, newPath) == 0 else { throw failure(newPath) }
  }

  /// Opens a file to lock it, and makes it if there is none; a symbolic link is refused.
  static func openForLocking(_ path: String) throws(OutputError) -> CInt {
    let file = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o666)
    guard file >= 0 else { throw failure(path) }
    return file
  }

  /// Whether an open file holds nothing, as a lock does.
  static func isEmptyFile(_ file: CInt) -> Bool {
    var status = stat()
    return unsafe fstat(file, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
      && status.st_size == 0
  }

  /// Waits until the disk has a file, or the names in a folder.
  static func sync(_ path: String) throws(OutputError) {
    let file = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw failure(path) }
    defer { close(file) }
    // Some file systems have nothing to wait for, and say so.
    guard fsync(file) == 0 || errno == EINVAL else { throw failure(path) }
  }

  /// Waits until the disk has all that was written to the file system of a folder.
  static func syncFileSystem(of folder: String) throws(OutputError) {
    let file = unsafe open(folder, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw failure(folder) }
    defer { close(file) }
    guard sync_file_system(file) == 0 else { throw failure(folder) }
  }

  /// Puts a file where another one may stand, so that whenever the machine stops there is the old
  /// one or the new one, whole.
  package static func replaceFile(_ path: String, _ bytes: [UInt8]) throws(OutputError) {
    let name = path.split(separator: "/").last ?? ""
    let folder = path.dropLast(name.count)
    let beside = "\(folder).\(name).new"
    try createFile(beside, bytes)
    do {
      var status = stat()
      if unsafe stat(path, &status) == 0 { unsafe chmod(beside, status.st_mode & 0o7777) }
      try sync(beside)
      try move(beside, to: path)
    } catch {
      try? remove(beside)
      throw error
    }
    try sync(folder.isEmpty ? "." : String(folder))
  }

  /// Whether an open file is the one that stands at a path.
  static func isSame(_ file: CInt, as path: String) -> Bool {
    var opened = stat()
    var named = stat()
    let known = unsafe fstat(file, &opened) == 0 && lstat(path, &named) == 0
    return known && opened.st_dev == named.st_dev && opened.st_ino == named.st_ino
  }

  /// Removes a file.
  package static func remove(_ path: String) throws(OutputError) {
    guard unsafe unlink(path) == 0 else { throw failure(path) }
  }

  /// The names in a folder, sorted.
  package static func names(in folder: String) throws(OutputError) -> [String] {
    try entries(in: folder).map(\.name)
  }

  /// What a folder holds, sorted by name; a symbolic link to a folder is none.
  static func entries(
    in folder: String
  ) throws(OutputError) -> [(name: String, isFolder: Bool)] {
    guard let stream = unsafe opendir(folder) else { throw failure(folder) }
    defer { unsafe closedir(stream) }
    var entries: [(name: String, isFolder: Bool)] = []
    while true {
      // An error of the disk looks like the end of the folder, but for the number.
      errno = 0
      guard let entry = unsafe readdir(stream) else {
        guard errno == 0 else { throw failure(folder) }
        break
      }
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { bytes in
        unsafe bytes.withMemoryRebound(to: CChar.self, capacity: 256) {
          unsafe String(cString: $0)
        }
      }
      guard name != ".", name != ".." else { continue }
      let type = unsafe Int(entry.pointee.d_type)
      // Some file systems do not say it here.
      let isFolder =
        type == DT_UNKNOWN
        ? try self.entry(at: "\(folder)/\(name)") == .folder : type == DT_DIR
      entries.append((name, isFolder))
    }
    return entries.sorted { $0.name < $1.name }
  }

  /// Removes a file or a folder with everything in it; of a symbolic link only the link.
  package static func removeTree(_ path: String) throws(OutputError) {
    do { return try remove(path) } catch .system(EISDIR, _) {
      for name in try names(in: path) { try removeTree("\(path)/\(name)") }
    } catch { throw error }
    guard unsafe rmdir(path) == 0 else { throw failure(path) }
  }

  /// Hears a signal once; the next one of its kind ends the program.
  static func hear(_ number: CInt, _ handler: @escaping @convention(c) (CInt) -> Void) {
    var action = sigaction()
    unsafe action.__sigaction_handler.sa_handler = handler
    action.sa_flags = CInt(truncatingIfNeeded: Int(SA_RESETHAND) | Int(SA_RESTART))
    unsafe sigaction(number, &action, nil)
  }

  /// Lets a signal do to this thread what it does by itself.
  static func obey(_ number: CInt) {
    signal(number, SIG_DFL)
    var signals = sigset_t()
    unsafe sigemptyset(&signals)
    unsafe sigaddset(&signals, number)
    unsafe pthread_sigmask(SIG_UNBLOCK, &signals, nil)
  }

  /// What the system says about an error number: `No space left on device`.
  static func description(of code: CInt) -> String {
    var buffer = [CChar](repeating: 0, count: 256)
    guard unsafe strerror_r(code, &buffer, buffer.count) == 0 else { return "error \(code)" }
    return String(decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// The error of the call just made.
  static func failure(_ path: String) -> OutputError { .system(code: errno, path: path) }
}

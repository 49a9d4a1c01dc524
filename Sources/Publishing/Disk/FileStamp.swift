import Glibc

/// What the file system says of a file: if all of it is the same, so are the bytes.
///
/// A change of the bytes sets the time of the last change of the file's data, and any way to set
/// that back sets the time of the last change of what is said of it. Both count in nanoseconds.
package struct FileStamp: Hashable, Sendable {
  let size: Int
  let modified: Int
  let changed: Int
  let inode: UInt64

  /// Looks at what a path leads to; `nil` for nothing.
  package init?(_ path: String) {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return nil }
    self.init(status)
  }

  /// Takes what the system said.
  init(_ status: stat) {
    self.init(
      size: Int(status.st_size), modified: Self.nanoseconds(status.st_mtim),
      changed: Self.nanoseconds(status.st_ctim), inode: UInt64(status.st_ino))
  }

  private init(size: Int, modified: Int, changed: Int, inode: UInt64) {
    (self.size, self.modified, self.changed, self.inode) = (size, modified, changed, inode)
  }

  /// The stamp of no file, for one that may have changed unseen.
  static let ofNone = FileStamp(size: 0, modified: 0, changed: 0, inode: 0)

  private static func nanoseconds(_ time: timespec) -> Int {
    time.tv_sec * 1_000_000_000 + time.tv_nsec
  }

  /// The time that the file system would write on a file changed now, or some milliseconds before.
  package static var now: Int {
    var time = timespec()
    unsafe clock_gettime(CLOCK_REALTIME_COARSE, &time)
    return nanoseconds(time)
  }

  /// Whether a file may have been changed after a time without another stamp: the clock of a file
  /// system ticks every few milliseconds.
  package func isTooYoung(at time: Int) -> Bool { max(modified, changed) + 20_000_000 > time }

  /// Whether it is that of the same file with the same bytes, which may have got another name.
  func isOfSameFile(as other: Self) -> Bool {
    size == other.size && modified == other.modified && inode == other.inode
  }

  /// Four numbers with blanks between.
  package var text: String { "\(size) \(modified) \(changed) \(inode)" }

  func write(to writer: inout ByteWriter) {
    for number in [size, modified, changed] {
      writer.addWhole(UInt64(bitPattern: Int64(number)))
    }
    writer.addWhole(inode)
  }

  init(from reader: inout ByteReader) {
    func number() -> Int { Int(truncatingIfNeeded: reader.whole()) }
    self.init(size: number(), modified: number(), changed: number(), inode: reader.whole())
  }
}

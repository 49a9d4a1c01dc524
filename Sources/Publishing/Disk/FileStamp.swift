import Glibc

/// What the file system says of a file: if all of it is the same, so are the bytes.
///
/// A change of the bytes sets the time of the last change of the file's data, and any way to set
/// that back sets the time of the last change of what is said of it. Both count in nanoseconds.
package struct FileStamp: Hashable, Sendable, CustomStringConvertible {
  let size: Int
  let modified: Int
  let changed: Int
  let inode: UInt

  /// Looks at what a path leads to; `nil` for nothing.
  package init?(_ path: String) {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return nil }
    size = Int(status.st_size)
    modified = Self.nanoseconds(status.st_mtim)
    changed = Self.nanoseconds(status.st_ctim)
    inode = UInt(status.st_ino)
  }

  private init(size: Int, modified: Int, changed: Int, inode: UInt) {
    (self.size, self.modified, self.changed, self.inode) = (size, modified, changed, inode)
  }

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

  /// Four numbers with blanks between.
  package var description: String { "\(size) \(modified) \(changed) \(inode)" }

  /// Reads what ``description`` wrote, and the rest of the line behind it.
  static func reading(_ line: ArraySlice<UInt8>) -> (stamp: FileStamp, rest: ArraySlice<UInt8>)? {
    var rest = line
    var numbers: [UInt] = []
    while numbers.count < 4 {
      let digits = rest.prefix { $0 != UInt8(ascii: " ") }
      var number: UInt = 0
      for digit in digits {
        let (tens, isTooMuch) = number.multipliedReportingOverflow(by: 10)
        guard (0x30...0x39).contains(digit), !isTooMuch else { return nil }
        number = tens &+ UInt(digit - 0x30)
      }
      guard !digits.isEmpty, digits.endIndex < rest.endIndex else { return nil }
      numbers.append(number)
      rest = rest[(digits.endIndex + 1)...]
    }
    let signed = numbers.map { Int(truncatingIfNeeded: $0) }
    let stamp = FileStamp(
      size: signed[0], modified: signed[1], changed: signed[2], inode: numbers[3])
    return (stamp, rest)
  }
}

import Diagnostics

/// The bytes of a file, and the line and column of each.
struct SourcePositions {
  let bytes: [UInt8]
  let file: String

  /// The offset of each line's first byte; filled on the first question, for most files are right.
  private lazy var lineStarts: [Int] =
    [0] + bytes.indices.filter { bytes[$0] == UInt8(ascii: "\n") }.map { $0 + 1 }

  /// The place that was found last: a long line is counted through once, and not once for each of
  /// its elements.
  private var last = (start: 0, offset: 0, column: 1)

  init(_ bytes: [UInt8], file: String) {
    self.bytes = bytes
    self.file = file
  }

  /// The place of a byte, or the end of the file for what lies behind it.
  mutating func location(at offset: Int) -> SourceLocation {
    let offset = min(max(offset, 0), bytes.count)
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    let start = lineStarts[low] == 0 && hasByteOrderMark ? min(3, offset) : lineStarts[low]
    if last.start != start || offset < last.offset { last = (start, start, 1) }
    // A continuation byte starts no scalar.
    last.column += bytes[last.offset..<offset].count { $0 & 0xC0 != 0x80 }
    last.offset = offset
    return SourceLocation(file: file, line: low + 1, column: last.column)
  }

  /// Whether the file starts with a byte order mark, which editors do not show.
  var hasByteOrderMark: Bool { bytes.starts(with: [0xEF, 0xBB, 0xBF]) }
}

/// Puts numbers and texts one after the other, for files that only this program reads.
package struct ByteWriter: Sendable {
  /// What was written.
  package private(set) var bytes: [UInt8] = []

  package init() {}

  /// Adds a number, seven bits a byte, the lowest first.
  package mutating func add(_ number: UInt64) {
    var rest = number
    while rest > 0x7F {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  /// Adds a number that is not negative.
  package mutating func add(_ number: Int) { add(UInt64(number)) }

  /// Adds a choice.
  package mutating func add(_ choice: Bool) { bytes.append(choice ? 1 : 0) }

  /// Adds a text with its length.
  package mutating func add(_ text: String) {
    add(text.utf8.count)
    bytes.append(contentsOf: text.utf8)
  }

  /// Adds bytes with their number.
  package mutating func add(_ run: some Collection<UInt8>) {
    add(run.count)
    bytes.append(contentsOf: run)
  }

  /// Adds a number in the eight bytes that any may take.
  mutating func addWhole(_ number: UInt64) {
    for shift in stride(from: 0, to: UInt64.bitWidth, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: number >> UInt64(shift)))
    }
  }

  /// Adds a digest.
  mutating func add(_ hash: FileHash) { hash.appendDigest(to: &bytes) }

  /// Takes what was written away, in pieces.
  ///
  /// - Parameters:
  ///   - size: How long a piece is.
  ///   - all: Whether the rest goes too that is shorter than a piece.
  /// - Returns: The pieces, in order.
  mutating func takePieces(of size: Int, all: Bool) -> [[UInt8]] {
    let end = all ? bytes.count : bytes.count - bytes.count % size
    let pieces = stride(from: 0, to: end, by: size).map {
      Array(bytes[$0..<min($0 + size, end)])
    }
    bytes.removeFirst(end)
    return pieces
  }

  /// Adds bytes whose number the reader knows.
  mutating func addPlain(_ run: some Sequence<UInt8>) { bytes.append(contentsOf: run) }
}

/// Reads what a ``ByteWriter`` wrote.
///
/// Where the bytes end too early, everything from there on is zero and empty, and ``isWhole`` tells.
package struct ByteReader: Sendable {
  private let bytes: ArraySlice<UInt8>
  private var place: Int
  private let end: Int

  /// Whether nothing was missing so far.
  package private(set) var isWhole = true

  /// Reads bytes from their start.
  package init(_ bytes: ArraySlice<UInt8>) {
    (self.bytes, place, end) = (bytes, bytes.startIndex, bytes.endIndex)
  }

  /// Whether everything was read, and nothing was missing.
  package var isAtEnd: Bool { isWhole && place == end }

  /// The next number.
  package mutating func number() -> UInt64 {
    var number: UInt64 = 0
    var shift: UInt64 = 0
    while place < end, shift < 64 {
      let byte = bytes[place]
      place += 1
      number |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return number }
      shift += 7
    }
    isWhole = false
    return 0
  }

  /// The next number of eight bytes.
  mutating func whole() -> UInt64 {
    let run = run(8)
    guard run.count == 8 else { return 0 }
    return run.reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// The next number, as a count of things of which each takes a byte or more.
  package mutating func count() -> Int {
    let number = number()
    guard number <= UInt64(end - place) else {
      isWhole = false
      return 0
    }
    return Int(number)
  }

  /// The next number as one of this machine.
  package mutating func integer() -> Int { Int(truncatingIfNeeded: number()) }

  /// The next choice.
  package mutating func choice() -> Bool { number() == 1 }

  /// The next text.
  package mutating func text() -> String { String(decoding: run(count()), as: UTF8.self) }

  /// The next bytes.
  package mutating func run() -> ArraySlice<UInt8> { run(count()) }

  /// So many bytes.
  mutating func run(_ count: Int) -> ArraySlice<UInt8> {
    guard isWhole, count <= end - place else {
      isWhole = false
      return []
    }
    defer { place += count }
    return bytes[place..<(place + count)]
  }
}

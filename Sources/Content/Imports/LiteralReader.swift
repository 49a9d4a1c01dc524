/// Reads JSON, and the parts of Python and of TOML that price lists are written in.
struct LiteralReader {
  /// Where a text is not what it should be, in bytes.
  struct Fault: Error, Hashable {
    let offset: Int
  }

  let bytes: [UInt8]
  var place: Int

  /// Whether texts are those of TOML: none goes on in the next one, some have three quotes, and between
  /// single ones nothing is escaped.
  var readsTables = false

  /// Reads the one value that starts at a place.
  ///
  /// - Throws: ``Fault``.
  static func value(of bytes: [UInt8], from start: Int = 0) throws(Fault) -> LiteralValue {
    var reader = LiteralReader(bytes: bytes, place: start)
    return try reader.value(depth: 0)
  }

  init(bytes: [UInt8], place: Int) { (self.bytes, self.place) = (bytes, place) }

  var next: UInt8? { place < bytes.count ? bytes[place] : nil }

  func fault() -> Fault { Fault(offset: place) }

  mutating func skipBlanks() {
    while let byte = next {
      if byte == UInt8(ascii: "#") {
        while let byte = next, byte != UInt8(ascii: "\n") { place += 1 }
      } else if [0x20, 0x0A, 0x0D, 0x09].contains(byte) {
        place += 1
      } else {
        return
      }
    }
  }

  /// Whether a byte comes next, which is then read.
  mutating func take(_ character: Unicode.Scalar) -> Bool {
    skipBlanks()
    guard next == UInt8(ascii: character) else { return false }
    place += 1
    return true
  }

  mutating func value(depth: Int) throws(Fault) -> LiteralValue {
    guard depth < 64 else { throw fault() }
    skipBlanks()
    switch next {
    case UInt8(ascii: "{"): return try object(depth)
    case UInt8(ascii: "["), UInt8(ascii: "("): return try array(depth)
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return .string(try string())
    case let byte? where byte == UInt8(ascii: "-") || isDigit(byte): return .number(number())
    case let byte? where isLetter(byte): return try named(depth)
    default: throw fault()
    }
  }

  private mutating func object(_ depth: Int) throws(Fault) -> LiteralValue {
    _ = take("{")
    var members: [LiteralValue.Member] = []
    while !take("}") {
      skipBlanks()
      let isQuoted = next == UInt8(ascii: "\"") || next == UInt8(ascii: "'")
      let key = isQuoted ? try string() : identifier()
      guard !key.isEmpty || isQuoted, take(":") || take("=") else { throw fault() }
      members.append(.init(key: key, value: try value(depth: depth + 1)))
      guard take(",") || next == UInt8(ascii: "}") else { throw fault() }
    }
    return .object(name: nil, members)
  }

  private mutating func array(_ depth: Int) throws(Fault) -> LiteralValue {
    let isTuple = take("(")
    if !isTuple { _ = take("[") }
    var items: [LiteralValue] = []
    while !take(isTuple ? ")" : "]") {
      items.append(try value(depth: depth + 1))
      guard take(",") || next == UInt8(ascii: isTuple ? ")" : "]") else { throw fault() }
    }
    return .array(name: nil, items)
  }

  /// A word, or a call: `Tier(start=200000, price=Decimal('2'))`.
  private mutating func named(_ depth: Int) throws(Fault) -> LiteralValue {
    let word = identifier()
    guard take("(") else { return .word(word) }
    var (members, items): ([LiteralValue.Member], [LiteralValue]) = ([], [])
    while !take(")") {
      skipBlanks()
      let start = place
      let key = identifier()
      if !key.isEmpty, take("=") {
        members.append(.init(key: key, value: try value(depth: depth + 1)))
      } else {
        place = start
        items.append(try value(depth: depth + 1))
      }
      guard take(",") || next == UInt8(ascii: ")") else { throw fault() }
    }
    return items.isEmpty ? .object(name: word, members) : .array(name: word, items)
  }

  private mutating func identifier() -> String {
    let start = place
    while let byte = next, isLetter(byte) || isDigit(byte) || byte == UInt8(ascii: ".") {
      place += 1
    }
    return String(decoding: bytes[start..<place], as: UTF8.self)
  }

  private mutating func number() -> String {
    let start = place
    let others = Array("+-.eE_".utf8)
    while let byte = next, isDigit(byte) || others.contains(byte) { place += 1 }
    return String(decoding: bytes[start..<place].filter { $0 != UInt8(ascii: "_") }, as: UTF8.self)
  }

  /// A text in either kind of quotes; texts that follow each other are one, as in Python.
  mutating func string() throws(Fault) -> String {
    var text: [UInt8] = []
    repeat {
      guard let quote = next, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
        throw fault()
      }
      let isLong = readsTables && bytes[place...].starts(with: [quote, quote, quote])
      let end = Array(repeating: quote, count: isLong ? 3 : 1)
      place += end.count
      while let byte = next, !bytes[place...].starts(with: end) {
        place += 1
        if byte == UInt8(ascii: "\\"), !readsTables || quote == UInt8(ascii: "\"") {
          try escape(into: &text)
        } else {
          text.append(byte)
        }
      }
      guard next == quote else { throw fault() }
      place += end.count
      if readsTables { break }
      skipBlanks()
    } while next == UInt8(ascii: "\"") || next == UInt8(ascii: "'")
    return String(decoding: text, as: UTF8.self)
  }

  private mutating func escape(into text: inout [UInt8]) throws(Fault) {
    guard let byte = next else { throw fault() }
    place += 1
    switch byte {
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "u"), UInt8(ascii: "x"):
      var code = try code(of: byte == UInt8(ascii: "u") ? 4 : 2)
      // JSON writes what has no place among four digits as two halves of it.
      if 0xD800..<0xDC00 ~= code, bytes[place...].starts(with: Array("\\u".utf8)) {
        place += 2
        let low = try self.code(of: 4)
        code = 0xDC00..<0xE000 ~= low ? 0x10000 + (code - 0xD800) << 10 + low - 0xDC00 : 0xFFFD
      }
      text += Array(String(Unicode.Scalar(code) ?? "\u{FFFD}").utf8)
    case 0x0A: break
    default: text.append(byte)
    }
  }

  /// The number that so many hexadecimal digits are.
  private mutating func code(of length: Int) throws(Fault) -> UInt32 {
    guard place + length <= bytes.count,
      let code = UInt32(String(decoding: bytes[place..<place + length], as: UTF8.self), radix: 16)
    else { throw fault() }
    place += length
    return code
  }

  func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) || byte == UInt8(ascii: "_")
  }
}

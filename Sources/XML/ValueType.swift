/// What the values of an attribute have to be, told apart only as far as its type does.
///
/// Two values of one class are both right or both wrong: a class is either one that the type
/// accepts as a whole, such as plain decimals, or all values that differ in nothing but digits
/// where the type treats digits alike, or a single value.
package struct ValueType: Sendable {
  /// Values that a type accepts whatever their digits or letters are.
  fileprivate enum Whole: UInt8, CaseIterable { case decimal, integer, natural, positive, name }

  /// A bit for each case of ``Whole``, so that a type is copied without counting references.
  private var wholes: UInt8 = 0
  private var treatsDigitsAlike = true
  private var fingerprint: UInt64

  /// As many digits libxml2 takes of a decimal, and zeros in front beside them.
  private static let mostAlike = 24

  /// For values that are alike only if they are the same.
  package static let exact = Self()

  private init() {
    treatsDigitsAlike = false
    fingerprint = Fingerprint.start
  }

  /// Understands the type of an attribute whose references are resolved.
  ///
  /// - Returns: `nil` for a type that is about more than the value.
  init?(_ attribute: Element) {
    var text: [UInt8] = []
    var isAboutMore = false
    for part in attribute.elements {
      part.write(inside: "", startingLines: false, to: &text)
      part.visit { data in
        guard data.name == "data", let type = data["type"] else { return }
        isAboutMore = isAboutMore || type.hasPrefix("ID") || type.hasPrefix("ENTIT")
      }
    }
    guard !isAboutMore else { return nil }
    fingerprint = Fingerprint.of(text, 0..<text.count)
    guard attribute.elements.count == 1 else {
      treatsDigitsAlike = false
      return
    }
    add(attribute.elements[0])
  }

  private mutating func accept(_ whole: Whole) { wholes |= 1 << whole.rawValue }

  private mutating func add(_ pattern: Element) {
    switch pattern.name {
    case "choice": for way in pattern.elements { add(way) }
    case "value":
      guard case .text(let text)? = pattern.children.first else { return }
      if text.text.utf8.contains(where: ASCII.isDigit) { treatsDigitsAlike = false }
    case "data": addData(pattern)
    default: treatsDigitsAlike = false
    }
  }

  private mutating func addData(_ data: Element) {
    switch (data["type"] ?? "", data.elements.isEmpty) {
    case ("decimal", true): accept(.decimal)
    case ("integer", true): accept(.integer)
    case ("NCName", true): accept(.name)
    case ("nonNegativeInteger", true):
      accept(.natural)
      treatsDigitsAlike = false
    case ("positiveInteger", true):
      accept(.positive)
      treatsDigitsAlike = false
    case ("string", false):
      guard data.elements.count == 1, data.elements[0]["name"] == "pattern",
        case .text(let text)? = data.elements[0].children.first
      else {
        treatsDigitsAlike = false
        return
      }
      let pattern = ValuePattern(text.text)
      if pattern.acceptsDecimals { accept(.decimal) }
      if !pattern.treatsDigitsAlike { treatsDigitsAlike = false }
    default: treatsDigitsAlike = false
    }
  }

  /// Tells the class of a value, and the type with it.
  ///
  /// - Parameters:
  ///   - bytes: Markup that has been written.
  ///   - range: Where the value stands in it.
  /// - Returns: Equal numbers for values of one class of one type.
  package func fingerprint(of bytes: [UInt8], _ range: Range<Int>) -> UInt64 {
    let value = bytes.span.extracting(range)
    if wholes != 0 {
      for whole in Whole.allCases where wholes & 1 << whole.rawValue != 0 && whole.holds(value) {
        return Fingerprint.mix(~fingerprint, UInt64(whole.rawValue))
      }
    }
    guard treatsDigitsAlike, value.count <= Self.mostAlike else {
      return Fingerprint.mix(fingerprint, Fingerprint.of(bytes, range))
    }
    var number = Fingerprint.mix(fingerprint, UInt64(value.count))
    for index in value.indices {
      let byte = ASCII.isDigit(value[index]) ? UInt8(ascii: "0") : value[index]
      number = Fingerprint.mix(number, UInt64(byte))
    }
    return number
  }
}

extension ValueType.Whole {
  /// More digits than this are a matter of their own to libxml2.
  private static let digits = 12

  fileprivate func holds(_ value: Span<UInt8>) -> Bool {
    var offset = 0
    switch self {
    case .name: return ASCII.isName(value)
    case .natural: break
    case .positive: guard !value.isEmpty, value[0] != UInt8(ascii: "0") else { return false }
    case .decimal, .integer: if value.count > 1, value[0] == UInt8(ascii: "-") { offset = 1 }
    }
    let whole = ASCII.digits(value, from: offset)
    offset += whole
    guard (1...Self.digits).contains(whole) else { return false }
    guard self == .decimal, offset < value.count, value[offset] == UInt8(ascii: ".") else {
      return offset == value.count
    }
    let fraction = ASCII.digits(value, from: offset + 1)
    return (1...Self.digits).contains(fraction) && offset + 1 + fraction == value.count
  }
}

/// What the bytes of a value are.
enum ASCII {
  static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }

  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- UInt8(ascii: "a") < 26 }

  /// How many digits stand in a row.
  static func digits(_ value: Span<UInt8>, from start: Int) -> Int {
    var end = start
    while end < value.count, isDigit(value[end]) { end += 1 }
    return end - start
  }

  /// Whether a value is a name without a colon, of plain letters.
  static func isName(_ value: Span<UInt8>) -> Bool {
    guard !value.isEmpty, isLetter(value[0]) || value[0] == UInt8(ascii: "_") else { return false }
    for index in value.indices {
      switch value[index] {
      case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"): continue
      case let byte where isDigit(byte) || isLetter(byte): continue
      default: return false
      }
    }
    return true
  }
}

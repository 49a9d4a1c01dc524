/// A number exactly as an author wrote it: an integer and the place of its decimal point.
///
/// Nothing is rounded and nothing passes through binary floating point. `6.50` and `6.5` are
/// the same value.
public struct ExactDecimal: Hashable, Sendable {
  /// The digits without the point; never negative, and no zero at the end of a fraction.
  public let significand: Int128

  /// How many of the digits stand after the point, from 0 to 30.
  public let scale: Int

  /// How many digits were written after the point, zeros at the end too: `0.10` means its cent.
  public let writtenDecimals: Int

  /// The most digits a number may have; well inside `Int128`.
  public static let maximumDigits = 30

  /// Reads digits with an optional fraction, such as `6.50`.
  ///
  /// - Parameter text: What the author wrote, without a unit or a sign.
  /// - Throws: ``Mistake`` that says what is wrong with anything else.
  public init(_ text: String) throws(Mistake) {
    let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let whole = parts[0]
    let fraction = parts.count == 2 ? parts[1] : ""
    guard whole.isDigits, parts.count == 1 || fraction.isDigits,
      whole.utf8.count == 1 || whole.first != "0"
    else { throw Self.mistake(in: text) }

    let zeros = fraction.reversed().prefix { $0 == "0" }.count
    let digits = whole + fraction.dropLast(zeros)
    guard whole.utf8.count <= Self.maximumDigits else {
      throw Mistake("\(Mistake.quoted(text)) is too large", hint: "check the unit")
    }
    guard digits.utf8.count <= Self.maximumDigits else {
      throw Mistake(
        "\(Mistake.quoted(text)) is too fine", hint: "write at most \(Self.maximumDigits) digits")
    }
    significand = digits.utf8.reduce(into: Int128(0)) { $0 = $0 * 10 + Int128($1 - 48) }
    scale = fraction.utf8.count - zeros
    writtenDecimals = fraction.utf8.count
  }

  private init(significand: Int128, scale: Int) {
    self.significand = significand
    self.scale = scale
    writtenDecimals = scale
  }

  /// The number divided by a hundred, as a percentage needs it.
  var hundredth: Self {
    var (significand, scale) = (significand, scale + 2)
    while scale > 0, significand % 10 == 0 { (significand, scale) = (significand / 10, scale - 1) }
    return Self(significand: significand, scale: scale)
  }

  /// Names the first thing that keeps a text from being a number.
  private static func mistake(in text: String) -> Mistake {
    let quoted = Mistake.quoted(text)
    let number = text.drop { !$0.isASCIIDigit }.prefix { $0.isASCIIDigit || $0 == "." }
    let example = number.isEmpty ? "6.50" : number
    let rest = text.drop { $0.isASCIIDigit || $0 == "." }
    return switch text {
    case _ where text.first == "-" && text.dropFirst().first?.isASCIIDigit == true:
      Mistake("\(quoted) is negative", hint: "write a number from 0 up")
    case _ where text.contains { $0.isCurrencySymbol }:
      Mistake("\(quoted) has a currency sign", hint: "write \(example), the key says the unit")
    case _ where text.contains(",") && text.allSatisfy { $0.isASCIIDigit || ",.".contains($0) }:
      Mistake("\(quoted) has a comma", hint: "write a point before decimals, nothing else")
    case _ where text.contains("_") && text.allSatisfy { $0.isASCIIDigit || "_.".contains($0) }:
      Mistake("\(quoted) has an underscore", hint: "write the digits without it")
    case _ where text.first == "." && text.dropFirst().allSatisfy(\.isASCIIDigit):
      Mistake("\(quoted) has no digit before the point", hint: "write 0\(text)")
    case _ where text.last == "." && text.dropLast().allSatisfy(\.isASCIIDigit):
      Mistake("\(quoted) has no digit after the point", hint: "write \(text.dropLast())")
    case _ where text.first == "0" && text.allSatisfy { $0.isASCIIDigit || $0 == "." }:
      Mistake("\(quoted) starts with a zero too many", hint: "remove it")
    case _ where rest.first?.lowercased() == "e" && rest.dropFirst().last?.isASCIIDigit == true:
      Mistake("\(quoted) is in scientific notation", hint: "write out all the digits")
    case _ where text.first?.isASCIIDigit == true && rest.first.map { $0.isUnitStart } == true:
      Mistake("\(quoted) has a unit", hint: "write \(example), the key says the unit")
    default: Mistake("\(quoted) is not a number", hint: "write digits, like 6.50")
    }
  }
}

extension ExactDecimal: Comparable {
  /// By amount, however it was written.
  public static func == (left: Self, right: Self) -> Bool {
    (left.significand, left.scale) == (right.significand, right.scale)
  }

  /// By amount, however it was written.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(significand)
    hasher.combine(scale)
  }

  /// By amount; whole parts first, so that no scale can overflow.
  public static func < (left: Self, right: Self) -> Bool {
    let (leftUnit, rightUnit) = (power(left.scale), power(right.scale))
    let (leftWhole, rightWhole) = (left.significand / leftUnit, right.significand / rightUnit)
    guard leftWhole == rightWhole else { return leftWhole < rightWhole }
    let widest = max(left.scale, right.scale)
    return left.significand % leftUnit * power(widest - left.scale)
      < right.significand % rightUnit * power(widest - right.scale)
  }

  private static func power(_ exponent: Int) -> Int128 {
    (0..<exponent).reduce(Int128(1)) { power, _ in power * 10 }
  }
}

extension ExactDecimal: CustomStringConvertible {
  /// The number in its shortest form, such as `6.5`.
  public var description: String {
    let digits = String(significand)
    guard scale > 0 else { return digits }
    let padded = String(repeating: "0", count: max(0, scale + 1 - digits.count)) + digits
    return "\(padded.dropLast(scale)).\(padded.suffix(scale))"
  }
}

extension StringProtocol {
  /// Whether the text is one ASCII digit or more, and nothing else.
  var isDigits: Bool { !isEmpty && utf8.allSatisfy { (48...57).contains($0) } }
}

extension Character {
  /// Whether the character is one of `0` to `9`, and no digit of another script.
  var isASCIIDigit: Bool { ("0"..."9").contains(self) && isASCII }

  fileprivate var isUnitStart: Bool { self == " " || self == "/" || self == "%" || isLetter }
}

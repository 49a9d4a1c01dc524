/// How the numbers on an axis are written: shortest form, no locale, `k`, `M` and `B`.
public enum TickFormat: String, Sendable {
  /// US dollars: `$0.05`, `$20`, `$10k`, `$1M`.
  case dollars

  /// A plain count: `500`, `20k`, `1M`, `10B`.
  case count

  /// Hours: `24 h`.
  case hours

  /// A share given as a fraction of one: `0.25` is `25%`.
  case percent

  /// Writes a tick.
  func text(of tick: Tick) -> String {
    switch self {
    case .dollars:
      let number = tick.shortened
      return number.hasPrefix("\u{2212}") ? "\u{2212}$\(number.dropFirst())" : "$\(number)"
    case .count: return tick.shortened
    case .hours: return "\(tick.shortened)\u{A0}h"
    case .percent: return "\(Tick(tick.digits, exponent: tick.exponent + 2).plain)%"
    }
  }
}

/// A round number on an axis, kept as digits so that writing it is exact.
struct Tick: Hashable {
  /// The significant digits, without trailing zeros unless zero itself.
  let digits: Int

  /// The power of ten that the digits are multiplied by.
  let exponent: Int

  init(_ digits: Int, exponent: Int) {
    var (digits, exponent) = (digits, exponent)
    while digits != 0, digits.isMultiple(of: 10) {
      digits /= 10
      exponent += 1
    }
    self.digits = digits
    self.exponent = digits == 0 ? 0 : exponent
  }

  /// The nearest `Double`; for placing, never for writing.
  var value: Double {
    exponent < 0
      ? Double(digits) / Tick.power(of: -exponent) : Double(digits) * Tick.power(of: exponent)
  }

  /// Ten to a power that is not negative, by multiplication: exact up to 10²².
  private static func power(of exponent: Int) -> Double {
    (0..<exponent).reduce(1) { product, _ in product * 10 }
  }

  /// The number with `k`, `M`, `B` or `T` from ten thousand on, as `2k` from a thousand if round.
  fileprivate var shortened: String {
    let magnitude = String(digits.magnitude).count + exponent
    let suffixes = [(13, "T"), (10, "B"), (7, "M"), (4, "k")]
    for (places, suffix) in suffixes where magnitude >= places {
      return Tick(digits, exponent: exponent - places + 1).plain + suffix
    }
    return plain
  }

  /// The number in decimal notation.
  fileprivate var plain: String {
    let sign = digits < 0 ? "\u{2212}" : ""
    let figures = String(digits.magnitude)
    guard exponent < 0 else { return sign + figures + String(repeating: "0", count: exponent) }
    let padding = String(repeating: "0", count: max(0, 1 - exponent - figures.count))
    let padded = padding + figures
    return "\(sign)\(padded.dropLast(-exponent)).\(padded.suffix(-exponent))"
  }
}

import Messages

/// How the numbers on an axis are written: shortest form, `k`, `M` and `B`.
public enum TickFormat: String, Sendable {
  /// US dollars: `$0.05`, `$20`, `$10k`, `$1M`.
  case dollars

  /// A plain count: `500`, `20k`, `1M`, `10B`.
  case count

  /// Hours: `24 h`.
  case hours

  /// A share given as a fraction of one: `0.25` is `25 %`.
  case percent

  /// Writes the ticks of an axis.
  ///
  /// Powers of ten are written each in its own unit. What is added up in equal steps is written
  /// in one unit with equally many decimals, so that a reader sees the step.
  ///
  /// - Parameters:
  ///   - ticks: In any order.
  ///   - kind: How distances relate to values.
  /// - Returns: A text for each.
  func texts(of ticks: [Tick], on kind: Axis.Kind) -> [String] {
    let ticks = self == .percent ? ticks.map { Tick($0.digits, exponent: $0.exponent + 2) } : ticks
    guard kind == .linear else {
      return ticks.map { tick in
        let unit = Unit(places: tick.places, from: 4)
        return dressed(tick, unit: unit, decimals: decimals(tick, unit))
      }
    }
    let unit = Unit(places: ticks.map(\.places).max() ?? 0, from: 5)
    let most = ticks.map { decimals($0, unit) }.max() ?? 0
    return ticks.map { dressed($0, unit: unit, decimals: most) }
  }

  /// The decimals that a tick needs; cents come in pairs.
  private func decimals(_ tick: Tick, _ unit: Unit) -> Int {
    guard tick.digits != 0 else { return 0 }
    let least = max(0, unit.exponent - tick.exponent)
    return self == .dollars && unit.exponent == 0 && least == 1 ? 2 : least
  }

  private func dressed(_ tick: Tick, unit: Unit, decimals: Int) -> String {
    let sign = tick.digits < 0 ? "\u{2212}" : ""
    let shown = Tick(abs(tick.digits), exponent: tick.exponent - unit.exponent)
    let number = tick.digits == 0 ? "0" : unit.text(shown.plain(decimals: decimals))
    return switch self {
    case .dollars: sign + localized("$\(number)")
    case .count: "\(sign)\(number)"
    case .hours: "\(sign)\(number)\u{A0}h"
    case .percent: "\(sign)\(number)\u{A0}%"
    }
  }

  /// A power of a thousand with its letter.
  private struct Unit {
    let exponent: Int

    /// The unit for a number.
    ///
    /// - Parameters:
    ///   - places: The digits before the decimal point.
    ///   - threshold: As of how many of them thousands are counted.
    init(places: Int, from threshold: Int) {
      exponent = places < threshold ? 0 : [12, 9, 6, 3].first { places > $0 } ?? 0
    }

    /// So many of it: `20k`.
    func text(_ number: String) -> String {
      let number = Language.current?.numbers.text(number, from: .commaAndPoint) ?? number
      return switch exponent {
      case 12: localized("\(number)T")
      case 9: localized("\(number)B")
      case 6: localized("\(number)M")
      case 3: localized("\(number)k")
      default: number
      }
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

  /// How many digits stand before the decimal point, not above zero below one.
  var places: Int { digits == 0 ? 0 : String(digits.magnitude).count + exponent }

  /// Ten to a power that is not negative, by multiplication: exact up to 10²².
  private static func power(of exponent: Int) -> Double {
    (0..<exponent).reduce(1) { product, _ in product * 10 }
  }

  /// The number in decimal notation, with commas; the digits are not negative.
  fileprivate func plain(decimals: Int) -> String {
    let figures = String(digits) + String(repeating: "0", count: max(0, exponent + decimals))
    let padded = String(repeating: "0", count: max(0, decimals + 1 - figures.count)) + figures
    let whole = padded.dropLast(decimals)
    var grouped = ""
    for (index, figure) in whole.enumerated() {
      if index > 0, (whole.count - index).isMultiple(of: 3) { grouped.append(",") }
      grouped.append(figure)
    }
    return decimals == 0 ? grouped : "\(grouped).\(padded.suffix(decimals))"
  }
}

/// The unit of a figure in a claim: base units, their products and quotients, such as `usd/h`.
///
/// Units are never converted behind an author's back: hours and seconds are different, and
/// `3600 s/h` between them is a term of the arithmetic that readers see.
public struct ClaimUnit: Hashable, Sendable {
  /// What units are made of.
  public enum Base: String, CaseIterable, Hashable, Sendable {
    /// US dollars.
    case usd

    /// Tokens of either kind.
    case tokens

    /// A million tokens, as prices count them.
    case millionTokens = "million-tokens"

    /// Requests, however long.
    case requests

    /// Whatever else a price is for: images, searches, a thousand requests.
    case items

    /// Months of the calendar.
    case months

    /// Hours.
    case hours = "h"

    /// Minutes.
    case minutes = "min"

    /// Seconds.
    case seconds = "s"

    /// Megabytes.
    case megabytes = "MB"

    /// Gigabytes.
    case gigabytes = "GB"

    /// Terabytes.
    case terabytes = "TB"

    /// Hundredths; a share becomes a percentage by a term of `100 %`.
    case percent = "%"
  }

  /// A word that is no base unit.
  public struct UnknownWord: Error, Hashable, Sendable {
    /// The word as it was written.
    public let word: String
  }

  /// The power of each base unit, never 0.
  private var powers: [Base: Int]

  private init(powers: [Base: Int]) { self.powers = powers.filter { $0.value != 0 } }

  /// A base unit.
  public init(_ base: Base) { powers = [base: 1] }

  /// No unit: a count of things, or a factor.
  public static let none = ClaimUnit(powers: [:])

  /// Reads base units joined by `*` and `/`, such as `usd/h` or `GB*s`.
  ///
  /// - Parameter text: What is above the line, then each divisor after a `/`; `1` for nothing.
  /// - Throws: ``UnknownWord``.
  public init(reading text: String) throws(UnknownWord) {
    self = .none
    for (index, part) in text.split(separator: "/", omittingEmptySubsequences: false).enumerated() {
      for word in part.split(separator: "*", omittingEmptySubsequences: false)
      where index > 0 || part != "1" {
        guard let base = Base(rawValue: String(word)) else {
          throw UnknownWord(word: String(word))
        }
        self = index == 0 ? self * ClaimUnit(base) : self / ClaimUnit(base)
      }
    }
  }

  /// The base units above the line, each as often as it counts, in a fixed order.
  public var above: [Base] { repeated { $0 } }

  /// The base units below the line, each as often as it counts, in a fixed order.
  public var below: [Base] { repeated { -$0 } }

  private func repeated(_ sign: (Int) -> Int) -> [Base] {
    var found: [Base] = []
    for (base, power) in powers where sign(power) > 0 {
      found += repeatElement(base, count: sign(power))
    }
    // Most units have one, which needs no order.
    return found.count > 1 ? Base.allCases.flatMap { base in found.filter { $0 == base } } : found
  }

  /// The unit of a product.
  public static func * (left: Self, right: Self) -> Self {
    Self(powers: left.powers.merging(right.powers, uniquingKeysWith: +))
  }

  /// The unit of a quotient.
  public static func / (left: Self, right: Self) -> Self {
    left * Self(powers: right.powers.mapValues { -$0 })
  }
}

extension ClaimUnit: CustomStringConvertible {
  /// The form that ``init(reading:)`` reads; empty for no unit.
  public var description: String {
    guard !powers.isEmpty else { return "" }
    let above = above.map(\.rawValue).joined(separator: "*")
    return ([above.isEmpty ? "1" : above] + below.map(\.rawValue)).joined(separator: "/")
  }
}

extension RateUnit {
  /// The unit of a price of this kind: dollars for each of what is counted.
  public var claimUnit: ClaimUnit {
    let counted: [ClaimUnit.Base] =
      switch (meter, part) {
      case (.tokens, _): [.millionTokens]
      case (.requests, _) where size == 1: [.requests]
      case (.requests, _), (.items, _): [.items]
      case (.time, let part?) where part.isMonthly: [.items]
      case (.time, let part):
        (part.map(ClaimUnit.bases(of:)) ?? []) + (size == 1 ? [.seconds] : [.hours])
      }
    return counted.reduce(ClaimUnit(.usd)) { $0 / ClaimUnit($1) }
  }
}

extension ClaimUnit {
  /// What the time of a part of a machine is multiplied by; nothing for a machine and for a GPU, which
  /// claims take for one.
  fileprivate static func bases(of part: RateUnit.Part) -> [Base] {
    switch part {
    case .machine, .gpus, .bought, .months: []
    case .memory: [.gigabytes]
    case .gibibytes, .vcpus, .cores, .kilowatts: [.items]
    }
  }
}

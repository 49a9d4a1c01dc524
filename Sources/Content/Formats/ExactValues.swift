import Diagnostics
import Pricing

/// From what authors write to what the engine counts with; all of it exact.
extension ExactDecimal {
  /// The number as a fraction.
  ///
  /// - Throws: ``PricingError/tooLarge`` for more digits than the engine holds.
  func ratio() throws(PricingError) -> Ratio {
    var scale: Int128 = 1
    for _ in 0..<self.scale { scale *= 10 }
    return try Ratio(significand, over: scale)
  }
}

/// A length of time in exact seconds.
func seconds(_ duration: Duration) -> Ratio {
  // Durations are whole nanoseconds below 10¹² hours, so neither line can overflow.
  (try? Ratio(duration.attoseconds / 1_000_000_000, over: 1_000_000_000)) ?? .zero
}

/// A length of time in exact hours.
func hours(_ duration: Duration) -> Ratio { (try? seconds(duration) / 3600) ?? .zero }

extension Stated {
  /// The bounds, or `nil` where nothing is stated.
  func bounds<Value: Comparable & Hashable & Sendable>(
    _ convert: (Bound) throws(PricingError) -> Value
  ) throws(PricingError) -> Bounds<Value>? {
    guard case .range(let range) = self else { return nil }
    return try Bounds(convert(range.lowerBound), convert(range.upperBound))
  }
}

/// Collects the findings of one file while its values are put together.
struct Findings {
  var diagnostics: [Diagnostic] = []

  mutating func error(_ place: SourceLocation, _ message: String, hint: String? = nil) {
    diagnostics.append(Diagnostic(.error, at: place, message, hint: hint))
  }

  /// What may be meant, and is worth a look.
  mutating func warning(_ place: SourceLocation, _ message: String, hint: String? = nil) {
    diagnostics.append(Diagnostic(.warning, at: place, message, hint: hint))
  }

  /// The value, or a finding that it is too large for exact arithmetic.
  mutating func exact<Value>(
    _ place: SourceLocation, _ compute: () throws(PricingError) -> Value
  ) -> Value? {
    do { return try compute() } catch {
      let problem = error.finding
      self.error(place, problem.message, hint: problem.hint)
      return nil
    }
  }
}

extension PricingError {
  /// Choices in a sentence: `region eu and tier batch`.
  private static func words(_ choices: [Choice]) -> String {
    choices.map { "\($0.axis.rawValue) \($0.value)" }.joined(separator: " and ")
  }

  /// The mistake as an author sees it.
  package var finding: (message: String, hint: String) {
    switch self {
    case .tooLarge:
      ("too large a number for exact arithmetic", "check the unit and the number of zeros")
    case .divisionByZero: ("nothing to divide by", "write a throughput and a share above 0")
    case .notADecimal(let text): ("'\(text)' is not a number", "write digits, like 6.50")
    case .finerThanAPicodollar(let text):
      ("'\(text)' is finer than a picodollar", "write at most twelve decimals; check the unit")
    case .partsExceed(let quantity):
      (
        "parts that are more than all \(quantity.many)",
        "make what is a part at most as many as the whole"
      )
    case .burstsOverlap:
      (
        "bursts that are longer than the time between them",
        "make 'every' at least as long as 'work'"
      )
    case .workFalls:
      ("fewer hours for more tokens", "check the hours of the workloads; more work takes longer")
    case .undecided(let unit, let first, let second):
      (
        "two prices \(unit.per) at once, for \(Self.words(first)) and for \(Self.words(second))",
        "choose one of them, or add the price that has 'when: {"
          + "\(Set(first + second).sorted().map { "\($0.axis.rawValue): \($0.value)" }.joined(separator: ", "))}'"
      )
    case .tooManySteps:
      (
        "more than 10,000 steps on one curve",
        "make the range of 'vary' smaller, or check the throughput and the billing increment"
      )
    }
  }
}

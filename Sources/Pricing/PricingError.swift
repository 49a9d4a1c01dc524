/// Why the engine cannot put a price on something.
///
/// The error knows *what*; whoever read the file knows *where*, and joins the two.
public enum PricingError: Error, Hashable, Sendable {
  /// An amount or a quantity is beyond what exact 128-bit arithmetic holds.
  case tooLarge

  /// A quantity is divided by nothing: no throughput, no utilisation, no time.
  case divisionByZero

  /// The text is not digits with an optional decimal part.
  case notADecimal(String)

  /// The text has more than twelve decimals: it is finer than a picodollar.
  case finerThanAPicodollar(String)

  /// The parts of a count are more than the whole: more cached tokens than tokens.
  case partsExceed(Quantity)

  /// The work of a burst does not fit between two bursts on one replica.
  case burstsOverlap

  /// More tokens take fewer hours, so that no volume fills a machine.
  case workFalls

  /// A buyer chose what two prices of one unit are for, each of something else, and no price is for both.
  case undecided(RateUnit, [Choice], [Choice])

  /// A cost curve, or the stretch in which two of them interlock, has more steps than a reader or
  /// a chart could use.
  case tooManySteps
}

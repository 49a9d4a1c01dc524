import Pricing
import Wording

/// Which offers are the cheapest from where on, as far as a reader can tell the places apart.
struct CheapestStretches: Equatable {
  let stretches: [Stretch]

  /// A stretch with the same cheapest offers.
  struct Stretch: Equatable {
    /// The ids of the offers, in one order whichever of them the envelope names first.
    let offers: [String]
    let range: ClosedRange<Int>
  }

  /// - Parameters:
  ///   - envelope: Whose stretches.
  ///   - driver: In whose digits places are told apart: steps of a bill can make stretches that
  ///     begin and end at the same text, and only the table of crossings has room for those.
  init(_ envelope: Envelope, _ driver: Driver) {
    var stretches: [Stretch] = []
    for span in Self.readable(envelope.spans, driver) {
      let offers = span.offers.sorted()
      if let last = stretches.last, last.offers == offers {
        stretches[stretches.count - 1] = Stretch(
          offers: offers, range: last.range.lowerBound...span.range.upperBound)
      } else {
        stretches.append(Stretch(offers: offers, range: span.range))
      }
    }
    self.stretches = stretches
  }

  /// The spans whose two ends read differently; all of them if none does.
  static func readable(_ spans: [Envelope.Span], _ driver: Driver) -> [Envelope.Span] {
    let wide = spans.filter { span in
      DriverText.short(span.range.lowerBound, driver)
        != DriverText.short(span.range.upperBound + 1, driver)
    }
    return wide.isEmpty ? spans : wide
  }
}

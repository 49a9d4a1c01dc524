import Pricing
import Wording

/// Which offers are the cheapest, or may be, from where on, as far as a reader can tell the places
/// apart.
struct CheapestStretches: Equatable {
  let stretches: [CheapestStretch]

  /// - Parameters:
  ///   - all: Every stretch.
  ///   - driver: In whose digits places are told apart: steps of a bill can make stretches that
  ///     begin and end at the same text, and only the table of crossings has room for those.
  init(_ all: [CheapestStretch], _ driver: Driver) {
    let wide = all.filter { stretch in
      DriverText.short(stretch.range.lowerBound, driver)
        != DriverText.short(stretch.range.upperBound + 1, driver)
    }
    var stretches: [CheapestStretch] = []
    for stretch in wide.isEmpty ? all : wide {
      if let last = stretches.last, Set(last.offers) == Set(stretch.offers),
        last.isCertain == stretch.isCertain
      {
        stretches[stretches.count - 1] = CheapestStretch(
          range: last.range.lowerBound...stretch.range.upperBound, offers: last.offers,
          isCertain: last.isCertain)
      } else {
        stretches.append(stretch)
      }
    }
    self.stretches = stretches
  }
}

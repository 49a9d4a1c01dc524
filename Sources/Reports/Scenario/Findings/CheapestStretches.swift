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

extension CheapestStretches {
  /// How many stretches a headline has room for.
  static let most = 3

  /// Those that take up a twentieth of the axis or more; all if none does.
  ///
  /// Two of them stay two if anything lies between them, so that neither says more than is so.
  static func wide(_ all: [CheapestStretch], of sweep: Sweep) -> [CheapestStretch] {
    let wide = all.filter { isWide($0.range, of: sweep) }
    return wide.isEmpty ? all : wide
  }

  private static func isWide(_ range: ClosedRange<Int>, of sweep: Sweep) -> Bool {
    let (part, whole) = (range, sweep.range)
    guard sweep.driver == .tokens else { return part.count >= whole.count / 20 }
    // A twentieth of a logarithmic axis is the twentieth root of its factor.
    let factor = Double(part.upperBound + 1) / Double(part.lowerBound)
    let power = (0..<20).reduce(1.0) { product, _ in product * factor }
    return power >= Double(whole.upperBound) / Double(whole.lowerBound)
  }
}

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

  /// How many stretches a sentence has room for.
  private static let mostTold = 5

  /// A stretch as a sentence tells it, and how many it stands for.
  struct Told {
    var stretch: CheapestStretch
    var count = 1
  }

  /// All of a few; of many, neighbours that are narrower than a twentieth of the axis are told as one,
  /// in which any of their offers may be the cheapest, each in a part of it.
  static func told(_ all: [CheapestStretch], of sweep: Sweep) -> [Told] {
    guard all.count > mostTold else { return all.map { Told(stretch: $0) } }
    var told: [Told] = []
    for stretch in all {
      guard let last = told.last, !isWide(stretch.range, of: sweep),
        last.count > 1 || !isWide(last.stretch.range, of: sweep)
      else {
        told.append(Told(stretch: stretch))
        continue
      }
      let own = last.stretch
      let joined = CheapestStretch(
        range: own.range.lowerBound...stretch.range.upperBound,
        offers: own.offers + stretch.offers.filter { !own.offers.contains($0) }, isCertain: false)
      told[told.count - 1] = Told(stretch: joined, count: last.count + 1)
    }
    return told
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

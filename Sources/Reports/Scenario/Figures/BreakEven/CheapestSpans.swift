import Pricing

/// Which curves stand for the offers that are the cheapest, or may be, on each stretch.
struct CheapestSpans {
  /// A stretch of the driver.
  struct Span {
    /// The whole units of the stretch.
    let range: ClosedRange<Int>

    /// The index of the offer's lower curve.
    let curve: Int

    /// Those of others that may be the cheapest instead; none where that is certain.
    let alternatives: [Int]
  }

  let spans: [Span]

  /// The parts of the axis on which a curve is only continued, beyond what is stated.
  let continued: [ClosedRange<Int>]

  init(_ breakEven: BreakEven) {
    spans = breakEven.cheapest.compactMap { stretch in
      let curves = stretch.offers.compactMap { offer in
        breakEven.curves.firstIndex { $0.offer == offer && $0.end != .high }
      }
      guard let first = curves.first else { return nil }
      return Span(
        range: stretch.range, curve: first,
        alternatives: stretch.isCertain ? [] : Array(curves.dropFirst()))
    }
    let axis = breakEven.sweep.range
    continued =
      StatedPart(breakEven).map { part in
        guard let stated = part.range else { return [axis] }
        return [
          axis.lowerBound < stated.lowerBound ? axis.lowerBound...stated.lowerBound : nil,
          stated.upperBound < axis.upperBound ? stated.upperBound...axis.upperBound : nil,
        ].compactMap(\.self)
      } ?? []
  }
}

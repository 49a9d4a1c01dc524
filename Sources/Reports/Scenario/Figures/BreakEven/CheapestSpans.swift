import Pricing

/// Which offer is the cheapest where: for sure, or depending on where in their ranges prices lie.
struct CheapestSpans {
  /// A stretch of the driver.
  struct Span {
    /// The whole units of the stretch.
    var range: ClosedRange<Int>

    /// The index of the curve that is cheapest if every range turns out at its low end.
    let curve: Int

    /// The index of the one that is if every range turns out at its high end; `nil` if that is
    /// a curve of the same offer.
    let alternative: Int?
  }

  private(set) var spans: [Span] = []

  init(_ breakEven: BreakEven) {
    let (low, high) = (breakEven.cheapestAtLow.spans, breakEven.cheapestAtHigh.spans)
    for first in low {
      let overlapping = high.filter { $0.range.overlaps(first.range) }
      for second in overlapping {
        add(first.range.clamped(to: second.range), first, second, breakEven.curves)
      }
      // Where only low ends are known, as beyond a high end's capacity, nothing else can win.
      if overlapping.isEmpty { add(first.range, first, first, breakEven.curves) }
    }
  }

  private mutating func add(
    _ range: ClosedRange<Int>, _ low: Envelope.Span, _ high: Envelope.Span, _ curves: [CostCurve]
  ) {
    guard let curve = curves.firstIndex(where: { $0.id == low.curve }) else { return }
    let other = low.offer == high.offer ? nil : curves.firstIndex { $0.id == high.curve }
    if let last = spans.last, (last.curve, last.alternative) == (curve, other),
      last.range.upperBound + 1 == range.lowerBound
    {
      spans[spans.count - 1].range = last.range.lowerBound...range.upperBound
    } else {
      spans.append(Span(range: range, curve: curve, alternative: other))
    }
  }
}

/// Which curve is the cheapest on which stretch.
public struct Envelope: Hashable, Sendable {
  /// The stretches from left to right; neighbours have different curves.
  public let spans: [Span]

  /// A stretch with one cheapest curve.
  public struct Span: Hashable, Sendable {
    /// The whole driver units of the stretch.
    public let range: ClosedRange<Int>

    /// The id of the cheapest curve.
    public let curve: String

    /// The id of the curve's offer.
    public let offer: String
  }

  /// The lower envelope of some curves.
  ///
  /// - Parameters:
  ///   - curves: The curves; where two are equal, the one that was the cheapest before stays,
  ///     else the first wins.
  ///   - crossings: All crossings between them.
  /// - Throws: ``PricingError``.
  /// - Complexity: O(*events* × *curves*), events being pieces and crossings.
  init(of curves: [CostCurve], crossings: [Crossing]) throws(PricingError) {
    var events = Set(crossings.map(\.x))
    for curve in curves {
      for piece in curve.pieces { events.insert(piece.range.lowerBound) }
      events.insert(curve.range.upperBound + 1)
    }
    let starts = events.sorted()
    var spans: [Span] = []
    var previous: CostCurve?
    for (start, next) in zip(starts, starts.dropFirst()) {
      // Between two events no order changes, so the far end settles a tie at the near one.
      var best: (curve: CostCurve, near: Ratio, far: Ratio)?
      for curve in (previous.map { [$0] } ?? []) + curves {
        guard let near = try curve.cost(at: start), let far = try curve.cost(at: next - 1) else {
          continue
        }
        if let best, (best.near, best.far) <= (near, far) { continue }
        best = (curve, near, far)
      }
      previous = best?.curve
      guard let best else { continue }
      if let last = spans.last, last.curve == best.curve.id,
        last.range.upperBound + 1 == start
      {
        spans[spans.count - 1] = Span(
          range: last.range.lowerBound...(next - 1), curve: last.curve, offer: last.offer)
      } else {
        spans.append(
          Span(range: start...(next - 1), curve: best.curve.id, offer: best.curve.offer))
      }
    }
    self.spans = spans
  }
}

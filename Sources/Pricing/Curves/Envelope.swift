/// Which curve is the cheapest on which stretch.
public struct Envelope: Hashable, Sendable {
  /// The stretches from left to right; neighbours differ in the curve or in those equal to it.
  public let spans: [Span]

  /// A stretch with one cheapest curve, or several that cost the same all along.
  public struct Span: Hashable, Sendable {
    /// The whole driver units of the stretch.
    public let range: ClosedRange<Int>

    /// The id of the cheapest curve; on a tie, of the one that was the cheapest before, else of
    /// the first.
    public let curve: String

    /// The id of the curve's offer.
    public let offer: String

    /// The ids of other offers that cost exactly as much on the whole stretch, in their order.
    public let equals: [String]

    /// All offers that are the cheapest, that of ``curve`` first.
    public var offers: [String] { [offer] + equals }
  }

  /// The lower envelope of some curves.
  ///
  /// - Parameters:
  ///   - curves: The curves; where two are equal, the one that was the cheapest before stays,
  ///     else the first wins.
  ///   - crossings: All crossings between them.
  ///   - ties: All stretches on which two of them cost the same.
  /// - Throws: ``PricingError``.
  /// - Complexity: O(*events* × *curves*), events being pieces, crossings and ends of ties.
  init(of curves: [CostCurve], crossings: [Crossing], ties: [Tie]) throws(PricingError) {
    var events = Set(crossings.map(\.x))
    // Curves that touch at one point are not tied there for any reader.
    let lasting = ties.filter { $0.range.count > 1 }
    for tie in lasting {
      events.insert(tie.range.lowerBound)
      events.insert(tie.range.upperBound + 1)
    }
    for curve in curves {
      for piece in curve.pieces { events.insert(piece.range.lowerBound) }
      events.insert(curve.range.upperBound + 1)
    }
    let starts = events.sorted()
    var spans: [Span] = []
    var previous: CostCurve?
    for (start, next) in zip(starts, starts.dropFirst()) {
      // Between two events no order changes, so the far end settles a tie at the near one.
      var costs: [(curve: CostCurve, near: Ratio, far: Ratio)] = []
      for curve in (previous.map { [$0] } ?? []) + curves {
        guard let near = try curve.cost(at: start), let far = try curve.cost(at: next - 1) else {
          continue
        }
        costs.append((curve, near, far))
      }
      let best = costs.min { ($0.near, $0.far) < ($1.near, $1.far) }
      previous = best?.curve
      guard let best else { continue }
      let equals = costs.map(\.curve).filter { other in
        other.offer != best.curve.offer
          && lasting.contains {
            $0.range.contains(start) && $0.curves.isSuperset(of: [best.curve.id, other.id])
          }
      }
      let span = Span(
        range: start...(next - 1), curve: best.curve.id, offer: best.curve.offer,
        equals: equals.map(\.offer))
      if let last = spans.last, last.continues(in: span) {
        spans[spans.count - 1] = Span(
          range: last.range.lowerBound...span.range.upperBound, curve: last.curve,
          offer: last.offer, equals: last.equals)
      } else {
        spans.append(span)
      }
    }
    self.spans = spans
  }
}

extension Envelope.Span {
  fileprivate func continues(in next: Envelope.Span) -> Bool {
    range.upperBound + 1 == next.range.lowerBound
      && (curve, offers) == (next.curve, next.offers)
  }
}

/// A stretch on which two curves cost the same.
struct Tie {
  let range: ClosedRange<Int>
  let curves: Set<String>
}

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
  /// Between two events no order changes, so each stretch is settled at its near end, and a tie
  /// there at its far end; where two curves are equal, the one that was the cheapest before stays,
  /// else the first wins.
  ///
  /// - Parameters:
  ///   - cheapest: Which of the curves cost least where.
  ///   - events: Every x at which an order may change, in order, each once.
  ///   - outlines: All curves, each at the place of its number.
  /// - Throws: ``PricingError``.
  init(
    _ cheapest: [Cheapest], events: [Int], of outlines: [Outline]
  ) throws(PricingError) {
    var builder = EnvelopeBuilder(outlines: outlines, events: events)
    for minimum in cheapest { try builder.add(minimum) }
    spans = builder.spans
  }
}

/// Follows the cheapest curves from event to event.
private struct EnvelopeBuilder {
  let outlines: [Outline]
  let events: [Int]
  private(set) var spans: [Envelope.Span] = []
  /// The number of the curve that is the cheapest before the next event.
  private var previous: Int?
  /// The place of the next event.
  private var next = 0

  init(outlines: [Outline], events: [Int]) {
    self.outlines = outlines
    self.events = events
  }

  /// Adds what lies between the events on a stretch and those that follow them.
  mutating func add(_ minimum: Cheapest) throws(PricingError) {
    // An event that lies on no stretch begins a gap.
    while next < events.count, events[next] < minimum.range.lowerBound {
      previous = nil
      next += 1
    }
    let first = next
    while next < events.count - 1, events[next] <= minimum.range.upperBound { next += 1 }
    guard first < next else { return }
    let far = events[next] - 1
    let kept = previous.flatMap { minimum.curves.contains($0) ? $0 : nil } ?? minimum.curves[0]
    guard minimum.curves.count > 1, far > minimum.range.upperBound else {
      try add(events[first]...far, kept, minimum)
      return
    }
    // Only beyond the stretch do the curves part, after its last event.
    let last = events[next - 1]
    if first < next - 1 { try add(events[first]...(last - 1), kept, minimum) }
    var (winner, least) = (kept, try outlines[kept].cost(at: far))
    for other in minimum.curves {
      let cost = try outlines[other].cost(at: far)
      if let best = least, let cost, cost < best { (winner, least) = (other, cost) }
    }
    try add(last...far, winner, minimum)
  }

  private mutating func add(
    _ range: ClosedRange<Int>, _ winner: Int, _ minimum: Cheapest
  ) throws(PricingError) {
    previous = winner
    let best = outlines[winner]
    var equals: [String] = []
    for number in minimum.curves where outlines[number].offer != best.offer {
      if try lasts(best, outlines[number], minimum.range) {
        equals.append(outlines[number].curve.offer)
      }
    }
    let span = Envelope.Span(
      range: range, curve: best.curve.id, offer: best.curve.offer, equals: equals)
    if let last = spans.last, last.continues(in: span) {
      spans[spans.count - 1] = Envelope.Span(
        range: last.range.lowerBound...span.range.upperBound, curve: last.curve,
        offer: last.offer, equals: last.equals)
    } else {
      spans.append(span)
    }
  }

  /// Whether two curves that are equal on a stretch are so at more than one point; curves that
  /// only touch are not tied for any reader.
  private func lasts(
    _ one: Outline, _ other: Outline, _ range: ClosedRange<Int>
  ) throws(PricingError) -> Bool {
    if range.count > 1 { return true }
    for x in [range.lowerBound - 1, range.upperBound + 1] {
      if let cost = try one.cost(at: x), try other.cost(at: x) == cost { return true }
    }
    return false
  }
}

extension Envelope.Span {
  fileprivate func continues(in next: Envelope.Span) -> Bool {
    range.upperBound + 1 == next.range.lowerBound
      && (curve, offers) == (next.curve, next.offers)
  }
}

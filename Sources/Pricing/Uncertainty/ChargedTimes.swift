/// The charged seconds of offers for one workload, each worked out once for all duels.
///
/// It holds nothing that does not follow from the offers, so any two are the same.
struct ChargedTimes: Hashable, Sendable {
  private var known: [Key: PieceList?] = [:]

  private struct Key: Hashable {
    let offer: String
    let end: End
    let input: PaceInput?
  }

  /// Charged seconds over the parts of an input, or for all of its own range.
  ///
  /// - Parameters:
  ///   - contender: One of the offers, as it is; not one that holds an answer.
  ///   - end: The end of what else is open.
  ///   - input: The input; `nil` for all of its range.
  /// - Returns: `nil` where no formula says what they are.
  /// - Throws: ``PricingError``.
  mutating func seconds(
    of contender: Contender, _ end: End, over input: PaceInput?
  ) throws(PricingError) -> PieceList? {
    let key = Key(offer: contender.id, end: end, input: input)
    if let seconds = known[key] { return seconds }
    let seconds = try contender.seconds(end, over: input)
    known[key] = .some(seconds)
    return seconds
  }

  static func == (one: ChargedTimes, other: ChargedTimes) -> Bool { true }

  func hash(into hasher: inout Hasher) {}
}

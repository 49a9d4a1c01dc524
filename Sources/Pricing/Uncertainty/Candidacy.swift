/// Whether an offer costs least of several for some value of their inputs.
///
/// An offer that nobody else beats for every value may still be beaten at each: by one where work
/// is quick, by another where it is slow. So all that offers share is held at one value for all (an
/// input of the pace, the mix of tokens, the price of the offer's own card), and everything else
/// takes what suits the offer. Over the pace and the mix each other offer then leaves it the values
/// on one side of a straight line, in each part of the pace; it may be the lowest if these have a
/// point in common.
///
/// Only the pace of the offer asked about matters. Offers of another are at the slowest that it can
/// be, all of them at once: more work never costs less where work is billed, so the lowest of them
/// costs most there. Where a card bills waiting and not work that is too much, and one too many may be
/// named. So may be an offer whose speed and use are both open and shared, beside others that have one
/// of both: its work is the product of two inputs, so that no condition over them is a straight line,
/// and each is asked about with the other one free.
struct Candidacy {
  let members: [Member]
  /// Inputs of the pace that several share.
  private let inputs: [PaceInput]
  private let isShared: Bool
  private let mix: Bounds<Ratio>?

  /// An offer, with its range and, where that is open, what it comes from.
  struct Member {
    let low: Money
    let high: Money
    let contender: Contender?
  }

  init(_ members: [Member]) {
    self.members = members
    let contenders = members.compactMap(\.contender)
    var inputs: [PaceInput] = []
    for input in contenders.flatMap({ $0.paces.map(\.input) }) where !inputs.contains(input) {
      let count = contenders.count { $0.paces.contains { $0.input == input } }
      if count > 1 { inputs.append(input) }
    }
    let mixes = contenders.compactMap(\.mix)
    mix = mixes.count > 1 ? mixes.first : nil
    let hasOneCard = contenders.indices.contains { place in
      contenders[..<place].contains { $0.hasRates(of: contenders[place]) }
    }
    // Where nothing is shared, ranges say all.
    isShared = !inputs.isEmpty || mix != nil || hasOneCard
    self.inputs = inputs
  }

  /// Whether a member costs no more than all others for some value of their inputs.
  ///
  /// - Throws: ``PricingError`` where numbers are too large to tell.
  func mayBeLowest(_ place: Int) throws(PricingError) -> Bool {
    guard isShared else { return true }
    let own = members[place].contender?.paces.map(\.input).filter(inputs.contains) ?? []
    for input in own { guard try mayBeLowest(place, over: input) else { return false } }
    return try own.isEmpty ? mayBeLowest(place, over: nil) : true
  }

  private func mayBeLowest(_ place: Int, over input: PaceInput?) throws(PricingError) -> Bool {
    let one = members[place]
    let own = try SharedCost(one, .low, price: .low, over: input, mix)
    var others: [SharedCost] = []
    for (other, member) in members.enumerated() where other != place {
      let isOneCard = one.contender.flatMap { first in
        member.contender.map { first.hasRates(of: $0) }
      }
      others.append(
        try SharedCost(member, .high, price: isOneCard == true ? .low : .high, over: input, mix))
    }
    let costs = [own] + others
    let starts = Set(costs.flatMap { $0.pieces.map(\.range.lowerBound) }).sorted()
    for (index, start) in starts.enumerated() {
      let end = index + 1 < starts.count ? starts[index + 1] - 1 : Pace.parts + 1
      if try own.mayBeLowest(of: others, [start], start, end) { return true }
      guard index > 0 else { continue }
      // On the way into a part either formula may hold, unless all change at one place.
      let formulas =
        try SharedCost.stepTogether(costs, after: start - 1)
        ? [[start - 1], [start]] : [[start - 1, start]]
      for some in formulas where try own.mayBeLowest(of: others, some, start - 1, start) {
        return true
      }
    }
    return false
  }
}

/// What an offer costs over the parts of a pace and over the mix, all else at an end.
private struct SharedCost {
  let pieces: [Piece]
  /// What is counted, at both ends of the mix.
  private let counted: Ends<Ratio>
  /// Whose time it is over which input, at which end; `nil` where that does not matter.
  private var paced: (contender: Contender, input: PaceInput, end: End)?

  init(
    _ member: Candidacy.Member, _ end: End, price: End, over input: PaceInput?,
    _ mix: Bounds<Ratio>?
  ) throws(PricingError) {
    let whole = 1...(Pace.parts + 1)
    guard let contender = member.contender,
      let seconds = try contender.seconds(
        end, over: contender.paces.contains { $0.input == input } ? input : nil)
    else {
      let total = Ratio(member[end].picodollars)
      (pieces, counted) = ([Piece(whole, base: total)], Ends(low: .zero, high: .zero))
      return
    }
    if let input, contender.paces.contains(where: { $0.input == input }) {
      paced = (contender, input, end)
    }
    let perSecond = try contender.perSecond(price)
    pieces = try seconds.mapped { (piece) throws(PricingError) in
      try piece.scaled(by: perSecond)
    }.pieces
    let own = contender.mix == nil ? nil : mix
    counted = Ends(
      low: try contender.counted(price, mix: own?.low),
      high: try contender.counted(price, mix: own?.high))
  }

  /// Whether all whose formulas change behind a part change them at one place.
  static func stepTogether(
    _ costs: [SharedCost], after part: Int
  ) throws(PricingError) -> Bool {
    var together: Ratio?
    for cost in costs where cost.piece(at: part) != cost.piece(at: part + 1) {
      guard let (contender, input, end) = cost.paced,
        let place = try contender.step(end, over: input, after: part),
        together == nil || together == place
      else { return false }
      together = place
    }
    return true
  }

  /// Whether this costs no more than all others for some value between two places.
  func mayBeLowest(
    of others: [SharedCost], _ formulas: [Int], _ left: Int, _ right: Int
  ) throws(PricingError) -> Bool {
    var conditions: [SquareCondition] = []
    for other in others {
      conditions.append(try other.condition(over: self, formulas, left, right))
    }
    return try SquareCondition.canAllHold(conditions)
  }

  /// Where this costs no less than another, from one place to another.
  ///
  /// - Parameters:
  ///   - own: What the other costs.
  ///   - formulas: Places whose formulas may hold; with several, whichever gives more.
  ///   - left: The first place.
  ///   - right: The last place.
  /// - Returns: The condition over the way from one place to the other and over the mix.
  /// - Throws: ``PricingError``.
  private func condition(
    over own: SharedCost, _ formulas: [Int], _ left: Int, _ right: Int
  ) throws(PricingError) -> SquareCondition {
    var ends = Ends<Ratio?>(low: nil, high: nil)
    for place in formulas {
      for other in formulas {
        let lead = Lead(left: piece(at: place), right: own.piece(at: other))
        let (first, last) = (try lead.most(at: left), try lead.most(at: right))
        // Between two formulas all that is certain is that there is no more than the most.
        let most = formulas.count > 1 ? max(first, last) : nil
        ends = Ends(
          low: max(ends.low ?? most ?? first, most ?? first),
          high: max(ends.high ?? most ?? last, most ?? last))
      }
    }
    let (first, last) = (ends.low ?? .zero, ends.high ?? .zero)
    let (less, more) = (try counted.low - own.counted.low, try counted.high - own.counted.high)
    return try SquareCondition(first + less, last + less, first + more)
  }

  private func piece(at x: Int) -> Piece {
    pieces.first { $0.range.contains(x) } ?? pieces[pieces.count - 1]
  }
}

extension Candidacy.Member {
  fileprivate subscript(end: End) -> Money { end == .low ? low : high }
}

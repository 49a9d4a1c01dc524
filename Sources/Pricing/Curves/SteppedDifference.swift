/// The difference of two pieces of which at least one comes in steps.
///
/// A rounded value lies above the exact one by less than a step. So where the exact curves are
/// more than the steps apart their order is certain, and only the narrow window between is
/// searched tread by tread.
struct SteppedDifference {
  private let left: Piece
  private let right: Piece

  /// More steps in one window than this help no reader, and cost time.
  private static let mostSteps: Ratio = 10_000

  init(left: Piece, right: Piece) {
    // Steps that both have make no difference.
    var others = right.roundings
    var own: [Rounding] = []
    for rounding in left.roundings {
      if let twin = others.firstIndex(of: rounding) {
        others.remove(at: twin)
      } else {
        own.append(rounding)
      }
    }
    self.left = left.replacing(own)
    self.right = right.replacing(others)
  }

  /// Where the sign of left − right changes: pairs of first x and sign, from the left end on.
  ///
  /// - Throws: ``PricingError``; ``PricingError/tooManySteps`` where the curves run so close to
  ///   each other that their steps interlock all along.
  func signs(in range: ClosedRange<Int>) throws(PricingError) -> [(start: Int, sign: Int)] {
    let exact = Difference(left: try left.exact(), right: try right.exact())
    let (above, below) = (try left.stepHeights(), try right.stepHeights())
    func order(_ x: Int) throws(PricingError) -> Int {
      let difference = try exact.left.value(at: x) - exact.right.value(at: x)
      if difference >= below, below > 0 || difference > 0 { return 1 }
      if try difference + above <= 0, above > 0 || difference < 0 { return -1 }
      return 0
    }
    var signs: [(start: Int, sign: Int)] = []
    for part in try exact.monotoneParts(of: range) {
      let runs = try Difference.runs(of: part, by: order)
      for (index, run) in runs.enumerated() {
        let end = index + 1 < runs.count ? runs[index + 1].start - 1 : part.upperBound
        if run.value == 0 {
          signs += try treadSigns(in: run.start...end)
        } else {
          signs.append((run.start, run.value))
        }
      }
    }
    return signs
  }

  private func treadSigns(
    in window: ClosedRange<Int>
  ) throws(PricingError) -> [(start: Int, sign: Int)] {
    var signs: [(start: Int, sign: Int)] = []
    var steps = Ratio.zero
    for rounding in left.roundings + right.roundings {
      steps = try steps + rounding.steps(in: window)
    }
    guard steps <= Self.mostSteps else { throw .tooManySteps }
    var (lefts, rights) = (
      TreadWalk(left, limit: window.upperBound), TreadWalk(right, limit: window.upperBound)
    )
    var start = window.lowerBound
    while start <= window.upperBound {
      let first = try lefts.tread(from: start, to: window.upperBound)
      let second = try rights.tread(from: start, to: first.range.upperBound)
      signs += try Difference(left: first, right: second).signs(in: second.range)
      start = second.range.upperBound + 1
    }
    return signs
  }
}

extension Piece {
  fileprivate func replacing(_ roundings: [Rounding]) -> Piece {
    Piece(
      range, base: base, slope: slope, power: power, roundings: roundings,
      isExtrapolated: isExtrapolated)
  }

  /// The formula without rounding up.
  ///
  /// - Precondition: The piece has one power law at most.
  fileprivate func exact() throws(PricingError) -> Piece {
    var sum = replacing([])
    for rounding in roundings {
      let part = Piece(
        range, base: rounding.base, slope: rounding.slope, power: rounding.power)
      sum = try sum.adding(part, on: range)
    }
    return sum
  }

  /// By how much rounding up can raise the value, not quite reached.
  fileprivate func stepHeights() throws(PricingError) -> Ratio {
    var sum = Ratio.zero
    for rounding in roundings { sum = try sum + rounding.size }
    return sum
  }
}

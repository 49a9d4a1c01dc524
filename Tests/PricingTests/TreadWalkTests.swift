import TestSupport
import Testing

@testable import Pricing

@Suite("A walk along the steps of a curve")
struct TreadWalkTests {
  @Test("Ends each step where the next value is another one", arguments: 1...6)
  func endsStepsWhereValuesChange(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    var steps = 0
    for _ in 0..<20 {
      let range = 1...Int.random(in: 30...900, using: &random)
      let piece = try piece(on: range, &random)
      let treads = try piece.treads(limit: 1_000)
      #expect(treads.first?.range.lowerBound == 1 && treads.last?.range.upperBound == range.last)
      func values(_ x: Int) throws -> [Ratio] { try piece.roundings.map { try $0.value(at: x) } }
      for (tread, next) in zip(treads, treads.dropFirst()) {
        #expect(tread.range.upperBound + 1 == next.range.lowerBound)
        #expect(try values(tread.range.upperBound) != values(next.range.lowerBound))
      }
      for tread in treads {
        let own = try values(tread.range.lowerBound)
        for x in tread.range {
          #expect(try values(x) == own)
          #expect(try tread.value(at: x) == piece.value(at: x))
        }
      }
      steps += treads.count
    }
    #expect(steps > 500, "\(steps)")
  }

  /// A piece with one or two roundings, along a line or a power.
  private func piece(on range: ClosedRange<Int>, _ random: inout SplitMix) throws -> Piece {
    var roundings: [Rounding] = []
    for _ in 0..<Int.random(in: 1...2, using: &random) {
      let isPower = Bool.random(using: &random)
      let low = Ratio(Int128(Int.random(in: 1...40, using: &random)))
      let high = Ratio(Int128(Int.random(in: 1...900, using: &random)))
      let ends = [
        PowerLaw.Point(x: 1, y: low), PowerLaw.Point(x: range.upperBound, y: high),
      ]
      roundings.append(
        Rounding(
          size: Ratio(Int128(Int.random(in: 1...30, using: &random))), base: low,
          slope: isPower ? .zero : Ratio(Int128(Int.random(in: -3...3, using: &random))),
          power: isPower ? try PowerLaw(from: ends[0], to: ends[1]) : nil))
    }
    return Piece(range, base: .one, slope: .one, power: nil, roundings: roundings)
  }
}

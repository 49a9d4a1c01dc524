import Testing

@testable import Charts

@Suite("Curves")
struct CurveTests {
  private let area = Box(left: 0, top: 0, right: 400, bottom: 300)
  private let horizontal = Scale(
    Axis(title: "x", kind: .log, low: 1, high: 1e4, format: .count), from: 0, to: 400)
  private let vertical = Scale(
    Axis(title: "y", kind: .log, low: 1, high: 1e3, format: .dollars), from: 300, to: 0)

  @Test func drawsAPowerLawWithTwoPoints() {
    let curve = plot([.straight(from: Point(x: 1, y: 1), to: Point(x: 1e3, y: 1e3))])
    #expect(curve.path(dashed: false) == "M0 300L300 0")
  }

  @Test func drawsAStepWithItsRiser() {
    let curve = plot([
      .straight(from: Point(x: 1, y: 10), to: Point(x: 100, y: 10)),
      .riser(at: 100, from: 10, to: 100),
      .straight(from: Point(x: 100, y: 100), to: Point(x: 1e4, y: 100)),
    ])
    #expect(curve.path(dashed: false) == "M0 200H200V100H400")
  }

  @Test func cutsWhatLeavesThePlot() {
    let curve = plot([.straight(from: Point(x: 1, y: 0.1), to: Point(x: 1e4, y: 1e3))])
    #expect(curve.path(dashed: false) == "M100 300L400 0")
    #expect(plot([.riser(at: 1e5, from: 1, to: 2)]).end == nil)
  }

  @Test(arguments: [(10.0, 0.05), (1.0, 1), (100.0, 0.001), (0, 2), (2.0, 0.5)])
  func keepsAnAffineChordWithinAQuarterOfAPixel(fixed: Double, slope: Double) {
    let piece = CurvePiece(.affine(fixed: fixed, slope: slope, from: 1, to: 1e4))
    let points = piece.pixels(horizontal, vertical)
    #expect(points.count <= 30)
    for (start, end) in zip(points, points.dropFirst()) {
      for step in 1..<20 {
        let x = start.x + (end.x - start.x) * Double(step) / 20
        let chord = start.y + (end.y - start.y) * Double(step) / 20
        let exact = vertical.position(of: fixed + slope * horizontal.value(at: x))
        let (dx, dy) = (end.x - start.x, end.y - start.y)
        let distance = abs(chord - exact) * dx / (dx * dx + dy * dy).squareRoot()
        #expect(distance <= 0.25)
      }
    }
  }

  @Test func separatesWhatWasMeasuredFromWhatWasNot() {
    let curve = PlottedCurve(
      [
        CurvePiece(.straight(from: Point(x: 1, y: 1), to: Point(x: 10, y: 1))),
        CurvePiece(.straight(from: Point(x: 10, y: 1), to: Point(x: 100, y: 1)), isDashed: true),
      ], horizontal: horizontal, vertical: vertical, area: area)
    #expect(curve.path(dashed: false) == "M0 300H100")
    #expect(curve.path(dashed: true) == "M100 300H200")
  }

  @Test func joinsStepsTooNarrowToSee() {
    let pieces = (1..<800).flatMap { step -> [CurvePiece.Shape] in
      let (x, y) = (Double(step) * 10, Double(step))
      return [
        .straight(from: Point(x: x, y: y), to: Point(x: x + 10, y: y)),
        .riser(at: x + 10, from: y, to: y + 1),
      ]
    }
    let curve = plot(pieces)
    #expect(curve.isCollapsed)
    #expect(curve.parts.count < 140)
    // Between the drawn corners the line keeps to the upper corners of the steps.
    for step in 200..<800 {
      let corner = Point(
        x: horizontal.position(of: Double(step) * 10), y: vertical.position(of: Double(step)))
      let part = curve.parts.first { ($0.start.x...$0.end.x).contains(corner.x) }
      let drawn = part.map {
        $0.start.y + ($0.end.y - $0.start.y) * (corner.x - $0.start.x)
          / max(1e-9, $0.end.x - $0.start.x)
      }
      #expect(abs((drawn ?? .infinity) - corner.y) < 1)
    }
    #expect(!plot(Array(pieces.prefix(8))).isCollapsed)
    for (part, next) in zip(curve.parts, curve.parts.dropFirst()) {
      #expect(part.end == next.start)
    }
  }

  private func plot(_ shapes: [CurvePiece.Shape]) -> PlottedCurve {
    PlottedCurve(
      shapes.map { CurvePiece($0) }, horizontal: horizontal, vertical: vertical, area: area)
  }
}

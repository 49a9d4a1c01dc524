import Testing

@testable import Charts

@Suite("Coordinates and paths")
struct CoordinateTests {
  @Test(arguments: [
    (0, "0"), (-0.04, "0"), (12, "12"), (12.04, "12"), (12.06, "12.1"), (-3.5, "-3.5"),
    (0.25, "0.3"), (759.96, "760"), (-0.5, "-0.5"),
  ])
  func keepsAtMostOneDecimal(value: Double, text: String) {
    #expect(Coordinate.text(value) == text)
  }

  @Test func takesTheShortFormsAndLiftsThePenOnlyBetweenPieces() {
    var path = PathWriter()
    path.line(from: Point(x: 0, y: 0), to: Point(x: 10, y: 0))
    path.line(from: Point(x: 10, y: 0), to: Point(x: 10, y: 5))
    path.line(from: Point(x: 20, y: 5), to: Point(x: 30, y: 9.5))
    path.line(from: Point(x: 30, y: 9.5), to: Point(x: 30.01, y: 9.5))
    #expect(path.data == "M0 0H10V5M20 5L30 9.5")
  }

  @Test func drawsNoShapeAroundTwoPoints() {
    var path = PathWriter()
    path.polygon([Point(x: 0, y: 0), Point(x: 1, y: 1)])
    #expect(path.dataIfAny == nil)
  }
}

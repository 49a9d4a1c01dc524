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

  @Test func writesDistancesWhereTheyAreShorterAndNeverDrifts() {
    var path = PathWriter()
    var steps = (x: 0.0, y: 0.0)
    for index in 0..<200 {
      let next = (x: Double(index + 1) * 3.33, y: Double(index + 1) * 1.77)
      path.line(from: Point(x: steps.x, y: steps.y), to: Point(x: next.x, y: steps.y))
      path.line(from: Point(x: next.x, y: steps.y), to: Point(x: next.x, y: next.y))
      steps = next
    }
    var pen = (x: 0.0, y: 0.0)
    for match in path.data.matches(of: /([MHVhv])(-?[0-9.]+)(?: ([0-9.]+))?/) {
      let value = Double(match.2) ?? .nan
      switch match.1 {
      case "M": pen = (value, Double(match.3 ?? "") ?? .nan)
      case "H": pen.x = value
      case "V": pen.y = value
      case "h": pen.x += value
      default: pen.y += value
      }
    }
    #expect(abs(pen.x - 666) < 0.06 && abs(pen.y - 354) < 0.06)
    #expect(path.data.utf8.count < 400 * 5)
  }

  @Test func startsAShapeAfterAnotherOneFromAKnownPlace() {
    var path = PathWriter()
    let square = [(20.0, 20.0), (30, 20), (30, 30), (20, 30)].map { Point(x: $0.0, y: $0.1) }
    path.polygon(square)
    path.polygon(square.map { Point(x: $0.x + 20, y: $0.y) })
    #expect(path.data == "M20 20H30V30H20Zm20 0H50V30H40Z")
  }

  @Test func drawsLinesOfNoDirectionFromTheCheaperEnd() {
    var path = PathWriter()
    for y in [430.9, 399.1, 350.9] {
      path.stroke(Point(x: 82.9, y: y), Point(x: 567.3, y: y))
    }
    #expect(path.data == "M82.9 430.9H567.3m0-31.8H82.9m0-48.2H567.3")
  }

  @Test func putsShapesWhereTheyStart() {
    let middles = [Point(x: 20, y: 20), Point(x: 120, y: 20.5)]
    #expect(SeriesMark.path(2, at: middles) == "M16.5 16.5h7v7h-7zm100 .5h7v7h-7z")
    #expect(SeriesMark.path(1, at: []) == nil)
  }

  @Test func drawsNoShapeAroundTwoPoints() {
    var path = PathWriter()
    path.polygon([Point(x: 0, y: 0), Point(x: 1, y: 1)])
    #expect(path.dataIfAny == nil)
  }
}

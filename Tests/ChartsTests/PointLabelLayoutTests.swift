import Testing

@testable import Charts

@Suite("Labels around points")
struct PointLabelLayoutTests {
  private let area = Box(left: 0, top: 0, right: 400, bottom: 300)

  @Test func standAboveWhereNothingIsInTheWay() throws {
    let placement = try #require(layout().place([request(200, 150)]).first ?? nil)
    #expect(placement.box == Box(left: 170, top: 130, right: 230, bottom: 142))
    #expect(placement.leader == nil)
  }

  @Test func keepOffALine() throws {
    let line = (Point(x: 0, y: 138.0), Point(x: 400, y: 138.0))
    let placement = try #require(layout(lines: [line]).place([request(200, 150)]).first ?? nil)
    #expect(placement.box.top > 140)
  }

  @Test func turnInwardsInACorner() throws {
    let placement = try #require(layout().place([request(396, 4)]).first ?? nil)
    #expect(area.contains(placement.box))
  }

  @Test func giveUpWhereThereIsNoRoom() {
    let crowded = PointLabelLayout(
      area: Box(left: 0, top: 0, right: 50, bottom: 50), obstacles: [], lines: [])
    #expect(crowded.place([request(25, 25)]).allSatisfy { $0 == nil })
  }

  @Test(arguments: 0..<30)
  func areNeverNearerToAnotherPointThanToTheirOwn(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let requests = (0..<14).map { _ in
      request(Double.random(in: 0...400, using: &random), .random(in: 0...300, using: &random))
    }
    var layout = layout()
    layout.points = requests.map(\.point)
    var count = 0
    for (request, placement) in zip(requests, layout.place(requests)) {
      guard let placement else { continue }
      count += 1
      let own = min(placement.box.distance(to: request.point), 24)
      #expect(layout.points.allSatisfy { placement.box.distance(to: $0) >= own })
    }
    #expect(count > 4)
  }

  @Test(arguments: 0..<30)
  func neverOverlap(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let requests = (0..<14).map { _ in
      request(Double.random(in: 0...400, using: &random), .random(in: 0...300, using: &random))
    }
    let markers = requests.map { request in
      Box(
        left: request.point.x, top: request.point.y, right: request.point.x,
        bottom: request.point.y
      ).grown(by: request.radius)
    }
    let placements = layout(obstacles: markers).place(requests).compactMap(\.self)
    #expect(placements.count >= 8)
    for (index, placement) in placements.enumerated() {
      #expect(area.contains(placement.box))
      #expect(!markers.contains { $0.overlaps(placement.box) })
      for other in placements[(index + 1)...] {
        #expect(!other.box.overlaps(placement.box))
        if let leader = other.leader {
          #expect(placement.box.clip(leader.start, leader.end) == nil)
        }
      }
    }
  }

  private func layout(
    obstacles: [Box] = [], lines: [Segment] = []
  ) -> PointLabelLayout {
    PointLabelLayout(area: area, obstacles: obstacles, lines: lines)
  }

  private func request(_ x: Double, _ y: Double) -> PointLabelLayout.Request {
    PointLabelLayout.Request(point: Point(x: x, y: y), radius: 4, width: 60, height: 12)
  }
}

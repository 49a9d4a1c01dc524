import Charts
import Foundation
import Reports
import Templates

/// The chart that all programs draw: what `chart.json` says, and no more.
struct Chart: Decodable {
  let title: String
  let subtitle: String
  let xTitle: String
  let yTitle: String
  let lines: [Line]
  let crossings: [Crossing]

  struct Line: Decodable {
    let name: String
    let points: [[Double]]
  }

  /// A place and what is written there: two numbers and a text in a list.
  struct Crossing: Decodable {
    let at: Point
    let label: String

    init(from decoder: any Decoder) throws {
      var list = try decoder.unkeyedContainer()
      at = Point(x: try list.decode(Double.self), y: try list.decode(Double.self))
      label = try list.decode(String.self)
    }
  }

  /// Lays the chart out and writes it, with its rules, again at each call.
  static func drawing(file: String, templates folder: String) async throws -> () throws -> [UInt8] {
    let chart = try JSONDecoder().decode(
      Self.self, from: Data(contentsOf: URL(filePath: file))
    ).laidOut
    func text(_ path: String) throws -> String {
      try String(contentsOf: URL(filePath: "\(folder)/\(path)"), encoding: .utf8)
    }
    let path = "charts/break-even.svg"
    let set = try await TemplateSet(
      BoundTemplates(
        files: [TemplateFile(path: path, text: text(path))],
        entries: [TemplateEntry(path, BreakEvenDrawing.self)]),
      profiles: Drawing.profiles(folder))
    let template = set.template(path, for: BreakEvenDrawing.self)
    let style = try ChartStyle(
      palette: text("assets/charts/palette.css"), drawing: text("assets/charts/drawing.css"),
      theme: .light)
    return { template.render(try chart.laidOut(.wide).file(style)) }
  }

  private var laidOut: BreakEvenChart {
    var chart = BreakEvenChart(
      title: title, subtitle: subtitle, description: subtitle,
      horizontal: Axis(title: xTitle, kind: .log, low: 1e6, high: 1e10, format: .count),
      vertical: Axis(title: yTitle, kind: .log, low: 10, high: 1e6, format: .dollars))
    chart.series = lines.enumerated().map { index, line in
      BreakEvenChart.Series(name: line.name, colour: index + 1, pieces: Self.pieces(line.points))
    }
    chart.crossings = crossings.map {
      BreakEvenChart.Crossing(at: $0.at, label: $0.label, decides: false)
    }
    return chart
  }

  private static func pieces(_ points: [[Double]]) -> [CurvePiece] {
    zip(points, points.dropFirst()).map { from, to in
      from[0] == to[0]
        ? CurvePiece(.riser(at: from[0], from: from[1], to: to[1]))
        : CurvePiece(
          .straight(from: Point(x: from[0], y: from[1]), to: Point(x: to[0], y: to[1])))
    }
  }
}

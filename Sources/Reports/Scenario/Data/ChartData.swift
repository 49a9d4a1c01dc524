import Content
import Diagnostics
import Pricing

/// `charts/<id>.json`: the exact numbers behind a chart, for those who draw their own.
struct ChartData: Sendable {
  let view: ScenarioView

  /// The id of the chart, which is the name of its files.
  let id: String

  /// What the chart found.
  let title: String

  /// Who states what is drawn.
  let sources: [SourceDocument]

  /// What is behind the marks of this kind of chart.
  let members: [(String, JSONValue)]

  /// The chart's figures as one object.
  var json: JSONValue {
    let head: [(String, JSONValue)] = [
      ("chart", .string(id)), ("scenario", .string(view.scenario.id)), ("title", .string(title)),
      ("unit", .string("USD")), ("sources", .string(FigureSources.line(sources))),
    ]
    return .object(head + members)
  }
}

import Charts
import Content
import Diagnostics
import Pricing
import Publishing
import Wording

/// The charts of one scenario.
struct ScenarioFigures: Sendable {
  /// The charts, the most telling one first.
  let all: [Figure]

  /// Draws the charts of a scenario; `nil` if one cannot be drawn.
  ///
  /// - Parameters:
  ///   - view: The scenario.
  ///   - finding: What it shows.
  ///   - kinds: What charts are drawn with.
  ///   - diagnostics: Receives what keeps a chart from being drawn.
  init?(
    _ view: ScenarioView, _ finding: Finding, _ kinds: FigureKinds,
    into diagnostics: inout [Diagnostic]
  ) {
    guard DrawnChart.isWanted(view.context.content.settings.published) else {
      all = []
      return
    }
    var subject = FigureSubject(view: view, finding: finding)
    var figures: [Figure] = []
    let known = diagnostics.count
    do throws(FigureError) {
      for drawer in kinds.drawers {
        figures += try drawer.draw(subject, &diagnostics)
        subject.hasFigures = !figures.isEmpty
      }
    } catch {
      diagnostics += Self.findings(error, view)
      return nil
    }
    guard diagnostics.count == known else { return nil }
    all = figures
  }

  private static func findings(
    _ error: FigureError, _ view: ScenarioView
  ) -> [Diagnostic] {
    let place = view.document.location
    guard case .drawing(let faults) = error else {
      return [
        Diagnostic(
          .error, at: place, "the cost curves cannot be worked out",
          hint: "check the numbers of the scenario")
      ]
    }
    return faults.findings(
      at: place, hint: "make names shorter, or the range of 'vary' smaller")
  }

  /// Writes the charts and their data.
  func write(to writer: inout SiteWriter) throws(BuildError) {
    for figure in all {
      try figure.write(&writer)
      try writer.data(at: "\(SitePaths.chart(figure.id)).json", in: .data) { output in
        output = figure.data.json.file
      }
    }
  }
}

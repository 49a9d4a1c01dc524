import Charts
import Content
import Diagnostics
import Pricing
import Publishing

/// The charts of one scenario, drawn for pages and as files.
struct ScenarioFigures: Sendable {
  /// The charts, the most telling one first.
  let all: [DrawnFigures.Figure]

  private let files: [DrawnFigures.File]

  /// Draws the charts of a scenario; `nil` if one cannot be drawn.
  ///
  /// - Parameters:
  ///   - view: The scenario.
  ///   - finding: What it shows.
  ///   - templates: What the drawings are filled into.
  ///   - diagnostics: Receives what keeps a chart from being drawn.
  init?(
    _ view: ScenarioView, _ finding: Finding, _ templates: FigureTemplates,
    into diagnostics: inout [Diagnostic]
  ) {
    var figures = DrawnFigures(view: view, finding: finding, templates: templates)
    do {
      try figures.addCosts()
      try figures.addShares()
      try figures.addRates()
      let known = diagnostics.count
      try figures.addSensitivity(into: &diagnostics)
      try figures.addHeatMap(into: &diagnostics)
      guard diagnostics.count == known else { return nil }
    } catch let faults as ChartFaults {
      if let breakEven = view.priced.breakEven, figures.all.isEmpty, Self.namesATag(faults, view) {
        diagnostics.append(
          Diagnostic(
            .error, at: view.document.location,
            "\(breakEven.curves.count) cost curves are too many for one chart",
            hint: "leave offers out of it with 'curve: false', or make their names shorter"))
        return nil
      }
      diagnostics += Self.worst(of: faults).map {
        Diagnostic(
          .error, at: view.document.location, $0.message,
          hint: "make names shorter, or the range of 'vary' smaller")
      }
      return nil
    } catch {
      diagnostics.append(
        Diagnostic(
          .error, at: view.document.location, "the cost curves cannot be worked out",
          hint: "check the numbers of the scenario"))
      return nil
    }
    all = figures.all
    files = figures.files
  }

  /// Whether a fault is about a letter that a crowded chart gave to a curve, which no author wrote.
  private static func namesATag(_ faults: ChartFaults, _ view: ScenarioView) -> Bool {
    let names = Set(view.scenario.offers.map(\.name))
    return faults.faults.contains { fault in
      let texts: [String] =
        switch fault {
        case .overlap(let first, let second): [first, second]
        case .outside(let text): [text]
        case .emptyAxis, .notDrawable, .unknownSeries: []
        }
      return texts.contains { text in
        let isTag =
          text.first?.isUppercase == true && text.dropFirst().allSatisfy(\.isNumber)
        return isTag && !names.contains(text)
      }
    }
  }

  /// The faults without what follows from another one: the longest text that leaves the chart
  /// pushes out the ticks and labels beside it.
  private static func worst(of faults: ChartFaults) -> [ChartFault] {
    func length(_ fault: ChartFault) -> Int? {
      if case .outside(let text) = fault { text.count } else { nil }
    }
    guard let longest = faults.faults.compactMap(length).max() else { return faults.faults }
    return Array(faults.faults.filter { length($0) == longest }.prefix(1))
  }

  /// Writes the charts and their data.
  func write(to writer: inout SiteWriter) throws(BuildError) {
    for file in files { try writer.chart(file.bytes, at: file.path, in: file.family) }
    for figure in all {
      try writer.data(at: "\(SitePaths.chart(figure.id)).json", in: .data) { output in
        output = figure.data.json.file
      }
    }
  }
}

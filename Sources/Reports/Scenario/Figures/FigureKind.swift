import Charts
import Content
import Diagnostics
import Pricing
import Templates

/// A kind of chart that a scenario can have.
///
/// A new kind is a folder here, one in `Charts`, a template, and a line in ``FigureKinds/all``.
protocol FigureKind: Sendable {
  /// The chart that it makes.
  associatedtype Shown: Chart where Shown.Drawing: TemplateModel

  /// What a chart of this kind is called among those of its scenario, such as `heat-map`.
  static var name: String { get }

  /// The path of its template.
  static var template: String { get }

  /// The charts of a scenario; none where there is nothing to show.
  ///
  /// - Parameters:
  ///   - subject: The scenario and what it shows.
  ///   - diagnostics: Receives what an author asked for and cannot have.
  /// - Returns: Each chart with what stands around it.
  /// - Throws: ``PricingError``.
  static func contents(
    of subject: FigureSubject, into diagnostics: inout [Diagnostic]
  ) throws(PricingError) -> [FigureContent<Shown>]
}

/// What charts are made from.
struct FigureSubject: Sendable {
  let view: ScenarioView

  /// What the scenario shows; the page says its headline.
  let finding: Finding

  /// Whether a chart stands before this one: the first has the scenario's own name.
  var hasFigures = false
}

/// A chart that is not laid out yet, with what is behind it.
struct FigureContent<Shown: Chart> {
  /// What its name adds to that of the scenario.
  let suffix: String

  /// What the chart found.
  let title: String
  let chart: Shown

  /// What the marks mean, for the caption.
  let notes: [String]

  /// The exact numbers behind the marks.
  let data: [(String, JSONValue)]

  /// Who states what is drawn.
  let sources: [SourceDocument]

  /// What it draws, where the comparison does not have it.
  var values: ValueTable?

  /// Whether the table of crossings says more of it.
  var showsCrossings = false

  /// Whether a page does not say the title already.
  var showsTitle = true
}

/// Every kind of chart, in the order of a page.
struct FigureKinds: Sendable {
  static let all: [any FigureKind.Type] = [
    BreakEvenFigure.self, CostBarsFigure.self, IdleCostFigure.self, RateHistoryFigure.self,
    TornadoFigure.self, HeatMapFigure.self,
  ]

  /// The templates of all kinds.
  static var templates: [TemplateEntry] { all.map { $0.entry } }

  /// What draws each kind.
  let drawers: [FigureDrawer]

  init(_ templates: ReportTemplates) {
    func drawer<Kind: FigureKind>(_ kind: Kind.Type) -> FigureDrawer {
      FigureDrawer(kind, templates)
    }
    drawers = Self.all.map { drawer($0) }
  }
}

extension FigureKind {
  fileprivate static var entry: TemplateEntry { TemplateEntry(template, Shown.Drawing.self) }
}

/// Why a chart of a scenario cannot be drawn.
enum FigureError: Error {
  /// Its marks or texts have no place.
  case drawing(ChartFaults)

  /// Its numbers cannot be worked out.
  case pricing(PricingError)
}

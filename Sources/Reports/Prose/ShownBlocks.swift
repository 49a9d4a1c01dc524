import Content
import Diagnostics
import Publishing
import Templates

/// What blocks in pages of prose are filled into.
struct BlockTemplates: Sendable {
  static let entries = [
    TemplateEntry("parts/arithmetic.xhtml", Arithmetic.self),
    TemplateEntry("parts/figure.xhtml", ChartFigure.self),
    TemplateEntry(EmbeddedTable.template, EmbeddedTable.self),
  ]

  let arithmetic: Template<Arithmetic>
  let chart: Template<ChartFigure>
  let table: Template<EmbeddedTable>

  init(_ templates: ReportTemplates) {
    arithmetic = templates.set.template("parts/arithmetic.xhtml", for: Arithmetic.self)
    chart = templates.set.template("parts/figure.xhtml", for: ChartFigure.self)
    table = templates.set.template(EmbeddedTable.template, for: EmbeddedTable.self)
  }
}

/// The blocks of a page of prose as markup.
struct ShownBlocks {
  let context: SiteContext
  let templates: BlockTemplates

  /// The tables and charts that pages show.
  let pieces: [EmbedRequest: PagePiece]

  /// Fills what the blocks of a page show.
  ///
  /// - Parameters:
  ///   - page: The page.
  ///   - sources: Receives what its figures cite.
  ///   - worker: Receives what is wrong.
  /// - Returns: The markup in the order of the blocks; `nil` if one of them cannot be shown.
  func fragments(
    of page: PageDocument, _ sources: inout PageSources, to worker: inout ReportWorker
  ) -> [Fragment]? {
    let place = PagePlace(path: SitePaths.page(page.id))
    var charts: Set<String> = []
    var fragments: [Fragment] = []
    for block in page.blocks {
      switch block {
      case .figure(let figure):
        let shown = FigureArithmetic(context: context).arithmetic(of: figure, &sources)
        fragments.append(templates.arithmetic.fragment(shown, on: place))
      case .embedded(let request):
        switch pieces[request] {
        case .table(let table): fragments.append(templates.table.fragment(table, on: place))
        case .chart(let chart):
          guard charts.insert(chart.id).inserted else {
            worker.writer.report([Self.twice(request, anchor: chart.id)])
            return nil
          }
          fragments.append(templates.chart.fragment(chart, on: place))
        // Whoever looked for it has said what is wrong.
        case nil: return nil
        }
      }
    }
    return fragments
  }

  /// Its anchor would be no anchor.
  private static func twice(_ request: EmbedRequest, anchor: String) -> Diagnostic {
    Diagnostic(
      .error, at: request.id.location, "a chart that stands on this page already",
      hint: "show another one, or link to this one as #\(anchor)")
  }
}

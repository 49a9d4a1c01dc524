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

/// What a block of a page shows.
enum ShownBlock: Sendable {
  /// How an amount comes about.
  case arithmetic(Arithmetic)

  /// A table or a chart.
  case piece(PagePiece)
}

/// The blocks of a page of prose.
struct ShownBlocks {
  let context: SiteContext
  let templates: BlockTemplates

  /// The tables and charts that pages show.
  let pieces: [EmbedRequest: PagePiece]

  /// What the blocks of a page show.
  ///
  /// - Parameters:
  ///   - page: The page.
  ///   - sources: Receives what its figures cite.
  ///   - worker: Receives what is wrong.
  /// - Returns: It in the order of the blocks; `nil` if one of them cannot be shown.
  func blocks(
    of page: PageDocument, _ sources: inout PageSources, to worker: inout ReportWorker
  ) -> [ShownBlock]? {
    var charts: Set<String> = []
    var blocks: [ShownBlock] = []
    for block in page.blocks {
      switch block {
      case .figure(let figure):
        blocks.append(
          .arithmetic(FigureArithmetic(context: context).arithmetic(of: figure, &sources)))
      case .embedded(let request):
        // Whoever looked for it has said what is wrong.
        guard let piece = pieces[request] else { return nil }
        if case .chart(let chart) = piece, !charts.insert(chart.id).inserted {
          worker.writer.report([Self.twice(request, anchor: chart.id)])
          return nil
        }
        blocks.append(.piece(piece))
      }
    }
    return blocks
  }

  /// A block as markup.
  func fragment(_ block: ShownBlock, on place: PagePlace) -> Fragment {
    switch block {
    case .arithmetic(let arithmetic): templates.arithmetic.fragment(arithmetic, on: place)
    case .piece(.table(let table, _)): templates.table.fragment(table, on: place)
    case .piece(.chart(let chart)): templates.chart.fragment(chart, on: place)
    }
  }

  /// Its anchor would be no anchor.
  private static func twice(_ request: EmbedRequest, anchor: String) -> Diagnostic {
    Diagnostic(
      .error, at: request.id.location, "a chart that stands on this page already",
      hint: "show another one, or link to this one as #\(anchor)")
  }
}

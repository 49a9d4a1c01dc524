import Content
import Encoders
import Publishing

/// A table or a chart of the site between the text of one of its own pages.
enum PagePiece: Sendable {
  /// A table, and the same for Markdown.
  case table(EmbeddedTable, Table)
  case chart(ChartFigure)
}

extension EmbedSubjects {
  /// What a page of the site shows.
  ///
  /// - Throws: ``EmbedMistake`` for what the site does not have, at its place in the page.
  func piece(_ request: EmbedRequest) throws(EmbedMistake) -> PagePiece {
    switch request.subject {
    case .table:
      let table = try table(request, isForPrograms: false)
      return .table(EmbeddedTable(table).onOwnPage(from: home(of: request)), table)
    case .chart:
      let (report, figure) = try chart(request)
      var shown = figure.shown
      shown.heading = request[.caption]?.value ?? (figure.drawsTitle ? nil : figure.title)
      shown.files.insert(PageLink(report.view.document.title, to: report.view.page), at: 0)
      return .chart(shown)
    }
  }
}

extension ReportWorker {
  /// Takes down what pages show, and what is wrong with asking for it.
  mutating func embed(_ requests: [EmbedRequest], from subjects: EmbedSubjects) {
    for request in requests {
      do throws(EmbedMistake) {
        outcome.add(try subjects.piece(request), for: request)
      } catch { writer.report([error.diagnostic]) }
    }
  }
}

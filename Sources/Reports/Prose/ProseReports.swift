import Content
import Diagnostics
import Publishing
package import Templates
import XML

/// The reports that authors write themselves, in Markdown.
package struct ProseReports: ReportKind {
  package static let templates = [
    TemplateEntry("pages/prose.xhtml", ProsePage.self),
    TemplateEntry("parts/arithmetic.xhtml", Arithmetic.self),
  ]

  private let page: Template<ProsePage>
  private let arithmetic: Template<Arithmetic>

  package init(_ templates: ReportTemplates) {
    page = templates.set.template("pages/prose.xhtml", for: ProsePage.self)
    arithmetic = templates.set.template("parts/arithmetic.xhtml", for: Arithmetic.self)
  }

  package func tasks(_ context: SiteContext) -> [ReportTask] {
    context.content.pages.filter { $0.id != "index" }.map { document in
      ReportTask(about: document.file) { worker throws(BuildError) in
        let path = SitePaths.page(document.id)
        var sources = PageSources(context.content, listedOn: path)
        guard
          let body = Fragments(context).withFigures(document, arithmetic, &sources, to: &worker)
        else { return }
        let report = ProsePage(
          frame: FrameBuilder(context: context).frame(
            of: path, title: document.title, description: document.description, kind: "prose"),
          title: document.title, standfirst: document.standfirst,
          contents: Self.contents(document.body), body: body, sources: sources.entries)
        try worker.writer.page(report, page, at: path)
      }
    }
  }

  /// The links to the parts of a text that has at least three.
  private static func contents(_ body: MarkdownBody) -> [PageLink] {
    let parts = body.headings.filter { $0.level == 2 }
    guard parts.count > 2 else { return [] }
    return parts.map { PageLink(title: $0.text, link: .anchor($0.id)) }
  }
}

/// The texts of pages as markup that is known to be valid.
struct Fragments {
  private let context: SiteContext

  init(_ context: SiteContext) { self.context = context }

  /// The text of a page that asks for no figures; `nil` if it is not valid.
  func plain(_ page: PageDocument, to worker: inout ReportWorker) -> Fragment? {
    pieces(of: page, to: &worker).map { Fragment(joining: $0) }
  }

  /// The text of a page with the figures that it asks for; `nil` if it is not valid.
  func withFigures(
    _ page: PageDocument, _ template: Template<Arithmetic>, _ sources: inout PageSources,
    to worker: inout ReportWorker
  ) -> Fragment? {
    guard let pieces = pieces(of: page, to: &worker) else { return nil }
    let place = PagePlace(path: SitePaths.page(page.id))
    var parts: [Fragment] = []
    for (index, piece) in pieces.enumerated() {
      parts.append(piece)
      guard index < page.figures.count else { continue }
      let figure = FigureArithmetic(context: context)
        .arithmetic(of: page.figures[index], &sources)
      parts.append(template.fragment(figure, on: place))
    }
    return Fragment(joining: parts)
  }

  private func pieces(of page: PageDocument, to worker: inout ReportWorker) -> [Fragment]? {
    do throws(XMLError) {
      var pieces: [Fragment] = []
      for piece in page.body.pieces {
        pieces.append(
          try Fragment(parsing: piece, file: page.file, schema: worker.writer.schemas.fragment))
      }
      return pieces
    } catch {
      // Their lines are those of the markup, which the author never saw.
      worker.writer.report(
        error.diagnostics.map {
          Diagnostic($0.severity, at: SourceLocation(file: page.file), $0.message, hint: $0.hint)
        })
      return nil
    }
  }
}

import Content
import Diagnostics
import Publishing
package import Templates
import XML

/// The reports that authors write themselves, in Markdown.
package struct ProseReports: ReportKind {
  package static let templates =
    [TemplateEntry("pages/prose.xhtml", ProsePage.self)] + BlockTemplates.entries

  private let page: Template<ProsePage>
  private let blocks: BlockTemplates

  package init(_ templates: ReportTemplates) {
    page = templates.set.template("pages/prose.xhtml", for: ProsePage.self)
    blocks = BlockTemplates(templates)
  }

  package func tasks(_ context: SiteContext) -> [ReportTask] {
    Self.documents(context).map { document in
      ReportTask(about: document.file) { worker throws(BuildError) in
        guard !document.embedded.isEmpty else {
          return try write(document, context, ScenarioOutcome(context), to: &worker)
        }
        // What is of scenarios is taken down with their reports.
        let others = document.embedded.filter {
          context.priced[$0.scenario] == nil && !$0.isOfPair
        }
        worker.embed(others, from: EmbedSubjects(context, reports: [:]))
      }
    }
  }

  package func closingTasks(
    _ context: SiteContext, _ outcome: ScenarioOutcome
  ) -> [ReportTask] {
    Self.documents(context).filter { !$0.embedded.isEmpty }.map { document in
      ReportTask(about: document.file) { worker throws(BuildError) in
        try write(document, context, outcome, to: &worker)
      }
    }
  }

  private static func documents(_ context: SiteContext) -> [PageDocument] {
    context.content.pages.filter { $0.id != "index" }
  }

  private func write(
    _ document: PageDocument, _ context: SiteContext, _ outcome: ScenarioOutcome,
    to worker: inout ReportWorker
  ) throws(BuildError) {
    let path = SitePaths.page(document.id)
    var sources = PageSources(context.content, listedOn: path)
    let shown = ShownBlocks(
      context: context, templates: blocks, pieces: pieces(of: document, context, outcome, &worker))
    guard
      let pieces = Fragments.pieces(of: document, to: &worker),
      let blocks = shown.blocks(of: document, &sources, to: &worker)
    else { return }
    let figures = blocks.map { shown.fragment($0, on: PagePlace(path: path)) }
    let body = pieces.indices.flatMap { place in
      [pieces[place]] + (figures.indices.contains(place) ? [figures[place]] : [])
    }
    let hasTables = document.embedded.contains { $0.subject == .table }
    let report = ProsePage(
      frame: FrameBuilder(context: context).frame(
        of: path, title: document.title, description: document.description, kind: "prose",
        embedsTables: hasTables),
      title: document.title, standfirst: document.standfirst,
      contents: Self.contents(document.body), body: Fragment(joining: body),
      source: context.content.settings.published.contains(.twins) ? document.body.markdown : [],
      shown: blocks,
      sources: sources.entries)
    try worker.writer.page(report, withTwin: page, at: path)
  }

  /// What pages show, with the pairs of this one: these are known when all scenarios are.
  private func pieces(
    of document: PageDocument, _ context: SiteContext, _ outcome: ScenarioOutcome,
    _ worker: inout ReportWorker
  ) -> [EmbedRequest: PagePiece] {
    var pieces = outcome.pieces
    let subjects = EmbedSubjects(context, reports: [:]) { outcome.matchups[$0].map(\.value) }
    for request in document.embedded where request.isOfPair {
      do throws(EmbedMistake) { pieces[request] = try subjects.piece(request) } catch {
        worker.writer.report([error.diagnostic])
      }
    }
    return pieces
  }

  /// The links to the parts of a text that has at least three.
  private static func contents(_ body: MarkdownBody) -> [PageLink] {
    let parts = body.headings.filter { $0.level == 2 }
    guard parts.count > 2 else { return [] }
    return parts.map { PageLink(title: $0.text, link: .anchor($0.id)) }
  }
}

/// The texts of pages as markup that is known to be valid.
enum Fragments {
  /// The text of a page that shows nothing between; `nil` if it is not valid.
  static func plain(_ page: PageDocument, to worker: inout ReportWorker) -> Fragment? {
    pieces(of: page, to: &worker).map { Fragment(joining: $0) }
  }

  /// The text of a page, cut where its blocks stand; `nil` if it is not valid.
  static func pieces(of page: PageDocument, to worker: inout ReportWorker) -> [Fragment]? {
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

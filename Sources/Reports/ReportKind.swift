package import Charts
package import Publishing
package import Templates

/// A kind of report: the templates it fills, and the tasks that make and write its reports.
///
/// A report is one value, made once in a task of its own, that all of its files are written from.
/// A new kind of page is a folder of this target and a line in ``ReportKinds/all``.
package protocol ReportKind: Sendable {
  /// The templates that it fills.
  static var templates: [TemplateEntry] { get }

  /// Takes what it needs of the templates.
  init(_ templates: ReportTemplates)

  /// The reports that need nothing but the content and the prices.
  func tasks(_ context: SiteContext) -> [ReportTask]

  /// The reports that show what all scenarios came to.
  func closingTasks(_ context: SiteContext, _ outcome: ScenarioOutcome) -> [ReportTask]
}

extension ReportKind {
  package func tasks(_ context: SiteContext) -> [ReportTask] { [] }

  package func closingTasks(
    _ context: SiteContext, _ outcome: ScenarioOutcome
  ) -> [ReportTask] { [] }
}

/// The compiled templates of a site, and the rules that chart files carry.
package struct ReportTemplates: Sendable {
  let set: TemplateSet
  let styles: [ChartStyle.Theme: ChartStyle]

  /// The rules of tables in other people's documents, in one line.
  let embeddedStyle: String

  /// Joins templates and styles.
  ///
  /// - Parameters:
  ///   - set: The templates.
  ///   - styles: The rules of charts.
  ///   - embedded: The style sheet of tables in other people's documents.
  package init(
    _ set: TemplateSet, styles: [ChartStyle.Theme: ChartStyle], embedded: String
  ) {
    self.set = set
    self.styles = styles
    embeddedStyle = EmbeddedMarkup.flat(style: embedded)
  }
}

/// Makes one report and writes all of its files.
package struct ReportTask: Sendable {
  /// Carries the task out with what its worker has.
  package let run: @Sendable (inout ReportWorker) throws(BuildError) -> Void

  /// Describes a task.
  ///
  /// - Parameters:
  ///   - file: The author's file that the report is about; `nil` for what every site has.
  ///   - run: Carries it out.
  init(
    about file: String? = nil,
    _ run: @escaping @Sendable (inout ReportWorker) throws(BuildError) -> Void
  ) {
    self.run = { worker throws(BuildError) in
      worker.writer.begin(file)
      try run(&worker)
    }
  }
}

/// What a worker writes with, and what it remembers of the scenarios that it has reported.
package struct ReportWorker: Sendable {
  /// Where files go.
  package var writer: SiteWriter

  /// What the scenarios so far came to.
  package var outcome: ScenarioOutcome

  /// The reports that the next build may keep, where it will be told.
  package var made: [MadeReport] = []

  /// The texts of files with findings, by path.
  package var texts: [String: String] = [:]

  /// Starts without any scenario.
  package init(_ writer: SiteWriter, _ outcome: ScenarioOutcome) {
    (self.writer, self.outcome) = (writer, outcome)
  }
}

/// Every kind of report, in the order in which their tasks are begun.
package struct ReportKinds: Sendable {
  private static let all: [any ReportKind.Type] = [
    ScenarioReports.self, RulesReports.self, ClaimsReports.self, ProseReports.self,
    ProviderReports.self, PairReports.self, GalleryReports.self, DataReports.self,
    FrontReports.self, ChangesReports.self, ConformanceReports.self, IndexReports.self,
  ]

  /// The templates that the program fills, each once.
  package static var templates: [TemplateEntry] {
    var paths: Set<String> = []
    return all.flatMap { $0.templates }.filter { paths.insert($0.path).inserted }
  }

  private let kinds: [any ReportKind]

  /// Takes the compiled templates.
  package init(_ templates: ReportTemplates) { kinds = Self.all.map { $0.init(templates) } }

  /// The tasks that need nothing but the content and the prices.
  package func tasks(_ context: SiteContext) -> [ReportTask] {
    Self.ordered(kinds.map { $0.tasks(context) })
  }

  /// The tasks that show what all scenarios came to.
  package func closingTasks(
    _ context: SiteContext, _ outcome: ScenarioOutcome
  ) -> [ReportTask] {
    Self.ordered(kinds.map { $0.closingTasks(context, outcome) })
  }

  /// First those of which there are few: they are large, and the last to be begun is waited for.
  private static func ordered(_ tasks: [[ReportTask]]) -> [ReportTask] {
    tasks.sorted { $0.count < $1.count }.flatMap(\.self)
  }
}

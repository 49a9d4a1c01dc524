import Content
import Diagnostics
import Pricing
import Publishing
package import Templates
import Wording

/// The report of how the engine compares with public price lists, if `content/conformance.yaml` has it.
package struct ConformanceReports: ReportKind {
  package static let templates = [TemplateEntry("pages/conformance.xhtml", ConformancePage.self)]

  static let title = "Public price lists"

  private let page: Template<ConformancePage>

  package init(_ templates: ReportTemplates) {
    page = templates.set.template("pages/conformance.xhtml", for: ConformancePage.self)
  }

  package func tasks(_ context: SiteContext) -> [ReportTask] {
    guard let document = context.content.conformance else { return [] }
    return [
      ReportTask(about: "content/conformance.yaml") { worker throws(BuildError) in
        try worker.writer.page(
          ConformancePage(document, context), withTwin: page, at: SitePaths.conformance)
        try worker.writer.data(at: SitePaths.conformanceData, in: .data) { output in
          output = ConformanceData.json(of: document).file
        }
      }
    ]
  }

  /// How much is expressed and how many calls come out alike, in a sentence or two.
  static func description(_ document: ConformanceDocument) -> String {
    let entries = document.lists.map(\.all.entries).reduce(0, +)
    let expressed = document.lists.map(\.all.expressed).reduce(0, +)
    let lists = document.lists.count
    let start =
      "Rate cards express \(share(expressed, of: entries)) of the "
      + "\(NumberText.whole(entries)) priced entries of "
      + "\(lists) public price \(lists == 1 ? "list" : "lists") exactly."
    let calls = document.lists.compactMap(\.calls)
    guard !calls.isEmpty else { return start }
    let (count, other) = (
      calls.map(\.count).reduce(0, +), calls.map { $0.explained + $0.unexplained }.reduce(0, +)
    )
    let same = other == 0 ? "all" : NumberText.whole(count - other)
    let rounding = calls.contains { $0.rounding > 0 } ? ", but for rounding" : ""
    return start
      + " Of \(NumberText.whole(count)) calls \(same) cost the same by the lists' own programs\(rounding)."
  }

  /// A share of entries, which is all of them only if none is missing.
  static func share(_ expressed: Int, of entries: Int) -> String {
    guard entries > 0 else { return "none" }
    // Towards zero: 99.96 % is not all.
    let tenths = expressed * 1_000 / entries
    return NumberText.percent((try? Ratio(Int128(tenths), over: 1_000)) ?? .zero, decimals: 1)
  }
}

import Content
import Diagnostics
import Messages
import Pricing
import Publishing
package import Templates
import Wording

/// The report of how the engine compares with public price lists, if `content/conformance.yaml` has it.
package struct ConformanceReports: ReportKind {
  package static let templates = [TemplateEntry("pages/conformance.xhtml", ConformancePage.self)]

  static var title: String { localized("Public price lists") }

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
    let (part, all) = (share(expressed, of: entries), NumberText.whole(entries))
    let start = localized(
      lists,
      one:
        "Rate cards express \(part) of the \(all) priced entries of \(lists) public price list exactly.",
      other:
        "Rate cards express \(part) of the \(all) priced entries of \(lists) public price lists exactly."
    )
    let calls = document.lists.compactMap(\.calls)
    guard !calls.isEmpty else { return start }
    let (count, other) = (
      calls.map(\.count).reduce(0, +), calls.map { $0.explained + $0.unexplained }.reduce(0, +)
    )
    let isRounded = calls.contains { $0.rounding > 0 }
    return "\(start) \(equalCalls(count - other, of: count, isRounded: isRounded))"
  }

  private static func equalCalls(_ equal: Int, of count: Int, isRounded: Bool) -> String {
    let (same, all) = (NumberText.whole(equal), NumberText.whole(count))
    if equal == count {
      return localized(
        isRounded
          ? "Of \(all) calls all cost the same by the lists' own programs, but for rounding."
          : "Of \(all) calls all cost the same by the lists' own programs.")
    }
    return localized(
      isRounded
        ? "Of \(all) calls \(same) cost the same by the lists' own programs, but for rounding."
        : "Of \(all) calls \(same) cost the same by the lists' own programs.")
  }

  /// A share of entries, which is all of them only if none is missing.
  static func share(_ expressed: Int, of entries: Int) -> String {
    guard entries > 0 else { return localized("none", context: "share") }
    // Towards zero: 99.96 % is not all.
    let tenths = expressed * 1_000 / entries
    return NumberText.percent((try? Ratio(Int128(tenths), over: 1_000)) ?? .zero, decimals: 1)
  }
}

import Content
import Diagnostics
import Encoders
import Messages
import Pricing
import Publishing
package import Templates
import Wording

/// The report of published figures: a page, a table and data.
///
/// A site without claims has none.
package struct ClaimsReports: ReportKind {
  package static let templates =
    [TemplateEntry("pages/claims.xhtml", ClaimsPage.self)] + EmbedTemplates.entries

  static var title: String { localized("Published figures, computed again") }
  static let files = TableFiles(at: SitePaths.claimTable, alone: true)

  private let page: Template<ClaimsPage>
  private let embedded: EmbedTemplates

  package init(_ templates: ReportTemplates) {
    page = templates.set.template("pages/claims.xhtml", for: ClaimsPage.self)
    embedded = EmbedTemplates(templates)
  }

  package func tasks(_ context: SiteContext) -> [ReportTask] {
    guard !context.claims.isEmpty else { return [] }
    return [
      ReportTask { worker throws(BuildError) in
        let report = ClaimsPageBuilder(context: context).page()
        try worker.writer.page(report, withTwin: page, at: SitePaths.claims)
        let table = ClaimTable(context)
        try Self.files.write(
          table.table.from(Self.origin(context)), records: table.records, embedded: embedded,
          from: .file(SitePaths.claims), to: &worker.writer)
        try worker.writer.data(at: SitePaths.claimData, in: .data) { output in
          output = ClaimData(context: context).json.file
        }
      }
    ]
  }

  /// Where the table of claims is from; its rows name their sources.
  static func origin(_ context: SiteContext) -> TableOrigin {
    context.origin(of: SitePaths.claims, title: title, sources: nil)
  }

  /// How many figures were earned, and what became of the others, in a sentence.
  static func summary(_ claims: [AuditedClaim]) -> String {
    let earned = claims.count { $0.verdict == .reproduced }
    let start = reproduced(earned, of: claims.count)
    let given = claims.count { $0.verdict == .reproduced && $0.restsOnOwnConditions }
    let whole =
      given == 0
      ? start
      : localized(
        "\(start), \(given) of them given conditions, such as hours, that these words state")
    let others = counts(claims, VerdictKind.allCases.filter { $0 != .reproduced })
    return whole + (others.isEmpty ? "." : "; \(others).")
  }

  private static func reproduced(_ count: Int, of all: Int) -> String {
    switch count {
    case 0:
      localized(
        all, one: "None of \(all) claim are reproduced from evidence outside their own words",
        other: "None of \(all) claims are reproduced from evidence outside their own words")
    case 1:
      localized(
        all, one: "1 of \(all) claim is reproduced from evidence outside its own words",
        other: "1 of \(all) claims is reproduced from evidence outside its own words")
    default:
      localized("\(count) of \(all) claims are reproduced from evidence outside their own words")
    }
  }

  /// How often each verdict was reached, without those that were not: `5 restated and 2 off`.
  static func counts(
    _ claims: [AuditedClaim], _ kinds: [VerdictKind] = VerdictKind.allCases
  ) -> String {
    UnitText.list(
      kinds.compactMap { kind in
        let own = claims.filter { VerdictKind($0.verdict) == kind }
        guard !own.isEmpty else { return nil }
        let unmet = kind == .consistent ? own.count { $0.condition?.holds == false } : 0
        let text = "\(own.count) \(kind.predicate)"
        return unmet == 0
          ? text : localized("\(text) (\(unmet) under a condition that does not hold)")
      })
  }
}

extension ClaimTable {
  /// All claims of a site in a line each.
  init(_ context: SiteContext) {
    let words = VerdictText(context: context)
    let entries = ClaimEntryBuilder(context: context, isTheirPage: false)
    id = Anchor.table("claims")
    caption = ClaimsReports.title
    captionDetail = ClaimsReports.summary(context.claims)
    columns = [
      localized("Published"), localized("Computed"), localized("Verdict"), localized("Source"),
    ]
    rows = context.claims.map { audited in
      let figure = audited.claim.published
      return ClaimRow(
        says: audited.claim.says,
        published: ClaimText.published(audited), computed: entries.computed(audited),
        verdict: words.phrase(audited), kind: VerdictKind(audited.verdict).rawValue,
        source: context.content.source(audited.claim.citation.source)?.title ?? "",
        exactPublished: Self.dollars(figure.low, figure),
        exactComputed: Self.dollars(audited.computed?.low, figure, audited.computed),
        audited: audited)
    }
  }

  /// An exact amount, for figures in dollars that leave no side open.
  private static func dollars(
    _ low: Ratio?, _ figure: PublishedValue, _ computed: Bounds<Ratio>? = nil
  ) -> Table.Cell.Exact? {
    guard figure.unit == ClaimUnit(.usd), let low, let high = computed?.high ?? figure.high,
      let exactLow = try? low * Ratio(Money.picodollarsPerDollar),
      let exactHigh = try? high * Ratio(Money.picodollarsPerDollar)
    else { return nil }
    return .amount(low: Money(rounding: exactLow), high: Money(rounding: exactHigh))
  }
}

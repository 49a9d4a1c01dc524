import Content
import Pricing
import Wording

/// Makes the page of all claims.
struct ClaimsPageBuilder {
  let context: SiteContext

  private var entries: ClaimEntryBuilder {
    ClaimEntryBuilder(context: context, page: SitePaths.claims)
  }

  func page() -> ClaimsPage {
    var sources = PageSources(context.content)
    let all = context.claims
    let groups = context.content.claims.map { group($0, &sources) }
    return ClaimsPage(
      frame: FrameBuilder(context: context).frame(
        of: SitePaths.claims, title: Self.title, description: Self.summary(all), kind: "claims"),
      title: Self.title, standfirst: Self.summary(all), counts: Self.counts(all),
      failures: all.filter(Self.fails).map(failure), groups: groups, sources: sources.entries,
      downloads: [
        PageLink(title: "Exact values as JSON", link: "../data/claims.json"),
        PageLink(title: "Table alone", link: "../tables/claims.html"),
        PageLink(title: "CSV", link: "../tables/claims.csv"),
        PageLink(title: "Markdown", link: "../tables/claims.md"),
      ])
  }

  static let title = "Published figures, computed again"

  /// How many claims come out, in a sentence.
  static func summary(_ claims: [AuditedClaim]) -> String {
    let count = claims.count { $0.verdict == .reproduced }
    let figures = claims.count == 1 ? "published figure" : "published figures"
    if count == claims.count {
      let words = count == 1 ? "The \(figures) is" : "All \(count) \(figures) are"
      return "\(words) reproduced from rates, workloads and each other."
    }
    return "\(count) of \(claims.count) \(figures) \(count == 1 ? "is" : "are") reproduced from "
      + "rates, workloads and each other."
  }

  private static func fails(_ audited: AuditedClaim) -> Bool {
    switch audited.verdict {
    case .offBy, .notConsistent: true
    case .reproduced, .cannotBeComputed: false
    }
  }

  private static func counts(_ claims: [AuditedClaim]) -> [VerdictCount] {
    let meanings = [
      (
        "reproduced", "Reproduced",
        "comes to the same within half a unit of its last digit, or lies where it should"
      ),
      ("off", "Off", "rates and workloads come to something else"),
      ("inconsistent", "Not consistent", "other published figures come to something else"),
      ("open", "Cannot be computed", "an input is not stated"),
    ]
    return meanings.map { kind, verdict, meaning in
      VerdictCount(
        verdict: verdict, meaning: meaning,
        count: NumberText.whole(claims.count { VerdictText.kind($0.verdict) == kind }), kind: kind)
    }
  }

  private func failure(_ audited: AuditedClaim) -> ClaimFailure {
    ClaimFailure(
      claim: PageLink(title: audited.claim.says, link: "#\(audited.claim.id)"),
      published: ClaimText.published(audited.claim.published), computed: entries.computed(audited))
  }

  private func group(_ document: ClaimDocument, _ sources: inout PageSources) -> ClaimGroup {
    let audited = document.claims.compactMap { context.claim($0.claim.id) }
    return ClaimGroup(
      // No id of a claim has an underscore.
      id: "from_\(document.id)",
      title: context.content.source(document.source)?.title ?? document.source,
      summary: Self.summary(audited), claims: audited.map { entries.entry($0, &sources) })
  }
}

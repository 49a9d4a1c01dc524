import Content
import Messages
import Pricing
import Templates
import Wording

/// Makes the page of all claims.
struct ClaimsPageBuilder {
  let context: SiteContext

  private var entries: ClaimEntryBuilder {
    ClaimEntryBuilder(context: context, isTheirPage: true)
  }

  func page() -> ClaimsPage {
    var sources = PageSources(context.content, listedOn: SitePaths.claims)
    let all = context.claims
    let groups = context.content.claims.map { group($0, &sources) }
    return ClaimsPage(
      frame: FrameBuilder(context: context).frame(
        of: SitePaths.claims, title: ClaimsReports.title, description: ClaimsReports.summary(all),
        kind: "claims"),
      title: ClaimsReports.title, standfirst: ClaimsReports.summary(all), counts: Self.counts(all),
      groups: groups, sources: sources.entries,
      downloads: downloads)
  }

  private var downloads: [PageLink] {
    let families = context.content.settings.published
    let data =
      families.contains(.data)
      ? [PageLink(localized("Exact values as JSON"), to: SitePaths.claimData)] : []
    return data + ClaimsReports.files.links(families)
  }

  private static func counts(_ claims: [AuditedClaim]) -> [VerdictCount] {
    VerdictKind.allCases.map { kind in
      VerdictCount(
        verdict: kind.title, meaning: kind.meaning,
        count: NumberText.whole(claims.count { VerdictKind($0.verdict) == kind }),
        kind: kind.rawValue, filter: kind.filter, link: .anchor(kind.filter))
    }
  }

  private func group(_ document: ClaimDocument, _ sources: inout PageSources) -> ClaimGroup {
    let audited = document.claims.compactMap { context.claim($0.claim.id) }
    return ClaimGroup(
      id: Anchor.claims(from: document.id), link: .anchor(Anchor.claims(from: document.id)),
      count: NumberText.whole(audited.count),
      title: context.content.source(document.source)?.title ?? document.source,
      summary: "\(ClaimsReports.counts(audited).capitalisedSentence).",
      claims: audited.map { entries.entry($0, &sources) })
  }
}

import Content
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
      failures: all.filter(Self.fails).map(failure), groups: groups, sources: sources.entries,
      downloads: downloads)
  }

  private var downloads: [PageLink] {
    let families = context.content.settings.published
    let data =
      families.contains(.data) ? [PageLink("Exact values as JSON", to: SitePaths.claimData)] : []
    return data + ClaimsReports.files.links(families)
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
      claim: PageLink(title: audited.claim.says, link: .anchor(audited.claim.id)),
      published: ClaimText.published(audited.claim.published), computed: entries.computed(audited))
  }

  private func group(_ document: ClaimDocument, _ sources: inout PageSources) -> ClaimGroup {
    let audited = document.claims.compactMap { context.claim($0.claim.id) }
    return ClaimGroup(
      // No id of a claim has an underscore.
      id: "from_\(document.id)",
      title: context.content.source(document.source)?.title ?? document.source,
      summary: ClaimsReports.summary(audited), claims: audited.map { entries.entry($0, &sources) })
  }
}

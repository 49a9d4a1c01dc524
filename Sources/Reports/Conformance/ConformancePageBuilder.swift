import Content
import Pricing
import Templates
import Wording

extension ConformancePage {
  /// The page of a document.
  init(_ document: ConformanceDocument, _ context: SiteContext) {
    title = ConformanceReports.title
    standfirst = ConformanceReports.description(document)
    frame = FrameBuilder(context: context).frame(
      of: SitePaths.conformance, title: title, description: standfirst, kind: "conformance")
    lists = document.lists.map(PublicListEntry.init)
    disagreements = document.disagreements.map(DisagreementEntry.init)
    day = TimeText.date(document.day)
    downloads =
      context.content.settings.published.contains(.data)
      ? [PageLink("Everything here as JSON", to: SitePaths.conformanceData)] : []
  }
}

extension PublicListEntry {
  fileprivate init(_ list: ConformanceDocument.PublicList) {
    id = Anchor.list(list.name)
    link = .anchor(Anchor.list(list.name))
    (name, title) = (
      list.name, [list.name, list.version].compactMap(\.self).joined(separator: " ")
    )
    address = list.address
    let counts = [list.all.expressed, list.all.entries].map { NumberText.whole($0) }
    summary =
      "\(counts[0]) of \(counts[1]) priced entries are expressed exactly, "
      + "\(ConformanceReports.share(list.all.expressed, of: list.all.entries))."
    features = list.features.map { share in
      FeatureShare(
        feature: share.name, entries: NumberText.whole(share.entries),
        expressed: NumberText.whole(share.expressed),
        share: ConformanceReports.share(share.expressed, of: share.entries))
    }
    missing = list.missing.map {
      MissingKey(key: $0.name, entries: NumberText.whole($0.entries))
    }
    compared = list.calls.map(Self.compared)
    reasons = Self.reasons(list.calls?.reasons ?? [])
  }

  /// How many calls there were, and what became of them.
  private static func compared(_ calls: ConformanceDocument.Calls) -> String {
    let rounding = calls.rounding > 0 ? ", but for rounding" : ""
    let parts = [
      (calls.equal, "equal to the last digit"),
      (calls.rounding, "equal but for rounding each line"),
      (calls.explained, "other for a known reason"), (calls.unexplained, "other"),
    ].filter { $0.0 > 0 }.map { "\(NumberText.whole($0.0)) \($0.1)" }
    let entries = calls.entries.map { entries in
      let all = NumberText.whole(entries.asked)
      let same = "cost the same in every call\(rounding)."
      return entries.equal == entries.asked
        ? " All \(all) entries that it answers for \(same)"
        : " Of \(all) entries that it answers for \(NumberText.whole(entries.equal)) \(same)"
    }
    return "\(NumberText.whole(calls.count)) calls by \(calls.program): \(UnitText.list(parts))."
      + (entries ?? "")
  }

  /// Each reason once, with all whose calls it explains; the one with the most calls first.
  private static func reasons(_ stated: [ConformanceDocument.Reason]) -> [CallReason] {
    Dictionary(grouping: stated, by: \.text)
      .map { text, each in (text: text, each: each, calls: each.map(\.calls).reduce(0, +)) }
      .sorted { ($1.calls, $0.text) < ($0.calls, $1.text) }
      .map { text, each, calls in
        let providers = each.map { one in
          each.count == 1 ? one.provider : "\(one.provider) (\(NumberText.whole(one.calls)))"
        }
        return CallReason(
          calls: NumberText.whole(calls), providers: UnitText.list(providers), text: text)
      }
  }
}

extension DisagreementEntry {
  fileprivate init(_ disagreement: ConformanceDocument.Disagreement) {
    model = disagreement.model
    unit = UnitText.per(disagreement.unit)
    let decimals = AmountText.exactDecimals(of: disagreement.prices.map(\.price))
    prices = disagreement.prices
      .map { "\($0.list.value) \(AmountText.exact($0.price, decimals: decimals))" }
      .joined(separator: ", ")
  }
}

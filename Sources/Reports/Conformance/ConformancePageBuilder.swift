import Content
import Messages
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
      ? [PageLink(localized("Everything here as JSON"), to: SitePaths.conformanceData)] : []
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
    let share = ConformanceReports.share(list.all.expressed, of: list.all.entries)
    summary = localized(
      "\(counts[0]) of \(counts[1]) priced entries are expressed exactly, \(share).")
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
    func counted(_ count: Int, _ text: (String) -> String) -> String? {
      count > 0 ? text(NumberText.whole(count)) : nil
    }
    let parts = [
      counted(calls.equal) { localized("\($0) equal to the last digit") },
      counted(calls.rounding) { localized("\($0) equal but for rounding each line") },
      counted(calls.explained) { localized("\($0) other for a known reason") },
      counted(calls.unexplained) { localized("\($0) other", context: "calls") },
    ].compactMap(\.self)
    let count = NumberText.whole(calls.count)
    let sentence = localized("\(count) calls by \(calls.program): \(UnitText.list(parts)).")
    let entries = calls.entries.map {
      equal($0.equal, of: $0.asked, isRounded: calls.rounding > 0)
    }
    return [sentence, entries].compactMap(\.self).joined(separator: " ")
  }

  /// How many of the entries that a program answers for cost the same whatever is called.
  private static func equal(_ equal: Int, of asked: Int, isRounded: Bool) -> String {
    let (same, all) = (NumberText.whole(equal), NumberText.whole(asked))
    if equal == asked {
      return localized(
        isRounded
          ? "All \(all) entries that it answers for cost the same in every call, but for rounding."
          : "All \(all) entries that it answers for cost the same in every call.")
    }
    return localized(
      isRounded
        ? "Of \(all) entries that it answers for \(same) cost the same in every call, but for rounding."
        : "Of \(all) entries that it answers for \(same) cost the same in every call.")
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

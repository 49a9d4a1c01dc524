import Content
import Encoders
import Messages
import Pricing
import Templates
import Wording

/// Makes the table that says what to take, and who is out for what.
struct RecommendationBuilder {
  let view: ScenarioView
  let recommendations: [Recommendation]

  /// Whether the arithmetic has a page that amounts can lead to.
  let hasArithmeticPage: Bool

  /// Makes the table; `nil` where no offer can take another's place, so that there is no choice.
  func table(_ sources: inout PageSources) -> RecommendationTable? {
    var groups: [RecommendationGroup] = []
    for (place, group) in view.priced.groups.enumerated() where isChoice(group) {
      let own = recommendations.filter { $0.group == group.group }
      var rows: [RecommendationRow] = []
      for (index, one) in own.enumerated() {
        rows.append(row(one, besides: index == 0 ? [] : own[0].requirements, &sources))
      }
      groups.append(
        RecommendationGroup(name: view.groupHead(place), rows: rows))
    }
    guard !groups.isEmpty else { return nil }
    return RecommendationTable(
      id: Anchor.choice(view.scenario.id), caption: localized("What to take"),
      captionDetail: captionDetail(isPart: groups.count < view.priced.groups.count),
      columns: zip(view.scenario.workloads, view.document.columns).map {
        ComparisonColumn(
          text: $0.name, detail: $1.detail, sort: "none", id: $0.id)
      }, span: String(view.scenario.workloads.count + 2), groups: groups)
  }

  private func captionDetail(isPart: Bool) -> String {
    localized(
      isPart
        ? "First what an offer must be able to do, then what it costs, in US dollars. What no source here states counts as not known, and an offer that is not known to do it is out. Offers that nothing else here can replace are not listed. \(view.basis)"
        : "First what an offer must be able to do, then what it costs, in US dollars. What no source here states counts as not known, and an offer that is not known to do it is out. \(view.basis)"
    )
  }

  /// Whether two of the offers that can take each other's place are compared.
  private func isChoice(_ group: PricedGroup) -> Bool {
    !group.isOneOffer && (view.groupNames.isEmpty || view.compared(in: group).count > 1)
  }

  private func row(
    _ one: Recommendation, besides base: [Requirement], _ sources: inout PageSources
  ) -> RecommendationRow {
    let added = one.requirements.filter { !base.contains($0) }.map(RequirementText.name)
    let requirement =
      added.isEmpty
      ? localized("Only the lowest price")
      : base.isEmpty ? UnitText.list(added) : localized("and \(UnitText.list(added))")
    let cells = one.choices.enumerated().map { column, choice in
      var cell = cell(column, choice, isPart: one.group.rows.count > 1)
      cell.label = view.label(of: column)
      return cell
    }
    return RecommendationRow(
      requirement: base.isEmpty ? requirement.capitalisedSentence : requirement, cells: cells,
      excluded: summary(one.excluded),
      exclusions: one.excluded.map { entry($0, &sources) })
  }

  /// What is chosen; whether others can take its place is said of the only one that is left.
  private func cell(
    _ column: Int, _ choice: Recommendation.Choice, isPart: Bool
  ) -> RecommendationCell {
    switch choice {
    case .cheapest(let offers):
      RecommendationCell(
        offers: names(offers),
        detail: offers.first.flatMap { amount($0, column) }, ids: offers,
        exact: offers.first.flatMap { exact($0, column) },
        link: offers.first.flatMap { link($0, column) })
    case .only(let offer):
      RecommendationCell(
        offers: view.name(offer),
        detail: amount(offer, column).map {
          localized(isPart ? "\($0), the only one left" : "\($0), the only one")
        },
        ids: [offer], exact: exact(offer, column),
        link: link(offer, column))
    case .oneOf(let offers):
      RecommendationCell(
        offers: names(offers),
        detail: localized("depends on where in its range each input lies"), ids: offers)
    case .none:
      RecommendationCell(
        offers: localized("none", context: "offer"),
        detail: localized("no offer that is left can be priced for it"))
    }
  }

  private func names(_ offers: [String]) -> String {
    UnitText.list(offers.map(offers.count > 1 ? view.spoken : view.name), conjunction: "or")
  }

  private func link(_ offer: String, _ column: Int) -> LinkTarget? {
    guard hasArithmeticPage, let invoice = view.invoice(offer, column) else { return nil }
    return .file(SitePaths.arithmetic(view.scenario.id), anchor: InvoiceEntry.id(invoice))
  }

  private func amount(_ offer: String, _ column: Int) -> String? {
    view.invoice(offer, column).map { view.amount($0, column) }
  }

  private func exact(_ offer: String, _ column: Int) -> Table.Cell.Exact? {
    view.invoice(offer, column).map { .amount(low: $0.low, high: $0.high) }
  }

  // MARK: Who is out

  private func summary(_ exclusions: [Recommendation.Exclusion]) -> String? {
    guard !exclusions.isEmpty else { return nil }
    let unknown = exclusions.count { $0.lacks.isEmpty }
    let count = exclusions.count
    if unknown == 0 { return localized("\(count) out") }
    return localized(
      unknown == count
        ? "\(count) out because no source here says"
        : "\(count) out, \(unknown) of them because no source here says")
  }

  private func entry(
    _ exclusion: Recommendation.Exclusion, _ sources: inout PageSources
  ) -> ExclusionEntry {
    let lacks = exclusion.lacks.map(RequirementText.lack)
    let unknown = exclusion.notStated.map(RequirementText.name)
    let list = UnitText.list(unknown, conjunction: "or")
    let reasons = lacks + (unknown.isEmpty ? [] : [localized("is not known to offer \(list)")])
    let offer = view.offer(exclusion.offer)
    let citations = sources.cite(
      exclusion.lacks.compactMap { offer?.citation(for: $0, on: view.scenario.date) })
    return ExclusionEntry(
      offer: view.name(exclusion.offer), reason: reasons.joined(separator: "; "),
      citations: citations)
  }
}

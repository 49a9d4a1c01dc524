import Encoders
import Messages

extension IndexPage: TwinnedPage {
  var twinTitle: String { frame.siteTitle }

  func write(to twin: inout Twin) {
    twin.say(question)
    twin.find(headline)
    twin.say(standfirst)
    twin.say(basis)
    if let warning { twin.page.paragraph([twin.link(warning)]) }
    for remark in remarks { twin.say(remark) }
    twin.part(localized("Cheapest, range by range"), spans.map { $0.runs(twin) })
    for figure in figures { twin.figure(figure) }
    twin.page.paragraph([twin.link(answer)])
    twin.part(
      localized("Scenarios"),
      cards.map { $0.runs(twin) } + (others.map { [[twin.link($0)]] } ?? []))
    if let providers {
      twin.part(localized("Providers"))
      twin.page.table(providers.table)
    }
    twin.page.markdown(source)
  }
}

extension ScenarioListPage: TwinnedPage {
  var twinTitle: String { title }

  func write(to twin: inout Twin) {
    twin.say(standfirst)
    twin.page.list(cards.map { $0.runs(twin) } + others.map { [twin.link($0)] })
  }
}

extension RulesPage: TwinnedPage {
  var twinTitle: String { title }

  func write(to twin: inout Twin) {
    twin.say(standfirst)
    twin.page.table(table.table)
    for remark in remarks { twin.say(remark) }
    twin.page.paragraph([twin.link(changes)])
    twin.part(
      localized("Prices in proportion"),
      adjustments.map {
        let words = localized("\($0.condition): \($0.factor) on \($0.target)")
        return [twin.link($0.offer, $0.link), .text(", \(words)"), twin.marks($0.citations)]
      })
    twin.sources(sources)
  }
}

extension ClaimsPage: TwinnedPage {
  var twinTitle: String { title }

  func write(to twin: inout Twin) {
    twin.say(standfirst)
    twin.page.list(counts.map { [.text("\($0.count) \($0.verdict): \($0.meaning)")] })
    for group in groups {
      twin.part(group.title)
      twin.page.table(ClaimGroup.table(group.claims, captioned: group.summary))
    }
    twin.part(localized("Data"), downloads.map { [twin.link($0)] })
    twin.sources(sources)
  }
}

extension ClaimGroup {
  /// Claims in a line each, with what a reader has to know of them.
  static func table(_ claims: [ClaimEntry], captioned caption: String) -> Table {
    Table(
      id: "claims", caption: caption,
      columns: [
        Table.Column(key: "claim", title: localized("Claim")),
        Table.Column(key: "quote", title: localized("Words")),
        Table.Column(key: "published", title: localized("Published")),
        Table.Column(key: "computed", title: localized("Computed")),
        Table.Column(key: "verdict", title: localized("Verdict")),
      ],
      rows: claims.map { claim in
        [
          Table.Cell(claim.says), Table.Cell(claim.quote), Table.Cell(claim.published),
          Table.Cell(claim.computed), Table.Cell(claim.verdict, notes: claim.why),
        ]
      })
  }
}

extension ProsePage: TwinnedPage {
  var twinTitle: String { title }

  func write(to twin: inout Twin) {
    twin.say(standfirst)
    for (place, text) in source.enumerated() {
      twin.page.markdown(text)
      guard shown.indices.contains(place) else { continue }
      switch shown[place] {
      case .arithmetic(let arithmetic): twin.arithmetic(arithmetic)
      case .piece(.table(_, let table)): twin.page.table(table)
      case .piece(.chart(let chart)): twin.figure(chart)
      }
    }
    twin.sources(sources)
  }
}

import Encoders
import Messages

extension ScenarioPage: TwinnedPage {
  var twinTitle: String { title }

  func write(to twin: inout Twin) {
    twin.find(headline)
    twin.say(standfirst)
    twin.say(localized("The question: \(question)"))
    twin.say(basis)
    if let warning { twin.page.paragraph([twin.link(warning)]) }
    for remark in remarks { twin.say(remark) }
    twin.part(localized("Findings"), findings.map { [.text($0)] })
    twin.part(localized("What it costs"))
    twin.page.table(table.table.arranged(table.arrangement))
    if let recommendation {
      twin.part(localized("Which one to take"))
      twin.page.table(recommendation.table)
    }
    if !figures.isEmpty {
      twin.part(localized("Charts"))
      for figure in figures { twin.figure(figure) }
    }
    twin.part(localized("Cheapest, range by range"), spans.map { $0.runs(twin) })
    if let crossings {
      twin.part(localized("Where the curves meet"))
      twin.page.table(crossings.table)
      if let crossingEnds { twin.page.table(crossingEnds.table) }
    }
    if !claims.isEmpty {
      twin.part(localized("Published figures, computed again"))
      twin.say(claimsSummary)
      twin.page.table(ClaimGroup.table(claims, captioned: title))
    }
    if let arithmetic { twin.part(localized("The invoices"), [[twin.link(arithmetic)]]) }
    twin.part(
      localized("Inputs in doubt"),
      doubts.map { doubt in
        let (published, computed) = (doubt.published, doubt.computed)
        let words = localized("Published \(published), computed \(computed): \(doubt.verdict)")
        return [.text("\(doubt.inputs): "), twin.link(doubt.claim), .text(" \(words)")]
      })
    twin.part(
      localized("Assumptions"), assumptions.map { [.text($0.text), twin.marks($0.citations)] })
    twin.sources(sources)
    twin.part(localized("Data"), downloads.map { [twin.link($0)] })
  }
}

extension CheapestSpan {
  /// A line of a list.
  func runs(_ twin: Twin) -> [Twin.Run] {
    [
      .text("\(range): "), twin.link(offer, link), .text(", \(billingModel), "),
      twin.link(cost, costLink),
    ]
  }
}

extension ScenarioCard {
  /// A line of a list.
  func runs(_ twin: Twin) -> [Twin.Run] {
    let caveat = caveat.map { "\($0) " } ?? ""
    return [twin.link(title, link), .text(": \(Twin.plain(finding)). \(caveat)\(question)")]
  }
}

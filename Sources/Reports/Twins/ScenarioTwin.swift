import Encoders

extension ScenarioPage: TwinnedPage {
  var twinTitle: String { title }

  func write(to twin: inout Twin) {
    twin.find(headline)
    twin.say(standfirst)
    twin.say("The question: \(question)")
    twin.say(basis)
    if let warning { twin.page.paragraph([twin.link(warning)]) }
    for remark in remarks { twin.say(remark) }
    twin.part("Findings", findings.map { [.text($0)] })
    twin.part("What it costs")
    twin.page.table(table.table.arranged(table.arrangement))
    if let recommendation {
      twin.part("Which one to take")
      twin.page.table(recommendation.table)
    }
    if !figures.isEmpty {
      twin.part("Charts")
      for figure in figures { twin.figure(figure) }
    }
    twin.part("Cheapest, range by range", spans.map { $0.runs(twin) })
    if let crossings {
      twin.part("Where the curves meet")
      twin.page.table(crossings.table)
      if let crossingEnds { twin.page.table(crossingEnds.table) }
    }
    if !claims.isEmpty {
      twin.part("Published figures, computed again")
      twin.say(claimsSummary)
      twin.page.table(ClaimGroup.table(claims, captioned: title))
    }
    if let arithmetic { twin.part("The invoices", [[twin.link(arithmetic)]]) }
    twin.part(
      "Inputs in doubt",
      doubts.map { doubt in
        [
          .text("\(doubt.inputs): "), twin.link(doubt.claim),
          .text(" Published \(doubt.published), computed \(doubt.computed): \(doubt.verdict)"),
        ]
      })
    twin.part("Assumptions", assumptions.map { [.text($0.text), twin.marks($0.citations)] })
    twin.sources(sources)
    twin.part("Data", downloads.map { [twin.link($0)] })
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

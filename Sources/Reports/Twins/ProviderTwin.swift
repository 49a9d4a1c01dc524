import Encoders
import Messages

extension ProviderPage: TwinnedPage {
  var twinTitle: String { name }

  func write(to twin: inout Twin) {
    twin.say(summary)
    twin.say(basis)
    if let website { twin.page.paragraph([.link(website, to: website)]) }
    twin.part(localized("Rates"))
    twin.page.table(rates)
    for offer in offers {
      twin.part(offer.name)
      twin.say("\(offer.meter).")
      twin.page.list(offer.phases.map { [.text("\($0.name): \($0.state)")] })
      for table in offer.facts {
        twin.page.heading(table.title, level: 3)
        twin.page.list(
          table.facts.map { fact in
            let quote = fact.quote.map { " (\(localized("“\($0)”")))" } ?? ""
            return [.text("\(fact.name): \(fact.value)\(quote)"), twin.marks(fact.citations)]
          })
      }
      if !offer.usedIn.isEmpty {
        twin.page.heading(localized("Priced in"), level: 3)
        twin.page.list(offer.usedIn.map { [twin.link($0)] })
      }
    }
    if !history.isEmpty {
      twin.part(localized("History"))
      if let chart { twin.figure(chart) }
      for day in history {
        twin.page.heading(day.badge.map { "\(day.date), \($0)" } ?? day.date, level: 3)
        twin.changes(of: day)
      }
    }
    twin.part(localized("Data"), files.map { [twin.link($0)] })
    twin.sources(sources)
  }
}

extension ProviderListPage: TwinnedPage {
  var twinTitle: String { title }

  func write(to twin: inout Twin) {
    twin.say(standfirst)
    twin.page.table(table.table)
    twin.page.list(table.rows.map { [twin.link($0.name, $0.link)] })
    twin.part(localized("Side by side"), pairs.map { [twin.link($0)] })
  }
}

extension PairPage: TwinnedPage {
  var twinTitle: String { title }

  func write(to twin: inout Twin) {
    twin.find(headline)
    twin.say(basis)
    twin.page.list([[twin.link(first)], [twin.link(second)]])
    twin.page.list(pairings.map { [.text($0)] })
    twin.part(localized("The same work on both"))
    twin.page.table(costTable)
    if !rules.isEmpty {
      twin.part(localized("How both bill"))
      twin.page.table(ruleTable)
    }
    twin.part(
      localized("Where their curves meet"),
      crossings.map { [.text("\($0.text). "), twin.link($0.scenario, $0.link)] })
    twin.sources(sources)
  }
}

import ArgumentParser
import Content
import Diagnostics
import Pricing
import Wording

/// The kinds of things that a site is made of, by which they are listed.
enum Catalogue: String, CaseIterable, ExpressibleByArgument {
  /// What can be bought.
  case offers

  /// Who sells it.
  case providers

  /// The workloads that the site compares.
  case scenarios

  /// Where figures were read.
  case sources

  /// One value of a thing: the name of its column, and the value for people and for programs.
  struct Cell {
    let column: String
    let text: String
    let value: JSONValue
    let isNumber: Bool

    init(_ column: String, _ text: String) {
      (self.column, self.text, value, isNumber) = (column, text, .string(text), false)
    }

    init(_ column: String, _ number: Int) {
      (self.column, text, value, isNumber) = (column, String(number), .number(number), true)
    }

    init(_ column: String, _ rates: [Rate]) {
      self.column = column
      text = rates.map(RateText.price).joined(separator: ", ")
      value = .array(rates.map(RateText.json))
      isNumber = false
    }
  }

  /// A row for each thing of this kind, in the order of the site.
  func rows(of content: SiteContent) -> [[Cell]] {
    switch self {
    case .offers:
      content.rateCards.flatMap(\.offers).map(\.offer).map { offer in
        [
          Cell("id", offer.id), Cell("provider", offer.provider),
          Cell("billed", BillingText.words(offer, on: nil)), Cell("rates", offer.rates(on: nil)),
          Cell("name", offer.name),
        ]
      }
    case .providers:
      content.rateCards.map { card in
        [Cell("id", card.id), Cell("offers", card.offers.count), Cell("name", card.name)]
      }
    case .scenarios:
      content.scenarios.map { document in
        [
          Cell("id", document.scenario.id), Cell("workloads", document.scenario.workloads.count),
          Cell("offers", document.scenario.offers.count), Cell("question", document.question),
        ]
      }
    case .sources:
      content.sources.map { source in
        [
          Cell("id", source.id), Cell("read", "\(source.read)"),
          Cell("publisher", source.publisher), Cell("title", source.title),
        ]
      }
    }
  }

  /// The things of this kind as an aligned table.
  func table(of content: SiteContent) -> String {
    let rows = rows(of: content)
    guard let first = rows.first else { return "no \(rawValue)\n" }
    var table = TextTable(first.map { ($0.column, $0.isNumber ? .right : .left) })
    for row in rows { table.add(row.map(\.text)) }
    return table.text()
  }

  /// The things of this kind as an array of objects.
  func json(of content: SiteContent) -> JSONValue {
    .array(rows(of: content).map { row in .object(row.map { ($0.column, $0.value) }) })
  }
}

import Content
import Diagnostics
import Pricing

/// The invoices of one offer in a scenario, to be explained.
struct Explanation {
  let content: SiteContent
  let document: ScenarioDocument
  let offer: Offer

  /// What the offer asks for each workload, in the order of the scenario.
  let quotes: [(workload: Workload, quote: Quote)]

  /// Finds and prices what is asked for.
  ///
  /// - Parameters:
  ///   - content: The site.
  ///   - scenario: The id of a scenario.
  ///   - offer: The id of an offer in it.
  ///   - workload: The id of a workload in it; `nil` for all of them.
  /// - Throws: ``Failure`` for an id that the site does not have, with the nearest one it has.
  init(_ content: SiteContent, scenario: String, offer: String, workload: String?) throws {
    self.content = content
    let document = try Self.scenario(scenario, of: content)
    let place = "the scenario '\(document.scenario.id)'"
    self.document = document
    self.offer = try Self.found(offer, in: document.scenario.offers, by: \.id, of: place, "offer")
    let workloads = try workload.map { id in
      [try Self.found(id, in: document.scenario.workloads, by: \.id, of: place, "workload")]
    }
    var quotes: [(workload: Workload, quote: Quote)] = []
    for workload in workloads ?? document.scenario.workloads {
      do {
        let quote = try self.offer.quote(for: workload, on: document.scenario.date)
        quotes.append((workload, quote))
      } catch {
        let finding = error.finding
        throw Failure("'\(offer)' for '\(workload.id)': \(finding.message)", hint: finding.hint)
      }
    }
    self.quotes = quotes
  }

  /// The scenario with an id.
  ///
  /// - Throws: ``Failure`` for an id that the site does not have, with the nearest one it has.
  static func scenario(_ id: String, of content: SiteContent) throws -> ScenarioDocument {
    try found(id, in: content.scenarios, by: \.scenario.id, of: "this site", "scenario")
  }

  private static func found<Item>(
    _ id: String, in items: [Item], by key: (Item) -> String, of place: String, _ noun: String
  ) throws -> Item {
    guard let item = items.first(where: { key($0) == id }) else {
      let article = noun.first == "o" ? "an" : "a"
      throw Failure(
        "'\(id)' is not \(article) \(noun) of \(place)",
        hint: Suggestion.hint(for: id, in: items.map(key).sorted(), noun: "\(noun)s"))
    }
    return item
  }
}

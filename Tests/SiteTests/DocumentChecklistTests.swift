import Content
import Pricing
import Testing

/// Nothing in the documents that is a number, a provider or a formula is missing from the site.
@Suite("The documents that this site is about")
struct DocumentChecklistTests {
  private static func entries(_ kinds: String...) -> [ChecklistEntry] {
    DocumentChecklist.entries.filter { kinds.contains($0.kind) }
  }

  private func offer(_ entry: ChecklistEntry) throws -> ListedOffer {
    let content = try #require(DocumentChecklist.content)
    return try #require(content.listedOffer(entry.place[0]))
  }

  @Test func theListIsWhole() throws {
    let known: Set = [
      "rate", "statement", "amount", "rule", "feature", "hardware", "provider", "words",
    ]
    #expect(DocumentChecklist.entries.count > 150)
    #expect(Set(DocumentChecklist.entries.map(\.kind)) == known)
    let content = try #require(DocumentChecklist.content)
    let documents = Set(DocumentChecklist.entries.map(\.document))
    #expect(documents.count == 5)
    #expect(documents.allSatisfy { content.source($0) != nil })
  }

  @Test("Have every rate on a rate card, with its words", arguments: entries("rate", "statement"))
  func hasRate(entry: ChecklistEntry) throws {
    let offer = try offer(entry).offer
    let rates = entry.kind == "rate" ? offer.rates : offer.statements.map(\.rate)
    let found = rates.filter { rate in
      rate.unit.rawValue == entry.place[1] && rate.citation.source == entry.document
        && Self.text(rate.price) == entry.place.dropFirst(2).joined(separator: " ")
    }
    let rate = try #require(found.first)
    let quote = DocumentChecklist.plain(rate.citation.quote ?? "")
    #expect(quote.contains(DocumentChecklist.plain(entry.words)))
  }

  @Test("Have every amount computed", arguments: entries("amount"))
  func hasAmount(entry: ChecklistEntry) throws {
    let content = try #require(DocumentChecklist.content)
    let scenario = try #require(content.scenarios.first { $0.scenario.id == entry.place[0] })
      .scenario
    let offer = try #require(scenario.offers.first { $0.id == entry.place[1] })
    let workload = try #require(scenario.workloads.first { $0.id == entry.place[2] })
    let invoice = try #require(try offer.quote(for: workload, on: scenario.date).invoice)
    let total = try Bounds(invoice.low, #require(invoice.high))
    #expect(Self.text(total) == entry.place.dropFirst(3).joined(separator: " "))
  }

  @Test("Have every rule as data", arguments: entries("rule"))
  func hasRule(entry: ChecklistEntry) throws {
    let policy = try offer(entry).offer.scaling
    let value = entry.place.dropFirst(2).joined(separator: " ")
    switch entry.place[1] {
    case "start":
      #expect(policy.durations[.loading].map { Self.text($0) } == value)
    case "idle-timeout":
      #expect(policy.idleTimeout.seconds.map { Self.text($0) } == value)
    case let phase:
      let phase = try #require(Phase(rawValue: phase))
      #expect(policy.billing(of: phase).rawValue == value)
    }
  }

  @Test("Have every feature with its words", arguments: entries("feature"))
  func hasFeature(entry: ChecklistEntry) throws {
    let features = try offer(entry).offer.features
    let models = Features.Catalogue.allCases.filter(features.catalogue.value.contains)
    let catalogue = Features.Fact(
      models.map(\.rawValue).joined(separator: ", "), citation: features.catalogue.citation)
    let facts: [String: Features.Fact<String>] = [
      "custom-weights": Self.words(features.customWeights),
      "own-container": Self.words(features.ownContainer),
      "data-control": Self.words(features.dataControl), "catalogue": catalogue,
    ]
    let fact = try #require(facts[entry.place[1]])
    #expect(fact.value == entry.place.dropFirst(2).joined(separator: " "))
    let citation = try #require(fact.citation)
    #expect(citation.source == entry.document)
    let quote = DocumentChecklist.plain(citation.quote ?? "")
    #expect(quote.contains(DocumentChecklist.plain(entry.words)))
  }

  private static func words(_ fact: Features.Fact<Features.Answer>) -> Features.Fact<String> {
    Features.Fact(fact.value.rawValue, citation: fact.citation)
  }

  @Test("Name the hardware of every rate", arguments: entries("hardware"))
  func namesHardware(entry: ChecklistEntry) throws {
    let machine = try #require(try offer(entry).offer.goods?.machine)
    let names = machine.detail ?? machine.name
    #expect(names.contains(entry.place.dropFirst().joined(separator: " ")))
  }

  @Test("Have a rate card for every provider", arguments: entries("provider"))
  func hasProvider(entry: ChecklistEntry) throws {
    let content = try #require(DocumentChecklist.content)
    let card = try #require(content.rateCard(entry.place[0]))
    #expect(!card.offers.isEmpty)
  }

  @Test(
    "Are quoted where nothing else proves a figure", .enabled(if: DocumentChecklist.hasClaims),
    arguments: entries("words"))
  func isQuoted(entry: ChecklistEntry) {
    #expect(DocumentChecklist.text.contains(DocumentChecklist.plain(entry.words)))
  }

  /// `6.5`, `4 8` for a range, or `not stated`.
  private static func text(_ price: Bounds<Money>?) -> String {
    guard let price else { return "not stated" }
    return price.isExact
      ? price.low.dollarText : "\(price.low.dollarText) \(price.high.dollarText)"
  }

  private static func text(_ seconds: Bounds<Ratio>) -> String {
    "\(seconds.low.decimalText) \(seconds.high.decimalText)"
  }
}

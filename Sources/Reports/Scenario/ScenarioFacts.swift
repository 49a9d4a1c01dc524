package import Publishing
import Templates

/// What other reports need to know of a scenario's report, kept with its files until the next build.
///
/// It is a class because it goes from hand to hand for ten thousand scenarios, and never changes.
package final class ScenarioFacts: Sendable {
  /// The scenario's title.
  let title: String

  /// What it shows, in one sentence.
  let headline: String

  /// Whether it has cost curves.
  let hasCurves: Bool

  /// Whether other reports show its charts or bills, which are not kept.
  package let isShownElsewhere: Bool

  /// Whether it shows published figures computed again.
  package let hasClaims: Bool

  /// The summary; `nil` for a scenario far down in the order of the site.
  let card: ScenarioCard?

  /// The numbers of its offers in ``OfferNumbers``, each once.
  package let offers: [Int]

  /// What changes of its offers moved in it.
  let moves: [ScenarioMove]

  /// The offers as they were read.
  private let writtenOffers: ArraySlice<UInt8>

  /// Joins facts.
  init(
    title: String, headline: String, hasCurves: Bool, isShownElsewhere: Bool, hasClaims: Bool,
    card: ScenarioCard?, offers: [Int], moves: [ScenarioMove]
  ) {
    (self.title, self.headline, self.hasCurves) = (title, headline, hasCurves)
    (self.isShownElsewhere, self.hasClaims) = (isShownElsewhere, hasClaims)
    (self.card, self.offers, self.moves, writtenOffers) = (card, offers, moves, [])
  }

  /// Reads what ``bytes`` wrote; `nil` for anything else.
  ///
  /// - Parameters:
  ///   - bytes: The facts.
  ///   - other: Facts read before, which often have the same offers.
  package init?(_ bytes: ArraySlice<UInt8>, after other: ScenarioFacts? = nil) {
    var reader = ByteReader(bytes)
    title = reader.text()
    headline = reader.text()
    hasCurves = reader.choice()
    isShownElsewhere = reader.choice()
    hasClaims = reader.choice()
    card = reader.choice() ? ScenarioCard(from: &reader) : nil
    moves = reader.list { ScenarioMove(from: &$0) }
    writtenOffers = reader.run()
    if let other, other.writtenOffers == writtenOffers {
      offers = other.offers
    } else {
      var reader = ByteReader(writtenOffers)
      offers = reader.list { $0.integer() }
      guard reader.isAtEnd else { return nil }
    }
    guard reader.isAtEnd else { return nil }
  }
}

extension ScenarioFacts {
  /// Whether what is known of the scenario is enough for its place in the order of the site.
  package func isEnough(for place: Int) -> Bool {
    card != nil || place > ScenarioOutcome.mostCards
  }

  /// The facts as bytes.
  package var bytes: [UInt8] {
    var writer = ByteWriter()
    writer.add(title)
    writer.add(headline)
    for fact in [hasCurves, isShownElsewhere, hasClaims, card != nil] { writer.add(fact) }
    if let card {
      for text in [card.title, card.question, card.finding, card.workload, card.caveat ?? ""] {
        writer.add(text)
      }
      writer.add(card.link.fromRoot)
      writer.add(card.rows.count)
      for row in card.rows {
        for text in [row.offer, row.cost, row.low, row.high] { writer.add(text) }
        writer.add(row.link.fromRoot)
        writer.add(row.cheapest)
      }
    }
    writer.add(moves.count)
    for move in moves { move.write(to: &writer) }
    var list = ByteWriter()
    list.add(offers.count)
    for offer in offers { list.add(offer) }
    writer.add(list.bytes)
    return writer.bytes
  }
}

extension ScenarioCard {
  fileprivate init(from reader: inout ByteReader) {
    title = reader.text()
    question = reader.text()
    finding = reader.text()
    workload = reader.text()
    let caveat = reader.text()
    self.caveat = caveat.isEmpty ? nil : caveat
    link = LinkTarget(fromRoot: reader.text())
    rows = reader.list { reader in
      let (offer, cost, low, high) = (reader.text(), reader.text(), reader.text(), reader.text())
      return CostBar(
        offer: offer, cost: cost, link: LinkTarget(fromRoot: reader.text()), low: low, high: high,
        cheapest: reader.choice())
    }
  }
}

/// A scenario whose report is kept from the last build.
package struct KeptScenario: Sendable {
  /// The id.
  package let id: String
  /// Its place in the order of the site.
  package let place: Int
  /// What other reports need to know of it.
  package let facts: ScenarioFacts

  /// Joins a scenario and its facts.
  package init(id: String, place: Int, facts: ScenarioFacts) {
    (self.id, self.place, self.facts) = (id, place, facts)
  }
}

/// A report that was made, for the next build to keep.
package struct MadeReport: Sendable {
  /// The id of the scenario.
  package let id: String
  /// Its place in the order of the site.
  package let place: Int
  /// ``ScenarioFacts/bytes``.
  package let facts: [UInt8]
  /// How many files of each kind were made.
  package let counts: BuildState.Counts
  /// The paths of the files.
  package let paths: [String]
  /// The report, where the next build may go on from it.
  package let remembered: RememberedReport?
}

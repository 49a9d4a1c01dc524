import Charts
import Content
import Diagnostics
import Encoders
import Pricing
import TestSupport
import Testing

@testable import Reports

@Suite("Like with like")
struct GroupFindingTests {
  private static let goods = [
    "", "model: {name: Model A}, ", "model: {class: small}, ", "machine: {name: H100}, ",
    "machine: {name: H100, count: 8}, ",
  ]

  /// A scenario of random offers `Offer0` and on, some of which say what one gets.
  private static func view(_ random: inout SplitMix) throws -> ScenarioView {
    let count = random.int(in: 2...8)
    let offers = (0..<count).map { number in
      let kind = random.int(in: 0...4)
      let low = random.int(in: 1...9)
      let price = random.int(in: 0...1) == 0 ? "\(low)" : "\(low) to \(low + random.int(in: 1...5))"
      let unit = kind >= 3 ? "usd_per_gpu_hour" : "usd_per_million_tokens"
      return "  - {id: o\(number), name: Offer\(number), \(goods[kind])"
        + "rates: [{from: 2026-01-01, \(unit): \(price), source: article}]}"
    }
    let rows = (0..<count).map { "{offer: o\($0)}" }.joined(separator: ", ")
    let groupBy = random.int(in: 0...1) == 0 ? "class" : "model"
    return try SmallSite.view(
      offers.joined(separator: "\n"),
      """
      workloads:
        - {id: w, name: Work, tokens: 10M, hours: 40 h, runs: 1}
        - {id: v, name: More work, tokens: 30M, hours: 60 h, runs: 1}
      offers: [\(rows)]
      group_by: \(groupBy)
      vary: {driver: tokens, from: 1M, to: 100M}
      """)
  }

  /// What the offers give that a text names, as their rate card says it.
  private static func goods(in text: String, _ view: ScenarioView) -> Set<Goods?> {
    Set(view.scenario.offers.filter { text.contains($0.name) }.map(\.goods))
  }

  @Test("No sentence, stretch, crossing or choice goes across groups", arguments: 0..<60)
  func staysInside(seed: Int) throws {
    var random = SplitMix(seed: UInt64(seed))
    let view = try Self.view(&random)
    let finding = Finding(view)
    for text in [finding.headline] + finding.sentences {
      #expect(Self.goods(in: text, view).count <= 1, "\(text)")
    }
    var sources = PageSources(view.context.content, listedOn: view.page)
    let builder = try #require(CrossingTableBuilder(view))
    for row in builder.table(&sources, files: [])?.rows ?? [] {
      #expect(Self.goods(in: "\(row.before) \(row.after)", view).count == 1)
    }
    for span in builder.spans() {
      #expect(Self.goods(in: span.offer, view).count == 1)
      // A stretch on which several may win has the colours of all of them.
      let named = view.scenario.offers.filter { span.offer.contains($0.name) }
      #expect(named.map { "s\(view.colour($0.id))" }.allSatisfy(span.hues.contains))
    }
    let recommendations = Recommendation.all(for: view.priced, requiring: [])
    let choice = RecommendationBuilder(
      view: view, recommendations: recommendations, hasArithmeticPage: false
    ).table(&sources)
    for cell in (choice?.groups ?? []).flatMap(\.rows).flatMap(\.cells) {
      #expect(Self.goods(in: cell.offers, view).count <= 1)
    }
    var diagnostics: [Diagnostic] = []
    let subject = FigureSubject(view: view, finding: finding)
    let curves = try BreakEvenFigure.contents(of: subject, into: &diagnostics)
    for content in curves {
      let drawn = content.chart.series.map(\.name).joined(separator: " ")
      #expect(Self.goods(in: "\(content.title) \(drawn)", view).count <= 1)
    }
    // One for each group in which two are held against each other, and the headline's first.
    let compared = view.priced.groups.filter {
      Set($0.breakEven?.curves.map(\.offer) ?? []).count > 1
    }
    #expect(curves.count == max(compared.count, view.chartedGroup == nil ? 0 : 1))
    #expect(Set(curves.map(\.suffix)).count == curves.count)
    let bars = CostBarsFigure(view).chart()
    #expect(Self.goods(in: bars.title, view).count <= 1, "\(bars.title)")
    for block in bars.groups {
      #expect(Self.goods(in: block.rows.map(\.label).joined(separator: " "), view).count == 1)
      #expect((block.heading != nil) == (view.priced.groups.count > 1 || bars.groups.count > 1))
    }
    let card = ScenarioCardBuilder(view: view, finding: finding, hasAbsent: false).card()
    #expect(Self.goods(in: card.rows.map(\.offer).joined(separator: " "), view).count <= 1)
  }

  @Test("The table has a body for each group, and a lowest in it", arguments: 0..<30)
  func table(seed: Int) throws {
    var random = SplitMix(seed: UInt64(seed))
    let view = try Self.view(&random)
    var sources = PageSources(view.context.content, listedOn: view.page)
    var builder = ComparisonTableBuilder(view, hasArithmeticPage: true)
    let table = try builder.table(&sources, files: [])
    #expect(table.groups.count == view.priced.groups.count)
    #expect(table.groups.allSatisfy { ($0.name != nil) == (table.groups.count > 1) })
    for (place, group) in table.groups.enumerated() {
      #expect(Self.goods(in: group.rows.map(\.offer).joined(separator: " "), view).count == 1)
      #expect(group.rows.count == view.priced.groups[place].group.rows.count)
    }
    let isGrouped = table.groups.count > 1
    #expect(table.table.columns.map(\.key).contains("group") == isGrouped)
    #expect(table.table.rows.allSatisfy { $0.count == table.table.columns.count })
  }

  @Test("A cell says its workload where there are several, as a narrow page has no heads")
  func labels() throws {
    for (workloads, labels) in [
      ("{id: w, name: Work, tokens: 1M}", [nil]),
      ("{id: w, name: Work, tokens: 1M}, {id: v, name: More, tokens: 2M}", ["Work", "More"]),
      // So many that the table stays a table.
      (
        (0..<25).map { "{id: w\($0), name: Work \($0), tokens: \($0 + 1)M}" }
          .joined(separator: ", "), Array(repeating: nil, count: 25)
      ),
    ] as [(String, [String?])] {
      let view = try SmallSite.view(
        Self.unlike, "workloads: [\(workloads)]\noffers: [{offer: a}, {offer: b}]\n")
      var sources = PageSources(view.context.content, listedOn: view.page)
      var builder = ComparisonTableBuilder(view, hasArithmeticPage: true)
      let table = try builder.table(&sources, files: [])
      #expect(table.groups.flatMap(\.rows).allSatisfy { $0.cells.map(\.label) == labels })
      let choice = try #require(
        RecommendationBuilder(
          view: view, recommendations: Recommendation.all(for: view.priced, requiring: []),
          hasArithmeticPage: false
        ).table(&sources))
      #expect(
        choice.groups.flatMap(\.rows).allSatisfy { $0.cells.map(\.label) == labels })
    }
  }

  private static let unlike = """
      - {id: a, name: A, model: {name: GPT-4o}, rates: [{usd_per_million_tokens: 10, source: article}]}
      - {id: b, name: B, model: {name: GPT-4o}, rates: [{usd_per_million_tokens: 8, source: article}]}
      - {id: c, name: C, model: {class: small}, rates: [{usd_per_million_tokens: 1, source: article}]}
      - {id: d, name: D, model: {name: GPT-4o}, rates: [{usd_per_million_tokens: not stated, source: article}]}
    """

  @Test(
    "The headline names whom it is true of",
    arguments: [
      ("{offer: a}, {offer: b}", "", "Work: B costs least, $80; A is next at $100"),
      (
        "{offer: c}, {offer: a}, {offer: b}", "",
        "Work, GPT-4o: B costs least, $80; A is next at $100"
      ),
      (
        "{offer: c}, {offer: a}", "",
        "No two offers can take each other’s place: each is something else"
      ),
      (
        "{offer: c}, {offer: a}, {offer: d}", "asks: {what: cheapest}", "Work: nothing to compare"
      ),
      ("{offer: c}, {offer: a}", "asks: {what: cost, offers: [a]}", "Work: A costs $100"),
      (
        "{offer: c}, {offer: a}", "alternatives: {because: Either will do.}",
        "Work: C costs least, $10; A is next at $100"
      ),
      (
        "{offer: c}, {offer: a}, {offer: b}",
        "alternatives: {offers: [c, a], because: Either will do.}",
        "Work, small models or GPT-4o: C costs least, $10; A is next at $100"
      ),
    ])
  func headline(offers: String, keys: String, headline: String) throws {
    let view = try SmallSite.view(
      Self.unlike, "workloads: [{id: w, name: Work, tokens: 10M}]\noffers: [\(offers)]\n\(keys)\n")
    #expect(Finding(view).headline == headline)
  }

  @Test func programsAreToldTheGroups() throws {
    let view = try SmallSite.view(
      Self.unlike,
      """
      workloads: [{id: w, name: Work, tokens: 10M}]
      offers: [{offer: c}, {offer: a}, {offer: b}]
      """)
    let json = ScenarioData(
      view.priced, of: view.document, Recommendation.all(for: view.priced, requiring: [])
    ).json.text
    for part in [
      #""groups":[{"group":"small models","offers":["c"]},{"group":"GPT-4o","offers":["a","b"]}]"#,
      #"{"workload":"w","group":"GPT-4o","cheapest":["b"],"candidates":[]}"#,
      #"{"workload":"w","group":"small models","cheapest":[],"candidates":[]}"#,
    ] { #expect(IndentedJSON.compact(json).contains(part), "\(json)") }
  }
}

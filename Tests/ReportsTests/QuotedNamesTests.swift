import Charts
import Content
import Pricing
import Testing

@testable import Reports

/// A name with a comma of its own stands in quotation marks wherever a sentence goes on behind it.
@Suite("Names with commas")
struct QuotedNamesTests {
  private static let name = "Big one, scaled to zero"
  private static let quoted = "“Big one, scaled to zero”"

  private static func view(_ keys: String = "") throws -> ScenarioView {
    let scaling =
      "scaling: {idle_timeout: 60 s, billing_increment: 1 s, start: {loading: 30 s}, "
      + "billed: {loading: billed, idle_tail: billed}, source: article, quote: so}"
    let others = (1...14).map {
      "  - {id: o\($0), name: O\($0), rates: [{usd_per_gpu_hour: \($0 + 2), source: article}], \(scaling)}"
    }
    return try SmallSite.view(
      """
        - {id: a, name: \"\(name)\", rates: [{usd_per_gpu_hour: 2, source: article}], \(scaling)}
      \(others.joined(separator: "\n"))
      """,
      """
      workloads: [{id: w, name: Work, session: 60 s}]
      offers: [{offer: a}, \((1...14).map { "{offer: o\($0)}" }.joined(separator: ", "))]
      \(keys)
      """)
  }

  @Test func areQuotedInTitlesAndDescriptions() throws {
    let view = try Self.view()
    let shares = try #require(IdleCostFigure(view))
    #expect(
      shares.chart().title.contains("of what \(Self.quoted) costs"), "\(shares.chart().title)")
    #expect(shares.chart().description.contains("\(Self.quoted) "))
    #expect(CostBarsFigure(view).chart().description.contains("\(Self.quoted) $"))
    let sensitivity = try #require(
      try Sensitivity(of: view.scenario, workload: "w", offers: ["a", "o1"]))
    let words = TornadoFigure(view: view, sensitivity: sensitivity).chart().words
    #expect(words.title.contains(Self.quoted) && words.subtitle.contains(Self.quoted))
  }

  @Test func chartsOfSharesSayThatTheyShowSome() throws {
    let shares = try #require(IdleCostFigure(try Self.view()))
    #expect(shares.notes.contains("8 of 15 offers that bill time are shown."))
  }
}

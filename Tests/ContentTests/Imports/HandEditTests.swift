import Diagnostics
import Pricing
import Testing

@testable import Content

@Suite("Prices that an author changed in an imported card")
struct HandEditTests {
  private static let path = "content/rate-cards/litellm-acme.yaml"

  private static func list(
    input: String, output: String = "0.000015", on day: String, version: String
  ) throws -> PriceList {
    try ImportTrial.list(
      """
      {"chat": {"litellm_provider": "acme", "mode": "chat", "input_cost_per_token": \(input),
        "output_cost_per_token": \(output)}}
      """, .litellm, day, version: version)
  }

  /// The card of a first import, with texts of it replaced.
  private static func imported(_ edits: [(String, String)] = []) throws -> [SiteFile] {
    let first = try ImportTrial(
      Self.list(input: "0.000003", on: "2026-11-01", version: "1.0.0"))
    return try first.files.map { file in
      guard file.path == Self.path else { return file }
      var text = String(decoding: file.bytes, as: UTF8.self)
      for (old, new) in edits {
        try #require(text.contains(old), "\(text)")
        text = text.replacing(old, with: new)
      }
      return SiteFile(path: file.path, bytes: Array(text.utf8))
    }
  }

  private static func prices(_ trial: ImportTrial) throws -> [String] {
    let offer = try #require(trial.content.rateCards.flatMap(\.offers).first).offer
    return offer.ratesInForce(on: nil).map { $0.price?.low.dollarText ?? "not stated" }
  }

  @Test("A comment behind a price has what the list says")
  func comments() throws {
    let card = try #require(try Self.imported().first { $0.path == Self.path })
    let text = String(decoding: card.bytes, as: UTF8.self)
    #expect(text.contains("usd_per_million_input_tokens: 3  # list: 3\n"), "\(text)")
    #expect(text.contains("usd_per_million_output_tokens: 15  # list: 15\n"))
  }

  @Test(
    "Stay, while those of the list follow it",
    arguments: [
      // Another number, of the list's source or of one's own.
      ([("input_tokens: 3 ", "input_tokens: 2 ")], ["2", "20"], ["3.5"]),
      ([("input_tokens: 3 ", "input_tokens: not stated ")], ["not stated", "20"], ["3.5"]),
      (
        [
          ("input_tokens: 3  # list: 3\n", "input_tokens: 2.5\n"),
          ("source: litellm-1.0.0", "source: a"),
        ],
        ["2.5", "15"], ["3.5", "20"]
      ),
      // What the list said, and a comment that is gone.
      ([], ["3.5", "20"], []),
      ([("input_tokens: 3  # list: 3\n", "input_tokens: 3\n")], ["3.5", "20"], []),
    ] as [([(String, String)], [String], [String])])
  func stay(edits: [(String, String)], prices: [String], listed: [String]) throws {
    let newer = try Self.list(
      input: "0.0000035", output: "0.00002", on: "2026-11-10", version: "1.1.0")
    let trial = try ImportTrial(newer, into: Self.imported(edits))
    #expect(try Self.prices(trial) == prices)
    #expect(trial.made.leftAlone.map(\.listed) == listed)
    #expect(trial.made.leftAlone.allSatisfy { $0.location.file == Self.path })
    // A second time there is nothing to add.
    let again = try ImportTrial(newer, into: trial.files)
    #expect(again.made.files == [])
    #expect(again.made.leftAlone == trial.made.leftAlone)
  }

  @Test("Stay although the list did not change either")
  func sameList() throws {
    let same = try Self.list(input: "0.000003", on: "2026-11-10", version: "1.1.0")
    let trial = try ImportTrial(
      same, into: Self.imported([("input_tokens: 3 ", "input_tokens: 2 ")]))
    #expect(try Self.prices(trial) == ["2", "15"])
    #expect(trial.made.leftAlone.map(\.price) == ["2"])
  }

  @Test("Stay where the list no longer has the model")
  func gone() throws {
    let other = try ImportTrial.list(
      """
      {"other": {"litellm_provider": "acme", "mode": "chat", "input_cost_per_token": 1e-6,
        "output_cost_per_token": 1e-6}}
      """, .litellm, "2026-11-10", version: "1.1.0")
    let trial = try ImportTrial(
      other, into: Self.imported([("input_tokens: 3 ", "input_tokens: 2 ")]))
    let chat = try #require(
      trial.content.rateCards.flatMap(\.offers).first { $0.offer.id == "litellm-acme-chat" })
    #expect(
      chat.offer.ratesInForce(on: nil).map { $0.price?.low.dollarText } == ["2", nil])
    #expect(trial.made.leftAlone.map(\.listed) == ["not stated"])
  }
}

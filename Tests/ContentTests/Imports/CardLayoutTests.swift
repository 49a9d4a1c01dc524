import Diagnostics
import Pricing
import Testing

@testable import Content

@Suite("Cards that a list is imported into")
struct CardLayoutTests {
  private static let path = "content/rate-cards/litellm-acme.yaml"

  /// A list with two models; the first one costs so much.
  private static func list(_ price: String, day: String, more: String = "") throws -> PriceList {
    let text = """
      {"chat": {"litellm_provider": "acme", "mode": "chat", "input_cost_per_token": \(price)e-06,
        "output_cost_per_token": 8e-06},
       "embed": {"litellm_provider": "acme", "mode": "embedding", "input_cost_per_token": 1e-07}
       \(more)}
      """
    return try ImportTrial.list(text, .litellm, day, version: day)
  }

  /// The same card, laid out otherwise: what `import` writes has two blanks before each dash.
  private static let layouts: [(name: String, text: String)] = [
    (
      "no indent, quotes, comments, and prices before other keys",
      """
      # Edited by hand.
      name: Acme
      summary: "Sells by the token: all of it."
      offers:
      - id: "litellm-acme-chat"   # the one that we use
        rates:
        # As of the first import.
        - source: a
          usd_per_million_input_tokens: 3
          usd_per_million_output_tokens: 8   # checked

        name: 'Chat'
        model: {name: Chat}

      - name: Embed
        id: 'litellm-acme-embed'
        rates:
        - {source: a, usd_per_million_input_tokens: 0.1, usd_per_million_output_tokens: not stated}
      website: https://example.com
      """
    ),
    (
      "four blanks, and lists between brackets",
      """
      name: Acme
      offers:
          -   id: litellm-acme-chat
              name: Chat
              rates: [{source: a, usd_per_million_input_tokens: 3, usd_per_million_output_tokens: 8}]
          -
              id: litellm-acme-embed
              name: Embed
              rates:
                  - source: a
                    usd_per_million_input_tokens: 0.1
                    usd_per_million_output_tokens: not stated
      summary: Sells by the token.
      """
    ),
    (
      "all between brackets",
      """
      {name: Acme, summary: Sells by the token., offers: [
      {id: litellm-acme-chat, name: Chat, rates: [
        {source: a, usd_per_million_input_tokens: 3, usd_per_million_output_tokens: 8}  # both
      ]}, {id: litellm-acme-embed, name: Embed, rates: [
        {source: a, usd_per_million_input_tokens: 0.1, usd_per_million_output_tokens: not stated}]}]}
      """
    ),
  ]

  private static func files(_ card: String) -> [SiteFile] {
    ImportTrial.site() + [SiteFile(path: path, bytes: Array(card.utf8))]
  }

  private static func text(_ trial: ImportTrial) throws -> String {
    String(decoding: try #require(trial.files.first { $0.path == path }).bytes, as: UTF8.self)
  }

  @Test("Get what is new wherever their offers stand", arguments: 0..<3, ["\n", "\r\n"])
  func findsOffers(layout: Int, ending: String) throws {
    let card = Self.layouts[layout].text.replacing("\n", with: ending)
    let trial = try ImportTrial(Self.list("2", day: "2026-11-20"), into: Self.files(card))
    let chat = try #require(trial.content.listedOffer("litellm-acme-chat")?.offer)
    let input = chat.ratesInForce(on: nil).first { $0.unit == .millionInputTokens }
    #expect(input?.price?.low.dollarText == "2")
    #expect(chat.rates.count == 3)
    let embed = try #require(trial.content.listedOffer("litellm-acme-embed")?.offer)
    #expect(embed.rates.count == 2)
    // What somebody wrote stays, character by character: one entry is put between it.
    let (old, new) = (Array(card), Array(try Self.text(trial)))
    let start = zip(old, new).prefix { $0 == $1 }.count
    let end = zip(old.reversed(), new.reversed()).prefix { $0 == $1 }.count
    #expect(new.count > old.count && start + end >= old.count)
  }

  @Test("Are left alone by the same list", arguments: 0..<3)
  func again(layout: Int) throws {
    let card = Self.layouts[layout].text
    let first = try ImportTrial(Self.list("2", day: "2026-11-20"), into: Self.files(card))
    let second = try ImportTrial(Self.list("2", day: "2026-11-21"), into: first.files)
    #expect(second.made.files == [])
  }

  @Test("Get new offers in their own layout, behind the last one", arguments: 0..<2)
  func addsOffers(layout: Int) throws {
    let more = """
      , "new": {"litellm_provider": "acme", "mode": "embedding", "input_cost_per_token": 4e-07}
      """
    let list = try Self.list("3", day: "2026-11-20", more: more)
    let trial = try ImportTrial(list, into: Self.files(Self.layouts[layout].text))
    #expect(trial.offers == ["litellm-acme-chat", "litellm-acme-embed", "litellm-acme-new"])
    let price = trial.content.listedOffer("litellm-acme-new")?.offer.rates.first?.price
    #expect(price?.low.dollarText == "0.4")
  }

  @Test("Refuse new offers between brackets, and say where")
  func refuses() throws {
    let more = """
      , "new": {"litellm_provider": "acme", "mode": "embedding", "input_cost_per_token": 4e-07}
      """
    let list = try Self.list("3", day: "2026-11-20", more: more)
    let error = #expect(throws: PriceListError.self) {
      try ImportTrial(list, into: Self.files(Self.layouts[2].text))
    }
    #expect(error?.finding.location.description == "\(Self.path):1:52")
    #expect(error?.finding.message == "offers between brackets, to which the import adds 1 more")
  }

  @Test("A step that a newer list no longer has costs what the list says for so many tokens")
  func endedStep() throws {
    func list(_ step: String, _ day: String) throws -> PriceList {
      try ImportTrial.list(
        """
        {"chat": {"litellm_provider": "acme", "mode": "chat", "input_cost_per_token": 3e-06,
          \(step)"output_cost_per_token": 8e-06}}
        """, .litellm, day, version: day)
    }
    let first = try ImportTrial(
      list("\"input_cost_per_token_above_200k_tokens\": 6e-06, ", "2026-11-01"))
    let second = try ImportTrial(list("", "2026-11-20"), into: first.files)
    let offer = try #require(second.content.listedOffer("litellm-acme-chat")?.offer)
    let step = offer.ratesInForce(on: nil).first { $0.condition.input != nil }
    #expect(step?.price?.low.dollarText == "3")
    #expect(try ImportTrial(list("", "2026-11-21"), into: second.files).made.files == [])
  }
}

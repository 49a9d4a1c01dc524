import TestSupport
import Testing

@testable import Pricing

/// Whether somebody's words hold a number, however they write it.
@Suite("Quotations")
struct QuotationTests {
  private func figure(_ kind: QuotedFigure.Kind, _ values: [Ratio]) -> QuotedFigure {
    QuotedFigure(kind: kind, values: values)
  }

  private func isHeld(_ figure: QuotedFigure, by words: String) -> Bool {
    figure.isHeld(by: QuotedAmounts(words).all)
  }

  @Test(
    "Hold a count as people write it",
    arguments: [
      (1_000_000_000, "High Volume (1B tokens/month)"), (1_000_000_000, "1,000,000,000 tokens"),
      (1_000_000_000, "a billion tokens"), (1_000_000_000, "one billion"),
      (50_000_000, "for 50 million tokens costs $10"), (50_000_000, "50M"), (50_000_000, "50 M"),
      (10_000_000_000, "10B+ tokens/month"), (100_000_000, "<100M tokens/month"),
      (1_000_000, "1–2M tokens/hour"), (2_000_000, "1–2M tokens/hour"),
      (2, "a two-replica deployment"), (109_080, "540 sec = 109,080 tokens"),
      (10_000, "10k requests"), (10_000, "10_000 requests"), (60, "sixty tokens a second"),
      (60, "at 60 tok/sec"), (1, "1, 2 or 3"), (2, "double the replicas"), (2, "twice a day"),
    ] as [(Int, String)])
  func holdsACount(count: Int, words: String) {
    #expect(isHeld(figure(.count, [Ratio(Int128(count))]), by: words))
  }

  @Test(
    "Do not hold another number, nor one of something else",
    arguments: [
      (1_000_000_000, "reduce token generation costs by 40-60%"),
      (50_000_000, "A $3.95/hr Modal container with 90% idle time"), (50, "50 % of the month"),
      (50, "$50 a month"), (50, "50 hours total"), (1_000_000_000, "1,000,000"),
      (20_000_000, "0.20M"), (200_000, "$0.20/M token"), (2, "1,234"), (12, "1, 2"),
      (2, "version 1.99.2"), (199, "version 199.0.1"),
      (1_000_000, "1m tokens"),
    ] as [(Int, String)])
  func refusesACount(count: Int, words: String) {
    #expect(!isHeld(figure(.count, [Ratio(Int128(count))]), by: words))
  }

  @Test(
    "Hold a price with or without its sign, or in cents",
    arguments: [
      ("0.20", "A $0.20/M token service", true),
      ("0.0000872083", "Micro | 16 | 0.0000872083", true),
      ("0.5", "50 cents in, $1.50 out", true), ("1.5", "50 cents in, $1.50 out", true),
      ("6.5", "about six dollars", false), ("6", "about six dollars", true),
      ("50", "50 % off", false), ("4", "4 hours", false), ("2000", "$2k a month", true),
    ])
  func price(dollars: String, words: String, holds: Bool) throws {
    let value = try Ratio(decimal: dollars)
    #expect(isHeld(figure(.money, [value]), by: words) == holds)
  }

  @Test(
    "Hold a time in any unit, also one that is not counted",
    arguments: [
      (60, "shut down after 1 minute of inactivity", true), (540, "for 9 minutes", true),
      (900, "Scale-down delay 900s", true), (1, "rounded up to the nearest second", true),
      (1, "billed by GPU-second", true), (60, "per-minute usage", true),
      (180_000, "assuming 50 hours total", true), (20, "20-80 hours", false),
      (72_000, "20-80 hours", true), (300, "each 300-second window", true), (86_400, "a day", true),
      (1, "there are no minimum usage-time increments", false), (60, "60 % of it", false),
      (5, "5 minutes", false),
    ])
  func time(seconds: Int, words: String, holds: Bool) {
    #expect(isHeld(figure(.time, [Ratio(Int128(seconds))]), by: words) == holds)
  }

  @Test(
    "Hold a share in per cent or as a fraction",
    arguments: [
      ("0.8", "(e.g., 0.8 = 80% utilization)", true), ("0.8", "80 per cent", true),
      ("0.8", "80 percent", true), ("0.5", "half of the month", true), ("0.1", "90% idle", false),
      ("0.4", "40-60%", true), ("0.6", "40-60%", true), ("0.1", "$0.1", false),
    ])
  func share(fraction: String, words: String, holds: Bool) throws {
    let value = try Ratio(decimal: fraction)
    #expect(isHeld(figure(.share, [value]), by: words) == holds)
  }

  @Test func holdARangeOnlyWithBothItsEnds() {
    let range = figure(.money, [15, 50])
    #expect(isHeld(range, by: "$15-50 per million tokens"))
    #expect(!isHeld(range, by: "from $15"))
    #expect(range.text == "15 to 50")
  }

  @Test(
    "Working leads from the words to the number, or is refused",
    arguments: [
      (
        "Low Volume (10M tokens/month): ~$150-500/month",
        "150 ÷ 10M × 1M = 15, 500 ÷ 10M × 1M = 50", nil
      ),
      ("$150-500/month", "150 ÷ 10 = 15, 500 ÷ 10 = 50", .stray("10")),
      (
        "$150-500 for 10 million", "150 ÷ 10M × 1M = 16, 500 ÷ 10M × 1M = 50",
        .wrong("150 ÷ 10 M × 1 M = 16")
      ),
      (
        "$150-500 for 10 million", "150 ÷ 10M × 1M = 15",
        .misses(QuotedFigure(kind: .money, values: [15, 50]))
      ),
      ("from $15 up", "“up” taken as 50", nil),
    ] as [(String, String, Working.Fault?)])
  func working(quote: String, working: String, fault: Working.Fault?) {
    let found = Working(working).fault(
      from: QuotedAmounts(quote).all, to: figure(.money, [15, 50]))
    #expect(found == fault)
  }

  @Test func aWorkingIsRoundedToTheDecimalsThatItPrints() throws {
    let figure = figure(.money, [try Ratio(decimal: "0.0000166667")])
    let quote = QuotedAmounts("Cost for 10 minutes … AWS Lambda (16GB, no GPU) | $0.16").all
    #expect(Working("0.16 ÷ 16 ÷ 600 = 0.0000166667").fault(from: quote, to: figure) == nil)
    #expect(Working("0.16 ÷ 16 ÷ 600 = 0.0000166668").fault(from: quote, to: figure) != nil)
  }

  /// Whatever a number is, the words that state it hold it, and those that state its double do not.
  @Test func whatIsWrittenIsFound() {
    var random = SplitMix(seed: 11)
    for _ in 0..<500 {
      let number = Int.random(in: 1...999, using: &random)
      let (suffix, zeros) =
        [("", 1), ("k", 1_000), (" million", 1_000_000), ("B", 1_000_000_000)]
        .randomElement(using: &random) ?? ("", 1)
      let words =
        "as \(["much as", "few as", "~"].randomElement(using: &random) ?? "") \(number)\(suffix) tokens"
      let value = Ratio(Int128(number) * Int128(zeros))
      #expect(isHeld(figure(.count, [value]), by: words), "\(words)")
      #expect(!isHeld(figure(.count, [Ratio(value.numerator * 2)]), by: words), "\(words)")
    }
  }
}

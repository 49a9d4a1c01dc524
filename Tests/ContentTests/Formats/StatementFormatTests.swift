import Content
import Pricing
import Testing

@Suite("Statements of other sources as written")
struct StatementFormatTests {
  private func outcome(_ statements: String) -> ContentSample.Outcome {
    ContentSample.offer(
      "rates: [{from: 2026-01-01, source: page, usd_per_gpu_hour: 2}], also_stated: \(statements)")
  }

  @Test func readsThemOldestFirstAndPricesNothingWithThem() throws {
    let outcome = outcome(
      "[{of: H100, usd_per_gpu_second: 0.001, source: page}, "
        + "{of: all GPUs, usd_per_gpu_hour: 1 to 4, source: older, quote: ~$1-$4}]")
    #expect(outcome.messages == [])
    let offer = try #require(outcome.content?.listedOffer("new")).offer
    #expect(offer.statements.map(\.subject) == ["all GPUs", "H100"])
    #expect(
      offer.statements.first?.rate.citation == Citation(source: "older", quote: "~$1-$4"))
    #expect(offer.statements.last?.rate.unit == .gpuSecond)
    #expect(offer.rates.count == 1)
  }

  @Test(
    "Refuse statements that say nothing, or two things at once",
    arguments: [
      ("[{of: H100, source: page}]", "a statement needs exactly one price"),
      (
        "[{of: H100, source: page, usd_per_gpu_hour: 1, usd_per_second: 1}]",
        "a statement needs exactly one price"
      ),
      (
        "[{on: 2026-04-13, of: H100, source: page, usd_per_gpu_hour: 1}]",
        "'on' is not a key of this statement"
      ),
      ("[{source: page, usd_per_gpu_hour: 1}]", "'of' is missing"),
      ("[{of: H100, source: other, usd_per_gpu_hour: 1}]", "'other' is not a"),
    ])
  func refuses(statements: String, message: String) {
    let outcome = outcome(statements)
    #expect(outcome.content == nil)
    #expect(outcome.messages.contains { $0.hasPrefix(message) }, "\(outcome.messages)")
  }
}

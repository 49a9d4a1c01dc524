import Content
import Pricing
import Testing

@Suite("Keys of rates")
struct RateKeysTests {
  @Test(
    "Carry the unit of the price",
    arguments: [
      ("usd_per_million_tokens: 0.20", .millionTokens, "0.2", "0.2"),
      (
        "usd_per_million_input_tokens: 0.10, usd_per_million_output_tokens: 1", .millionInputTokens,
        "0.1", "0.1"
      ),
      (
        "usd_per_million_output_tokens: 10000, usd_per_million_input_tokens: 1",
        .millionOutputTokens, "10000", "10000"
      ),
      ("usd_per_request: 0.002", .request, "0.002", "0.002"),
      ("usd_per_gpu_hour: 4 to 8", .gpuHour, "4", "8"),
      ("usd_per_replica_hour: 6.50", .replicaHour, "6.5", "6.5"),
      ("usd_per_gpu_second: 0.00116", .gpuSecond, "0.00116", "0.00116"),
      ("usd_per_second: 0.000000000001", .second, "0.000000000001", "0.000000000001"),
      ("usd_per_gb_second: 0.0000166667", .gigabyteSecond, "0.0000166667", "0.0000166667"),
      ("usd_per_gpu_hour: 0", .gpuHour, "0", "0"),
      (
        "usd_minimum_per_month: 500 to 900, usd_per_month: 20, usd_per_gpu_hour: 2", .minimum,
        "500", "900"
      ),
    ] as [(String, RateUnit, String, String)])
  func reads(key: String, unit: RateUnit, low: String, high: String) throws {
    let size = unit == .gigabyteSecond ? ", memory_gb: 16" : ""
    let outcome = ContentSample.offer("rates: [{from: 2026-01-01, source: page, \(key)}]\(size)")
    #expect(outcome.messages == [])
    let rates = try #require(outcome.content?.listedOffer("new")?.offer.rates)
    let rate = try #require(rates.first { $0.unit == unit })
    #expect(rate.price?.low.dollarText == low)
    #expect(rate.price?.high.dollarText == high)
  }

  @Test func aPriceThatIsNotStatedIsNotZero() throws {
    let outcome = ContentSample.offer(
      "rates: [{from: 2026-01-01, source: page, usd_per_million_tokens: not stated}]")
    let rate = try #require(outcome.content?.listedOffer("new")?.offer.rates.first)
    #expect(rate.price == nil)
  }

  @Test func thePartsOfAMachineEachHaveAPriceAndASize() throws {
    let outcome = ContentSample.offer(
      "machine: {name: T4, count: 2}, cores: 0.125, memory_gib: 32, rates: [{source: page, "
        + "usd_per_gpu_second: 0.000164, usd_per_core_second: 0.0000131, "
        + "usd_per_gib_second: 0.00000222}]")
    #expect(outcome.messages == [])
    let offer = try #require(outcome.content?.listedOffer("new")?.offer)
    #expect(offer.rates.count == 3)
    #expect(offer.replica[.gpus] == 2)
    #expect(try offer.replica[.cores] == Ratio(1, over: 8))
    #expect(offer.replica[.gibibytes] == 32)
    #expect(offer.replica[.memory] == .one)
  }

  @Test(
    "Refuse a size that nothing is charged for",
    arguments: [
      (
        "cores: 2",
        "'cores' needs a price per core and a number above 0 | "
          + "remove it, or state 'usd_per_core_second'"
      ),
      ("memory_gib: 2", "'memory_gib' needs a price per gibibyte and a number above 0"),
      ("vcpus: 2", "'vcpus' needs a price per vCPU and a number above 0"),
    ])
  func refuses(size: String, message: String) {
    let outcome = ContentSample.offer(
      "\(size), rates: [{from: 2026-01-01, source: page, usd_per_gpu_hour: 2}]")
    #expect(outcome.messages.contains { $0.hasPrefix(message) }, "\(outcome.messages)")
  }

  @Test(
    "Refuse what is no price of their unit",
    arguments: [
      ("usd_per_gpu_hour: -1", "'-1' is negative"),
      ("usd_per_gpu_hour: $2", "'$2' has a currency sign"),
      ("usd_per_gpu_hour: 2 h", "'2 h' has a unit"),
      (
        "usd_per_gpu_hour: 1000.01",
        "'1000.01' is more than 1000, the most that usd_per_gpu_hour may be"
      ),
      (
        "usd_per_gpu_hour: 1 to 2000",
        "'2000' is more than 1000, the most that usd_per_gpu_hour may be"
      ),
      ("usd_per_gpu_second: 2", "'2' is more than 1, the most that usd_per_gpu_second may be"),
      (
        "usd_per_million_tokens: 10001",
        "'10001' is more than 10000, the most that usd_per_million_tokens may be"
      ),
      ("usd_per_request: 0.0000000000001", "'0.0000000000001' is finer than a picodollar"),
      ("usd_per_token: 0.000002", "'usd_per_token' is not a key of this dated rate"),
      ("usd_per_gb_second: 0.1", "a price per gigabyte without a size"),
      ("usd_per_million_output_tokens: 1", "a price for one kind of token without the other"),
      ("quote: words", "a dated rate without a price"),
      (
        "usd_per_gpu_hour: 2, usd_per_second: 1",
        "a price for the time of a whole machine beside one for a part of it: "
          + "usd_per_gpu_hour and usd_per_second"
      ),
      (
        "usd_per_gpu_hour: 2, usd_per_gpu_second: 0.001",
        "two prices for the time of one part of a machine: usd_per_gpu_hour and usd_per_gpu_second"
      ),
      (
        "usd_per_vcpu_hour: 0.05, usd_per_core_hour: 0.1",
        "two prices for the time of one part of a machine: usd_per_vcpu_hour and usd_per_core_hour"
      ),
      (
        "usd_per_gb_second: 0.1, usd_per_gib_second: 0.1",
        "two prices for the time of one part of a machine: usd_per_gb_second and usd_per_gib_second"
      ),
      ("usd_per_gpu_hour: 2, usd_per_core_hour: 1", "a price per core without a size"),
      ("usd_minimum_per_month: 500", "a minimum without a price that it is the minimum of"),
      ("usd_minimum_per_month: -5, usd_per_gpu_hour: 2", "'-5' is negative"),
    ])
  func refuses(key: String, message: String) {
    let outcome = ContentSample.offer("rates: [{from: 2026-01-01, source: page, \(key)}]")
    #expect(outcome.content == nil)
    #expect(outcome.messages.contains { $0.hasPrefix(message) }, "\(outcome.messages)")
  }
}

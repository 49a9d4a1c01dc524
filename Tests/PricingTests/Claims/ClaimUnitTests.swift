import Pricing
import Testing

@Suite("Units of claims")
struct ClaimUnitTests {
  @Test(
    "Read products and quotients, in whatever order they are written",
    arguments: [
      ("usd", "usd"), ("usd/h", "usd/h"), ("1/s", "1/s"), ("s*GB", "s*GB"), ("GB*s", "s*GB"),
      ("usd/GB/s", "usd/s/GB"), ("tokens/s", "tokens/s"), ("h/h", ""), ("1", ""),
      ("million-tokens/h", "million-tokens/h"), ("s/s/s", "1/s"), ("%", "%"),
    ])
  func reads(text: String, form: String) throws {
    let unit = try ClaimUnit(reading: text)
    #expect(unit.description == form)
    #expect(try ClaimUnit(reading: form.isEmpty ? "1" : form) == unit)
  }

  @Test(
    "Refuse what is no unit, and name it",
    arguments: [
      ("dollars", "dollars"), ("usd/hour", "hour"), ("usd//h", ""), ("usd/", ""), ("", ""),
      ("USD", "USD"), ("h*1", "1"), ("usd h", "usd h"),
    ])
  func refuses(text: String, word: String) {
    let error = #expect(throws: ClaimUnit.UnknownWord.self) { try ClaimUnit(reading: text) }
    #expect(error?.word == word)
  }

  @Test("Multiply and divide as their values do", arguments: ["usd", "usd/h", "1/s", "GB*s", "1"])
  func cancel(text: String) throws {
    let (unit, hours) = (try ClaimUnit(reading: text), ClaimUnit(.hours))
    #expect(unit / unit == .none)
    #expect(unit * hours / hours == unit)
    #expect(unit / hours * hours == unit)
  }

  @Test("A rate is dollars for what it counts", arguments: RateUnit.allCases)
  func rate(unit: RateUnit) {
    #expect(unit.claimUnit.above == [.usd])
    let isTime = unit.claimUnit.below.contains { $0 == .hours || $0 == .seconds }
    #expect(isTime == (unit.meter == .time && unit.part?.isMonthly != true))
  }
}

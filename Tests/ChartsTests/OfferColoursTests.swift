import Testing

@testable import Charts
@testable import Reports

@Suite("Colours of offers")
struct OfferColoursTests {
  private let providers = ["alpha", "bravo", "charlie", "delta", "echo", "foxtrot", "golf"]

  @Test func areThoseOfTheProviderInEveryChart() {
    let alone = OfferColours.assigned(to: [("c-1", "charlie")], providers: providers)
    let among = OfferColours.assigned(
      to: [("a-1", "alpha"), ("b-1", "bravo"), ("c-1", "charlie")], providers: providers)
    #expect(alone["c-1"] == 3 && among["c-1"] == 3)
  }

  @Test func differWithinAChartWhileThereAreEnough() {
    let offers = [("a-1", "alpha"), ("a-2", "alpha"), ("g-1", "golf"), ("b-1", "bravo")]
    let colours = OfferColours.assigned(to: offers, providers: providers)
    #expect(colours["a-1"] == 1 && colours["b-1"] == 2)
    #expect(Set(colours.values).count == 4)
  }

  @Test func repeatOnlyBeyondTheLast() {
    let offers = (1...13).map { ("x-\($0)", "alpha") }
    let colours = OfferColours.assigned(to: offers, providers: providers)
    #expect(colours.count == 13)
    #expect(colours.values.allSatisfy { (1...ChartStyle.seriesColours).contains($0) })
    #expect(Set(offers.prefix(6).compactMap { colours[$0.0] }).count == 6)
  }
}

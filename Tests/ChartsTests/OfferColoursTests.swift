import Testing

@testable import Charts
@testable import Reports

@Suite("Colours of offers")
struct OfferColoursTests {
  @Test(arguments: [("modal", 3), ("runpod", 4), ("baseten", 6), ("openai", 6), ("", 6)])
  func areMadeFromTheProvidersIdAlone(provider: String, colour: Int) {
    #expect(OfferColours.assigned(to: [("an-offer", provider)]) == ["an-offer": colour])
  }

  /// A provider that is added to a site, or taken away, changes no chart that it is not in.
  @Test func dependOnlyOnTheOffersOfTheirChart() {
    let chart = [("b-1", "baseten"), ("m-1", "modal"), ("r-1", "runpod")]
    let alone = OfferColours.assigned(to: chart)
    for stranger in ["alpha", "openai", "zzz"] {
      #expect(OfferColours.assigned(to: chart, stated: [stranger: 1]) == alone)
    }
    // Nor do other offers of the chart, where each provider has a colour of its own.
    #expect(OfferColours.assigned(to: [chart[1]])["m-1"] == alone["m-1"])
    #expect(OfferColours.assigned(to: [chart[0]])["b-1"] == alone["b-1"])
  }

  @Test func differWithinAChartWhileThereAreEnough() {
    let offers = [("m-1", "modal"), ("m-2", "modal"), ("r-1", "runpod"), ("b-1", "baseten")]
    let colours = OfferColours.assigned(to: offers)
    // Who comes first has the provider's colour, and a later claim goes before a second offer.
    #expect(colours["m-1"] == 3 && colours["r-1"] == 4 && colours["b-1"] == 6)
    #expect(colours["m-2"] == 5)
  }

  @Test func areThoseThatProvidersStateBeforeAnyOther() {
    let offers = [("m-1", "modal"), ("r-1", "runpod"), ("b-1", "baseten"), ("o-1", "openai")]
    let colours = OfferColours.assigned(to: offers, stated: ["runpod": 6, "openai": 6])
    #expect(colours["r-1"] == 6 && colours["m-1"] == 3)
    #expect(colours["b-1"] != 6 && colours["o-1"] != 6)
    #expect(Set(colours.values).count == 4)
  }

  @Test func repeatOnlyBeyondTheLast() {
    let offers = (1...13).map { ("x-\($0)", "alpha") }
    let colours = OfferColours.assigned(to: offers)
    #expect(colours.count == 13)
    #expect(colours.values.allSatisfy { (1...ChartStyle.seriesColours).contains($0) })
    #expect(Set(offers.prefix(6).compactMap { colours[$0.0] }).count == 6)
  }
}

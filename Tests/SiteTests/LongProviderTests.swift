import Foundation
import TestSupport
import Testing

@Suite("The page of a provider with many offers")
struct LongProviderTests {
  private static let built = Task {
    let site = try FixtureSite(adding: "large")
    #expect(try await site.build().transcript == "")
    return site
  }

  private static func page(_ provider: String) async throws -> String {
    try #require(try await built.value.published("providers/\(provider)/index.html"))
  }

  @Test func foldsThemUpUnderAFieldThatNeedsAScript() async throws {
    let page = try await Self.page("zeta")
    #expect(page.matches(of: #/<summary><span class="name">Zeta /#).count == 60)
    #expect(page.contains(#"<p class="filter" hidden="hidden">"#))
    #expect(page.contains(#"<span class="left">60</span> of 60"#))
    #expect(page.contains(#"<script src="../../assets/filter.js" defer="defer"></script>"#))
    #expect(!page.contains(#"class="topic offer-sheet""#))
    let contents = try #require(page.firstMatch(of: #/<nav class="contents"[^>]*>[\s\S]*?</nav>/#))
    #expect(contents.output.contains(##"href="#all_offers""##))
    #expect(!contents.output.contains("Zeta"))
  }

  @Test func hasWhatTheOthersHaveBelowEachOfThem() async throws {
    let page = try await Self.page("zeta")
    for number in 1...60 {
      let id = "zeta-\(number < 10 ? "0" : "")\(number)"
      #expect(page.contains(#"<div id="offer_\#(id)">"#))
      #expect(page.contains(#"<table id="rates_\#(id)" class="rates">"#))
    }
  }

  @Test func fewOffersStandInTheOpenWithoutTheScript() async throws {
    let page = try await Self.page("alpha-cloud")
    #expect(page.contains(#"class="topic offer-sheet""#))
    for word in ["filter", "folds", "all_offers"] { #expect(!page.contains(word), "\(word)") }
  }

  @Test func hasAFieldAboveTheTableOfAScenarioWithManyOffers() async throws {
    let site = try await Self.built.value
    let long = try #require(site.published("scenarios/every-model/index.html"))
    #expect(long.contains(#"<span class="left">60</span> of 60"#))
    #expect(long.contains(#"<script src="../../assets/filter.js" defer="defer"></script>"#))
    let short = try #require(site.published("scenarios/catalogue/index.html"))
    #expect(!short.contains("filter"))
  }
}

package import Changes
package import Content
package import Diagnostics
package import Pricing
import Publishing
import Reports

/// What a site comes to as of a day, read from its files alone; no template is needed.
package struct StateReading: Sendable {
  /// The state; `nil` if there was any mistake.
  package private(set) var state: SiteState?

  /// The content; `nil` if there was any mistake in it.
  package let content: SiteContent?

  /// Every mistake.
  package private(set) var diagnostics: [Diagnostic]

  /// The texts that findings point into, by path.
  package private(set) var texts: [String: String]

  /// Reads and prices a site.
  ///
  /// Of a scenario that no claim mentions only its state is kept, so that a site may have many.
  ///
  /// - Parameters:
  ///   - files: The files below `content/`.
  ///   - day: The day as of which it is priced; `nil` for what it says itself.
  package init(_ files: [SiteFile], on day: CalendarDate?) async {
    var words = MentionedWords()
    for file in files where file.path.hasPrefix("content/claims/") { words.add(file.bytes) }
    for file in files where file.path.hasPrefix("content/pages/") { words.add(file.bytes) }
    let others = files.filter { file in
      ScenarioLibrary.id(of: file.path).map { !words.contains($0) } ?? false
    }
    let left = Set(others.map(\.path))
    var loader = ContentLoader()
    content = loader.load(
      files.filter { !left.contains($0.path) }, leaving: others.map(\.path), on: day)
    (diagnostics, texts) = (loader.diagnostics, loader.texts)
    let prices = await SitePrices(content)
    diagnostics += prices.diagnostics
    guard let library = loader.library else { return }
    var states: [String: ScenarioState] = [:]
    for scenario in prices.scenarios {
      states[scenario.document.scenario.id] = ScenarioState(
        scenario.priced, title: scenario.document.title)
    }
    for other in await Workers.map(others, Self.reader(library)) {
      diagnostics += other.diagnostics
      if !other.diagnostics.isEmpty { texts[other.path] = other.text }
      if let state = other.state { states[state.id] = state }
    }
    guard let content, !diagnostics.contains(where: { $0.severity == .error }) else { return }
    state = SiteState(
      day: content.settings.day, offers: Self.offers(of: content),
      scenarios: content.scenarioIDs.compactMap { states[$0] }, claims: prices.claims,
      announced: Self.announced(in: content))
  }

  /// What is sold, with the discounts that hold on the day of the site.
  private static func offers(of content: SiteContent) -> [Offer] {
    let settings = content.settings
    return content.rateCards.flatMap(\.offers).map {
      $0.offer.less(settings.discounts, on: settings.day)
    }
  }

  /// What is known on the day of the site of later days.
  private static func announced(in content: SiteContent) -> [AnnouncedChange] {
    let day = content.settings.day
    return content.rateCards.flatMap(\.offers).flatMap { listed in
      let factors = listed.offer.adjustments.filter { factor in
        let isKnown = content.source(factor.citation.source).map { $0.read <= day } ?? false
        return isKnown && factor.from.map { $0 > day } ?? false
      }
      let discounts = content.settings.discounts.compactMap { own in
        own.from.flatMap { from in
          from > day && listed.offer.isLess(own)
            ? AnnouncedChange.discount(own.discount, of: listed.offer, from: from) : nil
        }
      }
      return AnnouncedChange.all(
        of: listed.offer, rates: listed.announced.rates, rules: listed.announced.rules,
        factors: factors) + discounts
    }
  }

  private struct Other: Sendable {
    var path: String
    var text: String
    var diagnostics: [Diagnostic]
    var state: ScenarioState?
  }

  private static func reader(_ library: ScenarioLibrary) -> @Sendable (SiteFile) -> Other {
    { file in
      let reading = library.read(file)
      let result = reading.document.map(PricingResult.init)
      return Other(
        path: file.path, text: reading.text,
        diagnostics: reading.diagnostics + [result?.finding].compactMap(\.self),
        state: result?.scenario.map { ScenarioState($0.priced, title: $0.document.title) })
    }
  }
}

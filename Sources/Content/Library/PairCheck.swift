import Diagnostics
import Pricing

/// Whether the pairs of `content/site.yaml` can be put side by side.
struct PairCheck {
  /// The providers by id.
  private let known: [String]

  init(cards: [RateCard]) { known = cards.map(\.id) }

  /// Every pair that is unknown or listed twice.
  func findings(_ pairs: [ProviderPair]) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    var seen: [Set<String>: ProviderPair] = [:]
    for pair in pairs {
      let ids = [pair.first, pair.second]
      let unknown = ids.filter { !known.contains($0.value) }
      findings += unknown.map { id in
        Diagnostic(
          .error, at: id.location, "'\(id.value)' is not a provider of this site",
          hint: Suggestion.hint(for: id.value, in: known, noun: "providers"))
      }
      guard unknown.isEmpty else { continue }
      let both = Set(ids.map(\.value))
      if both.count == 1 {
        findings.append(
          Diagnostic(
            .error, at: pair.second.location, "'\(pair.second.value)' beside itself",
            hint: "name another provider"))
      } else if seen.updateValue(pair, forKey: both) != nil {
        findings.append(
          Diagnostic(
            .error, at: pair.first.location,
            "'\(pair.first.value)' and '\(pair.second.value)' are paired twice",
            hint: "remove one of the two"))
      }
    }
    return findings
  }
}

/// Whether what is published leads only to what is published too.
enum PublishCheck {
  /// A finding for files that lead to pages, where there are no pages.
  static func findings(_ settings: SiteSettings) -> [Diagnostic] {
    guard !settings.published.contains(.pages) else { return [] }
    return [PublishedFamily.invoices, .tables, .twins].filter(settings.published.contains).map {
      family in
      Diagnostic(
        .error, at: settings.publishLocation ?? SourceLocation(file: "content/site.yaml"),
        "'\(family.rawValue)' without 'pages', to which they lead",
        hint: "add 'pages', or leave them out")
    }
  }
}

import Diagnostics
import Pricing

/// Begins a file of claims with one that holds, whoever says it.
struct ClaimScaffold {
  private let site: SiteContent

  init(_ site: SiteContent) { self.site = site }

  func file(_ path: String, name: String) throws(Mistake) -> SiteFile {
    guard let source = site.sources.first else {
      throw Mistake(
        "no source whose figures could be checked", hint: "list one in content/sources.yaml")
    }
    let offer = site.rateCards.flatMap(\.offers).first?.offer.id ?? "example-h100"
    return SiteFile(
      path: path,
      text: """
        # yaml-language-server: $schema=../schema/claims.schema.json
        # Nobody writes whether a figure is right: that is worked out from its formula.
        source: \(source.id)    # who published the figures
        claims:
          - id: \(name)
            quote: the words of the source, with the figure in them
            says: A month of 30 days has 720 hours.
            published: {value: 720, unit: h}      # as printed; 0.10 is more exact than 0.1
            formula:                              # worked off from top to bottom
              - {value: 24, unit: h, name: hours of a day}
              - {do: times, value: 30, name: days of a month}
              # - {do: times, offer: \(offer)}    # what an offer charges
              # - invoice: {scenario: …, offer: …, workload: …}

        """)
  }
}

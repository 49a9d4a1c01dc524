import Diagnostics
import Pricing

/// Begins a scenario with offers that can be compared.
struct ScenarioScaffold {
  private let site: SiteContent

  init(_ site: SiteContent) { self.site = site }

  /// The keys of the workload, and why each is there.
  private static let workload = [
    ("tokens", "10M", "for prices by the token"),
    ("input_share", "80 %", "how much of that is input; open if left out"),
    ("requests", "10k", "for prices by the request"),
    ("hours", "10 h", "for prices by time: how long machines work"),
    ("runs", "30", "in how many runs, each with a start and an idle tail"),
  ]

  func file(_ path: String, title: String) throws(Mistake) -> SiteFile {
    let offers = try compared()
    let workload = Self.workload.map { key, value, use in
      "    \(key): \(value)".padded(to: 32) + "# \(use)"
    }
    return SiteFile(
      path: path,
      text: """
        # yaml-language-server: $schema=../schema/scenario.schema.json
        title: \(title)
        question: Which way of paying is cheapest for this?
        summary: What is done, how much of it and how often.
        workloads:                      # the columns
          - id: month
            name: 10M tokens
        \(workload.joined(separator: "\n"))
        offers:                         # the rows; 'breakeven list offers' has all there are
        \(offers.map { "  - offer: \($0)" }.joined(separator: "\n"))
        # vary: {driver: tokens, from: 1M, to: 10B}     # draws the curves, and finds where they meet
        # requires: [custom weights]                    # what an offer must be able to do

        """)
  }

  /// Offers whose invoices have two ends: one for each meter first, then others, three in all.
  private func compared() throws(Mistake) -> [String] {
    let offers = site.rateCards.flatMap(\.offers).map(\.offer).filter(isComparable)
    var chosen: [Offer] = []
    for meter in RateUnit.Meter.allCases {
      let fitting = offers.first { $0.meters == [meter] && !chosen.map(\.id).contains($0.id) }
      if let fitting { chosen.append(fitting) }
    }
    let others = offers.filter { !chosen.map(\.id).contains($0.id) }
    chosen += others.prefix(max(0, 3 - chosen.count))
    guard !chosen.isEmpty else {
      throw Mistake(
        "no offer of this site has a price yet",
        hint: "write one in content/rate-cards; 'breakeven new rate-card' begins a file there")
    }
    return chosen.map(\.id)
  }

  private func isComparable(_ offer: Offer) -> Bool {
    let place = SourceLocation(file: "workload")
    let values = Self.workload.map { GivenValue($0.0, $0.1, at: place) }
    var findings: [Diagnostic] = []
    guard let query = PriceQuery.read(values, site: site.settings, into: &findings),
      case .invoice(let invoice) = try? query.changing(offer).quote(
        for: query.workload, on: query.date)
    else { return false }
    return invoice.isComparable
  }
}

extension String {
  /// The text with blanks behind it, at least one.
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(1, width - count))
  }
}

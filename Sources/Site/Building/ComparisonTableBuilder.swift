import Content
import Pricing
import Wording

/// Makes the table of offers and workloads, and the notes that its cells refer to.
struct ComparisonTableBuilder {
  let view: ScenarioView
  private var notes: TableNotes

  init(_ view: ScenarioView) {
    self.view = view
    notes = TableNotes(prefix: view.scenario.id)
  }

  /// The rows cheapest first by the first column; what has no amount comes last.
  static func rowOrder(_ priced: PricedScenario) -> [Int] {
    func key(_ row: Int) -> (Int, Int128, Int128) {
      guard let invoice = priced.quotes[row].first?.invoice else { return (2, 0, 0) }
      guard let high = invoice.high, invoice.fits else { return (1, invoice.low.picodollars, 0) }
      return (0, invoice.low.picodollars, high.picodollars)
    }
    return priced.quotes.indices.sorted {
      let (left, right) = (key($0), key($1))
      return left == right ? $0 < $1 : left < right
    }
  }

  /// Makes the table.
  ///
  /// - Parameters:
  ///   - sources: The sources of the page it stands on.
  ///   - isAlone: Whether it is a page of its own, which then needs no link to itself.
  /// - Returns: The table with its notes.
  mutating func table(_ sources: inout PageSources, isAlone: Bool = false) -> ComparisonTable {
    let scenario = view.scenario
    let decimals = scenario.workloads.indices.map { Self.decimals($0, view.priced) }
    var rows: [ComparisonRow] = []
    for row in Self.rowOrder(view.priced) {
      let offer = scenario.offers[row]
      let citations = view.citations(of: [offer], &sources)
      let cells = scenario.workloads.indices.map { column in
        cell(view.priced.quotes[row][column], column, decimals[column], of: offer, &sources)
      }
      rows.append(
        ComparisonRow(
          offer: offer.name, link: view.link(offer.id),
          provider: view.context.card(of: offer)?.name ?? offer.provider,
          meter: offer.billingModel.rawValue, cells: cells,
          citations: citations, read: view.lastRead(offer).map(TimeText.date)))
    }
    return ComparisonTable(
      id: "table-\(scenario.id)", caption: view.document.title, captionDetail: view.basis,
      order: order, measure: measure, width: String(scenario.workloads.count),
      columns: zip(scenario.workloads, view.document.columns).enumerated().map {
        ComparisonColumn(
          text: $1.0.name, detail: $1.1.detail, sort: $0 == 0 ? "ascending" : "none")
      },
      rows: rows, notes: notes.entries,
      files: TableFiles.links(
        from: view.page, to: SitePaths.table(scenario.id), alone: !isAlone))
  }

  /// How the rows are sorted, as ``rowOrder(_:)`` does it.
  private var order: String {
    let first = view.scenario.workloads.first?.name ?? ""
    let column = view.scenario.workloads.count > 1 ? " for “\(first)”" : ""
    let firsts = view.priced.quotes.compactMap(\.first)
    let hasOthers = firsts.contains { $0.invoice.map { !$0.isComparable } ?? true }
    return "Sorted by the lowest amount\(column)"
      + (hasOthers ? "; what is open or not enough comes last." : ".")
  }

  /// The decimals of a column: the table, the bars and the sentences about it have the same.
  static func decimals(_ column: Int, _ priced: PricedScenario) -> Int {
    let invoices = priced.quotes.compactMap { $0[column].invoice }
    return AmountText.decimals(for: invoices.flatMap { [$0.low, $0.high ?? $0.low] })
  }

  private var measure: String {
    let isMonthly = view.scenario.workloads.allSatisfy {
      if case .month = $0.period { true } else { false }
    }
    return isMonthly ? "US dollars a month" : "US dollars"
  }

  private mutating func cell(
    _ quote: Quote, _ column: Int, _ decimals: Int, of offer: Offer, _ sources: inout PageSources
  ) -> ComparisonCell {
    let comparison = view.priced.comparisons[column]
    let place = "\(offer.name), \(view.scenario.workloads[column].name)"
    switch quote {
    case .notApplicable(let reason):
      return ComparisonCell(
        text: "not applicable", value: nil, arithmetic: nil, kind: "not-offered",
        notes: [notes.reference(NoteText.sentence(reason), from: place)])
    case .invoice(let invoice):
      let isCheapest = comparison.cheapest.contains(invoice.offer)
      let isCandidate = comparison.candidates.contains(invoice.offer)
      let mark =
        isCheapest
        ? (comparison.cheapest.count > 1 ? "lowest, tied" : "lowest")
        : isCandidate ? "may be lowest" : invoice.fits ? nil : "not enough"
      let kind =
        invoice.high == nil
        ? "not-stated"
        : isCheapest ? "amount cheapest" : invoice.fits ? "amount" : "amount short"
      let text = AmountText.range(invoice.low, invoice.high, decimals: decimals)
      var arithmetic = ArithmeticBuilder(view.context.content)
        .arithmetic(of: invoice, shown: text, &sources)
      arithmetic.badge = mark
      arithmetic.detail = Self.composition(invoice)
      return ComparisonCell(
        text: text,
        // What buys only a part of the work is no lower than what buys all of it.
        value: invoice.high != nil && invoice.fits ? invoice.low.dollarText : nil,
        arithmetic: arithmetic, kind: kind,
        notes: invoice.notes.map { notes.reference(NoteText.sentence($0), from: place) })
    }
  }

  /// What of the money goes into waiting: `95 % kept warm`, `13–60 % loading the model`.
  static func composition(_ invoice: Invoice) -> String? {
    guard let total = invoice.high, total > .zero else { return nil }
    func percentage(_ amount: Money, of total: Money) -> String? {
      guard let share = try? Ratio(amount.picodollars, over: total.picodollars) else { return nil }
      return NumberText.percentage(share, decimals: 1)
    }
    let waiting = LineItem.Kind.all.filter { kind in
      guard case .phase(let phase) = kind else { return kind == .rounding }
      return phase != .active
    }
    let parts = waiting.compactMap { kind -> String? in
      // Runs of other lengths have lines of their own.
      let lines = invoice.lines.filter { $0.kind == kind }
      func sum(_ end: End) -> Money? {
        try? lines.compactMap { $0.amount[end] }.reduce(Money.zero) { try $0 + $1 }
      }
      guard let amount = sum(.high), amount > .zero, let high = percentage(amount, of: total) else {
        return nil
      }
      let low = sum(.low).flatMap { percentage($0, of: invoice.low) } ?? high
      return "\(low == high ? high : "\(low)–\(high)")\u{A0}% \(UnitText.line(kind))"
    }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }
}

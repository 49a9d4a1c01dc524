import Content
import Encoders
import Pricing
import Templates
import Wording

/// Makes the table of offers and workloads, and the notes that its cells refer to.
struct ComparisonTableBuilder {
  private let view: ScenarioView
  private let isSmall: Bool
  private let hasArithmeticPage: Bool
  private var notes: TableNotes

  /// The most amounts that open their arithmetic in the table itself; those of a larger one lead
  /// to where it stands.
  static let mostInline = 48

  /// - Parameters:
  ///   - view: The scenario.
  ///   - hasArithmeticPage: Whether the arithmetic has a page that amounts can lead to.
  init(_ view: ScenarioView, hasArithmeticPage: Bool) {
    self.view = view
    self.hasArithmeticPage = hasArithmeticPage
    isSmall = view.scenario.offers.count * view.scenario.workloads.count <= Self.mostInline
    notes = TableNotes(under: view.scenario.id, linksBack: isSmall)
  }

  /// Makes the table.
  ///
  /// - Parameters:
  ///   - sources: The sources of the scenario's page.
  ///   - files: The same rows as files.
  /// - Returns: The table with its notes.
  mutating func table(_ sources: inout PageSources, files: [PageLink]) -> ComparisonTable {
    let scenario = view.scenario
    let days = scenario.offers.map(view.days)
    // Where it is the same for all, it is said above the table.
    let isCommon = days.count > 1 && Set(days).count == 1
    var groups = view.priced.groups.indices.map {
      ComparisonGroup(name: view.groupHead($0), rows: [])
    }
    for row in view.rowOrder {
      let offer = scenario.offers[row]
      let citations = view.citations(of: [offer], &sources)
      var cells: [ComparisonCell] = []
      for column in scenario.workloads.indices { cells.append(cell(row, column, &sources)) }
      groups[view.priced.groupPlace(ofRow: row)].rows.append(
        ComparisonRow(
          offer: offer.name, link: view.link(offer.id),
          provider: view.context.card(of: offer)?.name ?? offer.provider,
          meter: offer.billingModel.rawValue,
          leftOut: view.document.rows[row].leftOut.map { "Not compared: \($0)." },
          cells: cells,
          citations: citations, days: isCommon ? nil : days[row], announced: announced(row)))
    }
    return ComparisonTable(
      id: Anchor.table(scenario.id), caption: view.document.title,
      captionDetail: view.basis, order: order,
      measure: measure, width: String(scenario.workloads.count),
      span: String(scenario.workloads.count + 2),
      columns: zip(scenario.workloads, view.document.columns).enumerated().map {
        ComparisonColumn(
          text: $1.0.name, detail: $1.1.detail, sort: $0 == 0 ? "ascending" : "none",
          key: "workload-\($1.0.id)")
      },
      groups: groups, notes: notes.entries, files: files)
  }

  /// What the offer's price will be, and from when.
  private func announced(_ row: Int) -> String? {
    let base = view.document.rows[row].base
    guard let listed = view.context.content.listedOffer(base) else { return nil }
    return AnnouncedText.rates(listed.announced)
  }

  /// How the rows are sorted, as ``ScenarioView/rowOrder`` has them.
  private var order: String {
    let first = view.scenario.workloads.first?.name ?? ""
    let column = view.scenario.workloads.count > 1 ? " for “\(first)”" : ""
    let hasOthers = view.priced.quotes.indices.contains { !view.priced.competes($0, 0) }
    let inside = view.groupNames.isEmpty ? "" : ", group by group"
    return "Sorted by the lowest amount\(column)\(inside)"
      + (hasOthers ? "; what is open, not enough or not compared comes last." : ".")
  }

  private var measure: String {
    let isMonthly = view.scenario.workloads.allSatisfy {
      if case .month = $0.period { true } else { false }
    }
    return isMonthly ? "US dollars a month" : "US dollars"
  }

  private mutating func cell(
    _ row: Int, _ column: Int, _ sources: inout PageSources
  ) -> ComparisonCell {
    let offer = view.scenario.offers[row]
    switch view.priced.quotes[row][column] {
    case .notApplicable(let reason):
      let sentence = NoteText.sentence(reason)
      return ComparisonCell(
        text: "not applicable", value: nil, kind: "not-offered", badge: nil, detail: nil,
        arithmetic: nil, plain: "not applicable", notes: references([sentence], offer, column),
        exact: .state("not applicable"), sentences: [sentence])
    case .invoice(let invoice):
      let standing = Standing(invoice, in: view.comparison(row, column))
      let text = view.amount(invoice, column)
      let detail = Self.composition(invoice)
      let sentences = invoice.notes.map(NoteText.sentence)
      return ComparisonCell(
        text: text,
        // What buys only a part of the work is no lower than what buys all of it.
        value: invoice.high != nil && invoice.fits ? invoice.low.dollarText : nil,
        kind: standing.kind, badge: isSmall ? nil : standing.badge,
        detail: isSmall ? nil : detail,
        arithmetic: isSmall
          ? arithmetic(invoice, text, standing.badge, detail, &sources) : nil,
        link: isSmall || !hasArithmeticPage
          ? nil : .file(SitePaths.arithmetic(view.scenario.id), anchor: InvoiceEntry.id(invoice)),
        plain: isSmall || hasArithmeticPage ? "" : text,
        notes: references(sentences, offer, column),
        exact: .amount(low: invoice.low, high: invoice.high), sentences: sentences)
    }
  }

  private func arithmetic(
    _ invoice: Invoice, _ text: String, _ badge: String?, _ detail: String?,
    _ sources: inout PageSources
  ) -> Arithmetic {
    var arithmetic = ArithmeticBuilder(view.context.content)
      .arithmetic(of: invoice, shown: text, &sources)
    arithmetic.badge = badge
    arithmetic.detail = detail
    return arithmetic
  }

  /// The marks of a cell: one for each note, or a single one in a large table.
  private mutating func references(
    _ sentences: [String], _ offer: Offer, _ column: Int
  ) -> [NoteReference] {
    var references: [NoteReference] = []
    for sentence in sentences {
      references.append(
        notes.reference(
          sentence, from: "\(offer.name), \(view.scenario.workloads[column].name)"))
    }
    guard !isSmall, let first = references.first else { return references }
    let marks = references.map(\.mark).joined(separator: ", ")
    return [NoteReference(mark: marks, link: first.link, id: nil)]
  }

  /// How an invoice stands beside the others of its column and group.
  private struct Standing {
    let badge: String?
    let kind: String?

    init(_ invoice: Invoice, in comparison: Comparison) {
      let isCheapest = comparison.cheapest.contains(invoice.offer)
      let isCandidate = comparison.candidates.contains(invoice.offer)
      badge =
        isCheapest
        ? (comparison.cheapest.count > 1 ? "lowest, tied" : "lowest")
        : isCandidate ? "may be lowest" : invoice.fits ? nil : "not enough"
      kind =
        invoice.high == nil
        ? "not-stated"
        : isCheapest ? "amount cheapest" : invoice.fits ? nil : "amount short"
    }
  }

  /// What of the money goes into waiting: `95 % kept warm`, `13–60 % loading the model`.
  static func composition(_ invoice: Invoice) -> String? {
    guard let total = invoice.high, total > .zero else { return nil }
    func percentage(_ amount: Money, of total: Money) -> String? {
      guard let share = try? Ratio(amount.picodollars, over: total.picodollars) else { return nil }
      return NumberText.percentage(share, decimals: 1)
    }
    var parts: [String] = []
    for kind in LineItem.Kind.waiting {
      // Runs of other lengths have lines of their own.
      guard let waiting = try? invoice.stated(for: kind), waiting.high > .zero,
        let most = percentage(waiting.high, of: total)
      else { continue }
      let least = percentage(waiting.low, of: invoice.low) ?? most
      parts.append(
        "\(least == most ? most : "\(least)–\(most)")\u{A0}% \(UnitText.line(kind))")
    }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }
}

extension LineItem.Kind {
  /// What is paid for without any work being done.
  fileprivate static let waiting: [LineItem.Kind] = all.filter { kind in
    guard case .phase(let phase) = kind else { return kind == .rounding }
    return phase != .active
  }
}

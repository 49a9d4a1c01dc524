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
          id: offer.id, offer: offer.name, link: view.link(offer.id),
          provider: view.context.card(of: offer)?.name ?? offer.provider,
          providerID: offer.provider,
          meter: offer.billingModel.rawValue,
          leftOut: view.document.rows[row].leftOut.map { "Not compared: \($0)." },
          cells: cells,
          citations: citations, days: isCommon ? nil : days[row],
          lastDay: offer.rates(on: scenario.date).map(\.day).max { $0.date < $1.date },
          announced: announced(row)))
    }
    return ComparisonTable(
      id: Anchor.table(scenario.id), caption: view.document.title,
      captionDetail: view.basis, order: order,
      measure: measure, width: String(scenario.workloads.count),
      span: String(scenario.workloads.count + 2),
      columns: zip(scenario.workloads, view.document.columns).enumerated().map {
        ComparisonColumn(
          text: $1.0.name, detail: $1.1.detail, sort: $0 == 0 ? "ascending" : "none",
          id: $1.0.id)
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
    let isGrouped = !view.groupNames.isEmpty
    let start = isGrouped ? "Sorted group by group, in each" : "Sorted"
    let last = lastOnes
    return "\(start) by the lowest amount\(column)"
      + (last.isEmpty
        ? ""
        : "; what is \(UnitText.list(last, conjunction: "or")) comes last"
          + (isGrouped ? " in its group" : "")) + "."
  }

  /// Why rows stand behind those that are compared for the first workload.
  private var lastOnes: [String] {
    let rows = view.priced.quotes.indices.filter { !view.priced.competes($0, 0) }
    let invoices = rows.map { view.priced.quotes[$0][0].invoice }
    let reasons: [(String, Bool)] = [
      ("not applicable", invoices.contains { $0 == nil }),
      ("not stated", invoices.contains { $0.map { $0.high == nil } ?? false }),
      ("not enough", invoices.contains { $0.map { !$0.fits } ?? false }),
      ("not compared", rows.contains { view.document.rows[$0].leftOut != nil }),
    ]
    return reasons.filter(\.1).map(\.0)
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
        text: "not applicable", value: nil, kind: "not-offered", badge: nil, standing: .none,
        detail: nil,
        arithmetic: nil, plain: "not applicable", notes: references([sentence], offer, column),
        exact: .state("not applicable"), sentences: [sentence])
    case .invoice(let invoice):
      let isLeftOut = view.document.rows[row].leftOut != nil
      let standing = Standing(invoice, in: view.comparison(row, column), isLeftOut: isLeftOut)
      let text = view.amount(invoice, column)
      let detail = Self.composition(invoice)
      let sentences = invoice.notes.map(NoteText.sentence)
      return ComparisonCell(
        text: text,
        // What buys only a part of the work is no lower than what buys all of it.
        value: invoice.high != nil && invoice.fits ? invoice.low.dollarText : nil,
        kind: invoice.high == nil ? "not-stated" : standing.kind,
        badge: isSmall ? nil : standing.badge,
        standing: standing, detail: isSmall ? nil : detail,
        arithmetic: !isSmall
          ? nil
          : view.arithmetic[row][column].map {
            arithmetic($0, text, standing.badge, detail, &sources)
          },
        link: isSmall || !hasArithmeticPage
          ? nil : .file(SitePaths.arithmetic(view.scenario.id), anchor: InvoiceEntry.id(invoice)),
        plain: isSmall || hasArithmeticPage ? "" : text,
        notes: references(sentences, offer, column),
        exact: .amount(low: invoice.low, high: invoice.high), sentences: sentences)
    }
  }

  private func arithmetic(
    _ worked: WorkedInvoice, _ text: String, _ badge: String?, _ detail: String?,
    _ sources: inout PageSources
  ) -> Arithmetic {
    var arithmetic = ArithmeticBuilder(view.context.content)
      .arithmetic(of: worked, shown: text, &sources)
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

  /// What of the money goes into waiting: `95 % kept warm`, `13 % loading the model at the low end,
  /// 60 % at the high end`.
  static func composition(_ invoice: Invoice) -> String? {
    guard let total = invoice.high, total > .zero else { return nil }
    func percentage(_ amount: Money, of total: Money) -> Ratio? {
      try? Ratio(amount.picodollars, over: total.picodollars)
    }
    var parts: [String] = []
    for kind in LineItem.Kind.waiting {
      // Runs of other lengths have lines of their own.
      guard let waiting = try? invoice.stated(for: kind), max(waiting.low, waiting.high) > .zero,
        let last = percentage(waiting.high, of: total)
      else { continue }
      let first = percentage(waiting.low, of: invoice.low) ?? last
      parts.append(
        share(first, last, of: UnitText.line(kind), isExact: invoice.low == total)
          + (first == last && invoice.low < total && !invoice.hasOneComposition
            ? " at both ends" : ""))
    }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }
}

extension Standing {
  /// How an invoice stands beside the others of its column and group.
  fileprivate init(_ invoice: Invoice, in comparison: Comparison, isLeftOut: Bool) {
    if comparison.cheapest.contains(invoice.offer) {
      self = comparison.cheapest.count > 1 ? .tied : .lowest
    } else if comparison.candidates.contains(invoice.offer) {
      self = .candidate
    } else if !invoice.fits {
      self = .short
    } else if invoice.high == nil {
      self = .open
    } else {
      self = isLeftOut ? .leftOut : .dearer
    }
  }

  /// What readers are told.
  fileprivate var badge: String? {
    switch self {
    case .lowest: "lowest"
    case .tied: "lowest, tied"
    case .candidate: "may be lowest"
    case .short: "not enough"
    case .dearer, .open, .leftOut, .none: nil
    }
  }

  /// The class of a cell whose amount is stated.
  fileprivate var kind: String? {
    switch self {
    case .lowest, .tied: "amount cheapest"
    case .short: "amount short"
    case .candidate, .dearer, .open, .leftOut, .none: nil
    }
  }
}

extension ComparisonTableBuilder {
  /// A share at both ends of an invoice; where that is exact, more of one thing is less of another.
  private static func share(
    _ first: Ratio, _ last: Ratio, of name: String, isExact: Bool
  ) -> String {
    let texts = [first, last].map { NumberText.percent($0, decimals: 1) }
    if texts[0] == texts[1] { return "\(texts[0]) \(name)" }
    guard isExact else { return "\(texts[0]) \(name) at the low end, \(texts[1]) at the high end" }
    return "\(NumberText.percentage(min(first, last), decimals: 1))–"
      + "\(NumberText.percent(max(first, last), decimals: 1)) \(name)"
  }
}

extension LineItem.Kind {
  /// What is paid for without any work being done.
  fileprivate static let waiting: [LineItem.Kind] = all.filter { kind in
    guard case .phase(let phase) = kind else { return kind == .rounding }
    return phase != .active
  }
}

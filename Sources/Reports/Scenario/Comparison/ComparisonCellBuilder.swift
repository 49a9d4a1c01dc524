import Content
import Encoders
import Messages
import Pricing
import Templates
import Wording

/// Makes the cells of a comparison, and the notes that they refer to.
struct ComparisonCellBuilder {
  /// What the cells so far refer to.
  private(set) var notes: TableNotes

  private let view: ScenarioView
  private let isSmall: Bool
  private let hasArithmeticPage: Bool

  /// - Parameters:
  ///   - view: The scenario.
  ///   - hasArithmeticPage: Whether the arithmetic has a page that amounts can lead to.
  init(_ view: ScenarioView, hasArithmeticPage: Bool) {
    self.view = view
    self.hasArithmeticPage = hasArithmeticPage
    isSmall = view.scenario.isSmall
    notes = TableNotes(under: view.scenario.id, linksBack: isSmall)
  }

  /// The amount of an offer for a workload, by their places in the scenario.
  mutating func cell(
    _ row: Int, _ column: Int, _ sources: inout PageSources
  ) -> ComparisonCell {
    let offer = view.scenario.offers[row]
    switch view.priced.quotes[row][column] {
    case .notApplicable(let reason):
      let sentence = NoteText.sentence(reason)
      let text = localized("not applicable")
      return ComparisonCell(
        text: text, value: nil, kind: "not-offered", badge: nil, standing: .none, detail: nil,
        arithmetic: nil, plain: text, notes: references([sentence], offer, column),
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
        share(
          first, last, of: UnitText.line(kind), isExact: invoice.low == total,
          isOne: invoice.hasOneComposition))
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
    case .lowest: localized("lowest")
    case .tied: localized("lowest, tied")
    case .candidate: localized("may be lowest")
    case .short: localized("not enough")
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

extension ComparisonCellBuilder {
  /// A share at both ends of an invoice; where that is exact, more of one thing is less of another, and
  /// where it is not the same all over, it may be any other in between.
  private static func share(
    _ first: Ratio, _ last: Ratio, of name: String, isExact: Bool, isOne: Bool
  ) -> String {
    let texts = [first, last].map { NumberText.percent($0, decimals: 1) }
    if texts[0] == texts[1] {
      // Amounts are rounded, so shares that are the same differ by less than anybody could see.
      let gap = (try? last - first) ?? .zero
      let isSame =
        max(gap, (try? first - last) ?? .zero) < (try? Ratio(1, over: 1_000_000_000)) ?? .zero
      return isSame && !isExact && !isOne
        ? localized("\(texts[0]) \(name) at both ends") : "\(texts[0]) \(name)"
    }
    guard isExact else {
      return localized("\(texts[0]) \(name) at the low end, \(texts[1]) at the high end")
    }
    return "\(NumberText.percentage(min(first, last), decimals: 1))–"
      + "\(NumberText.percent(max(first, last), decimals: 1)) \(name)"
  }
}

extension LineItem.Kind {
  /// What is paid for without any work being done.
  fileprivate static let waiting: [LineItem.Kind] = all.filter { kind in
    guard case .phase(let phase) = kind else { return [.rounding, .held, .minimum].contains(kind) }
    return phase != .active
  }
}

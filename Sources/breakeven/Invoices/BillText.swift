import Content
import Pricing
import Site
import Wording

/// An invoice for a terminal: its lines, its total, its arithmetic and who says so.
extension Bill {
  /// The whole bill, ending in a line feed.
  func text() -> String {
    let provider = content.rateCard(listed.offer.provider)?.name ?? listed.offer.provider
    let sections = [
      "\(listed.offer.name) (\(listed.offer.id)), \(provider), \(period)\n", table(), arithmetic(),
      notes(), sources(),
    ]
    // What stands in the site's own texts for a line that must not break is a blank here.
    return sections.filter { !$0.isEmpty }.joined(separator: "\n")
      .replacing("\u{A0}", with: " ")
  }

  private var period: String {
    switch query.workload.period {
    case .once: "once"
    case .month(let hours): "a month of \(hours.decimalText) h"
    }
  }

  private func table() -> String {
    var table = TextTable([
      ("line", .left), ("quantity", .right), ("unit", .left), ("rate", .right), ("amount", .right),
    ])
    for line in invoice.lines {
      table.add([
        Self.name(line), Self.range(line.quantity, \.decimalText), line.unit.rawValue,
        Self.range(line.price, Self.amount), Self.range(line.amount, Self.amount),
      ])
    }
    let total = invoice.high.map {
      Self.range(Ends(low: invoice.low, high: $0)) { AmountText.exact($0) }
    }
    table.add([
      "total", "", "", "",
      total ?? (invoice.low == .zero ? "not stated" : "\(AmountText.exact(invoice.low)) or more"),
    ])
    return table.text()
  }

  private func arithmetic() -> String {
    invoice.lines.isEmpty
      ? ""
      : "arithmetic:\n"
        + invoice.lines.map { "  \(Self.name($0)): \(DerivationText.text($0.derivation))\n" }
        .joined()
  }

  /// What is charged, or what is taken off it.
  private static func name(_ line: LineItem) -> String {
    line.discount.map { "\(line.kind.id), less \(UnitText.discount($0))" } ?? line.kind.id
  }

  private func notes() -> String {
    invoice.notes.isEmpty
      ? "" : "notes:\n" + invoice.notes.map { "  \(NoteText.sentence($0))\n" }.joined()
  }

  private func sources() -> String {
    let rates = rates.map { rate in
      let since = rate.day.began.map { " since \($0)" } ?? ""
      let words = ConditionText.words(rate.condition.ofRequests)
      let condition = words.isEmpty ? "" : " (\(words))"
      return "  \(RateText.price(rate))\(condition)\(since): \(source(rate.citation))\n"
        + (rate.foreign.map { "    \(conversion(of: $0, rate.unit))\n" } ?? "")
    }
    let rules =
      listed.offer.rules(on: query.date)?.citation.map { ["  scaling: \(source($0))\n"] } ?? []
    return "sources:\n" + (rates + rules).joined()
  }

  /// How the price became dollars, and who says at what rate.
  private func conversion(of price: ForeignPrice, _ unit: RateUnit) -> String {
    let exchange = ForeignText.sentence(price.exchange)
    return "quoted as \(ForeignText.price(price)) per \(unit.rawValue), and \(exchange): "
      + source(price.exchange.citation)
  }

  private func source(_ citation: Citation) -> String {
    guard let source = content.source(citation.source) else { return citation.source }
    return "\(source.title) (\(source.publisher), \(Self.day(source.day)))"
  }

  /// A day as files write it, and what it is the day of.
  private static func day(_ day: EvidenceDay) -> String {
    switch day {
    case .began(let date): "since \(date)"
    case .published(let date): "published \(date)"
    case .copied(let date): "copy of \(date)"
    case .read(let date): "read \(date)"
    }
  }

  /// One value where both ends are the same, else both.
  private static func range<Value>(
    _ ends: Ends<Value>, _ text: (Value) -> String
  ) -> String {
    ends.isExact ? text(ends.low) : "\(text(ends.low)) to \(text(ends.high))"
  }

  private static func amount(_ amount: Money?) -> String {
    amount.map { AmountText.exact($0) } ?? "not stated"
  }
}

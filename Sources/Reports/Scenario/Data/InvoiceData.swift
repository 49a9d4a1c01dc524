package import Diagnostics
package import Pricing
import Wording

/// Invoices for programs: the part of the data contract that files and commands share.
///
/// Amounts are decimal strings, exact and without trailing zeros, quantities too unless only a
/// fraction is exact; `null` stands for what a provider does not state. A rate is written once, in ``rates``, what a source says once, in
/// ``citations``, and a note once, in ``notes``; all are referred to by their places there.
package struct InvoiceData {
  private var charged = Listed<Rate>()
  private var cited = Listed<Pricing.Citation>()
  private var sentences = Listed<String>()

  /// Values in the order of first use, and where each stands.
  private struct Listed<Value: Hashable> {
    private(set) var values: [Value] = []
    private var places: [Value: Int] = [:]

    mutating func place(of value: Value) -> JSONValue {
      if let place = places[value] { return .number(place) }
      places[value] = values.count
      values.append(value)
      return .number(values.count - 1)
    }
  }

  private let hasArithmetic: Bool

  /// Creates a writer of invoices that has cited nothing yet.
  ///
  /// - Parameter arithmetic: Whether lines say how their quantities come about, as the page of a
  ///   scenario's invoices does.
  package init(arithmetic: Bool) { hasArithmetic = arithmetic }

  /// The members that the invoices so far refer to: `rates` and `citations`.
  package mutating func references() -> [(String, JSONValue)] {
    var rates: [JSONValue] = []
    for rate in charged.values { rates.append(json(rate)) }
    let citations = cited.values.map { citation in
      JSONValue.object(
        [("source", .string(citation.source))]
          + (citation.quote.map { [("quote", JSONValue.string($0))] } ?? [])
          + (citation.working.map { [("worked_out", JSONValue.string($0))] } ?? []))
    }
    return [("rates", .array(rates)), ("citations", .array(citations))]
  }

  /// What invoices say beside their lines, in the order of first use.
  package var notes: JSONValue { .strings(sentences.values) }

  /// The place of a citation among those of ``references()``.
  mutating func place(of citation: Pricing.Citation) -> JSONValue { cited.place(of: citation) }

  private mutating func json(_ rate: Rate) -> JSONValue {
    var members = [("unit", JSONValue.string(rate.unit.rawValue))] + Self.dollars(rate)
    if rate.isRoundedUp { members.append(("rounded_up", .boolean(true))) }
    members += rate.termMembers
    members.append(rate.day.member)
    members.append(("citation", cited.place(of: rate.citation)))
    if let foreign = rate.foreign {
      members += foreign.members
      members.append(("exchange_citation", cited.place(of: foreign.exchange.citation)))
    }
    if !rate.possible.isEmpty {
      var possible: [JSONValue] = []
      for other in rate.possible { possible.append(json(possible: other)) }
      members.append(("possible", .array(possible)))
    }
    return .object(members)
  }

  /// The price of a rate, and its high end where that is another one.
  private static func dollars(_ rate: Rate) -> [(String, JSONValue)] {
    let low = ("usd", amount(rate.price?.low))
    guard let price = rate.price, !price.isExact else { return [low] }
    return [low, ("high_usd", amount(price.high))]
  }

  /// One of the prices of which nobody says which holds.
  private mutating func json(possible rate: Rate) -> JSONValue {
    var members = Self.dollars(rate)
    let words = ConditionText.words(rate.condition.ofRequests)
    if !words.isEmpty { members.append(("condition", .string(words))) }
    members += [rate.day.member, ("citation", cited.place(of: rate.citation))]
    return .object(members)
  }

  /// What the entries of `terms` and `rules` are, for those who read them by name.
  package static let columns: [(String, JSONValue)] = [
    ("term_columns", .strings(["operation", "value", "unit", "name", "basis"])),
    ("rule_columns", .strings(["rule", "subject", "value", "basis"])),
  ]

  /// One invoice as an object.
  package mutating func json(_ invoice: Invoice) -> JSONValue {
    .object(
      [
        ("offer", .string(invoice.offer)), ("workload", .string(invoice.workload)),
      ] + members(invoice))
  }

  /// What an invoice says, without whose it is.
  package mutating func members(_ invoice: Invoice) -> [(String, JSONValue)] {
    var members: [(String, JSONValue)] = [
      ("low_usd", Self.amount(invoice.low)), ("high_usd", Self.amount(invoice.high)),
    ]
    if !invoice.fits { members.append(("fits", .boolean(false))) }
    if !invoice.notes.isEmpty {
      var numbers: [JSONValue] = []
      for note in invoice.notes { numbers.append(sentences.place(of: NoteText.sentence(note))) }
      members.append(("notes", .array(numbers)))
    }
    members += Self.fill(invoice)
    var lines: [JSONValue] = []
    for line in invoice.lines { lines.append(self.line(line)) }
    members.append(("lines", .array(lines)))
    return members
  }

  /// How many machines hold the work, and how full they are, where that is said.
  private static func fill(_ invoice: Invoice) -> [(String, JSONValue)] {
    for case .fills(let fill) in invoice.notes {
      guard let low = try? fill.share(.low), let high = try? fill.share(.high) else { return [] }
      var members: [(String, JSONValue)] = [("machines", .number(Int(clamping: fill.machines.low)))]
      if !fill.machines.isExact {
        members.append(("machines_high", .number(Int(clamping: fill.machines.high))))
      }
      members.append(("filled", .string(low.exactText())))
      if high != low { members.append(("filled_high", .string(high.exactText()))) }
      return members
    }
    return []
  }

  /// A line, with its high end only where it is another one, and a price only where it is not
  /// that of the rate: what is free.
  private mutating func line(_ line: LineItem) -> JSONValue {
    var members: [(String, JSONValue)] = [
      ("phase", .string(line.kind.id)), ("quantity", .string(line.quantity.low.exactText())),
    ]
    if !line.quantity.isExact {
      members.append(("quantity_high", .string(line.quantity.high.exactText())))
    }
    if let discount = line.discount { members.append(("discount", .string(discount.name))) }
    let rate = line.rate
    members.append(("rate", charged.place(of: rate)))
    if line.price.low != rate.price?.low || line.price.high != rate.price?.high {
      members.append(("rate_usd", Self.amount(line.price.low)))
      if !line.price.isExact { members.append(("rate_high_usd", Self.amount(line.price.high))) }
    }
    members.append(("usd", Self.amount(line.amount.low)))
    if !line.amount.isExact { members.append(("high_usd", Self.amount(line.amount.high))) }
    if hasArithmetic { addArithmetic(line, to: &members) }
    return .object(members)
  }

  private static func amount(_ amount: Money?) -> JSONValue {
    amount.map { .string($0.dollarText) } ?? .null
  }

  // MARK: Arithmetic

  /// Adds `terms`, `terms_high`, `exact_picodollars` and `rules`.
  ///
  /// What belongs to the high end is only there where it is something else.
  private mutating func addArithmetic(
    _ line: LineItem, to members: inout [(String, JSONValue)]
  ) {
    let derivation = line.derivation
    members.append(("terms", terms(derivation.low)))
    if !derivation.isExact { members.append(("terms_high", terms(derivation.high))) }
    let (low, high) = (Self.fraction(line, .low), Self.fraction(line, .high))
    if let low { members.append(("exact_picodollars", .string(low))) }
    if let high, high != low { members.append(("exact_picodollars_high", .string(high))) }
    var rules: [JSONValue] = []
    for ruling in line.rulings { rules.append(rule(ruling)) }
    if !rules.isEmpty { members.append(("rules", .array(rules))) }
  }

  /// The amount before it is rounded, as a fraction; `nil` where nothing is rounded.
  private static func fraction(_ line: LineItem, _ end: End) -> String? {
    guard let exact = (try? line.exactAmount(end)) ?? nil, !exact.isWhole else { return nil }
    return "\(exact.numerator)/\(exact.denominator)"
  }

  private mutating func terms(_ derivation: Derivation) -> JSONValue {
    var terms: [JSONValue] = []
    for term in derivation.terms {
      terms.append(
        .array([
          .string(Self.id(of: term.operation)), .string(term.value.exactText()),
          .string(term.unit), .string(term.name), basis(term.basis),
        ]))
    }
    return .array(terms)
  }

  private mutating func rule(_ ruling: Ruling) -> JSONValue {
    let (rule, subject, value) =
      switch ruling.rule {
      case .billing(let phase, let billing): ("billing", phase.rawValue, billing.rawValue)
      case .increment(let step): ("increment", "seconds", step.decimalText)
      case .minimumCharge(let minimum): ("minimum-charge", "seconds", minimum.decimalText)
      }
    return .array([.string(rule), .string(subject), .string(value), basis(ruling.basis)])
  }

  /// The place of a citation, or a word.
  private mutating func basis(_ basis: Basis) -> JSONValue {
    switch basis {
    case .stated(let citation): cited.place(of: citation)
    case .assumed: .string("assumed")
    case .ours: .string("ours")
    case .computed: .string("computed")
    }
  }

  private static func id(of operation: Derivation.Operation) -> String {
    switch operation {
    case .plus: "plus"
    case .minus: "minus"
    case .times: "times"
    case .over: "over"
    }
  }

  // MARK: No invoice

  /// Why an offer has no invoice for a workload.
  package static func json(
    offer: String, workload: String, _ reason: NotApplicable
  ) -> JSONValue {
    .object([
      ("offer", .string(offer)), ("workload", .string(workload)),
      ("reason", .string(id(of: reason))),
    ])
  }

  /// A short stable name for programs.
  private static func id(of reason: NotApplicable) -> String {
    switch reason {
    case .needsTokens: "needs-tokens"
    case .needsRequests: "needs-requests"
    case .needsCount: "needs-count"
    case .noPrice: "no-price"
    case .needsTraffic: "needs-traffic"
    case .needsThroughput: "needs-throughput"
    case .needsGPUs: "needs-gpus"
    case .noRate: "no-rate"
    }
  }
}

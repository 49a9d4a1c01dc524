import Diagnostics
import Pricing

/// Writes a dated entry behind the newest one of its kind, as a person would.
struct EntryWriter {
  let change: Repricing
  let card: RateCardNodes
  let listed: ListedOffer

  /// The day to say that the entry was recorded, where that is not the day of its source.
  let recorded: CalendarDate?

  /// The file, with the entry once it is written.
  var text: EditedText

  init(
    change: Repricing, card: RateCardNodes, listed: ListedOffer, recorded: CalendarDate?
  ) {
    self.change = change
    self.card = card
    self.listed = listed
    self.recorded = recorded
    text = EditedText(card.file.bytes)
  }

  /// Writes the entry.
  mutating func write() throws(Repricing.Refusal) -> (lines: [String], location: SourceLocation) {
    switch change.subject {
    case .rate(let unit): try writeRate(for: try self.unit(unit))
    case .rule(let key): try writeRules(changing: key)
    }
  }

  // MARK: Prices

  private func unit(_ asked: RateUnit?) throws(Repricing.Refusal) -> RateUnit {
    let units = RateUnit.allCases.filter(listed.history.units.contains)
    let names = units.map(\.rawValue).joined(separator: ", ")
    if let asked {
      guard units.contains(asked) else {
        throw Repricing.Refusal(
          SourceLocation(file: "--unit"), "'\(change.offer)' has no price per \(asked.rawValue)",
          hint: "write one of \(names)")
      }
      return asked
    }
    guard units.count == 1 else {
      throw Repricing.Refusal(
        SourceLocation(file: "breakeven"), "'\(change.offer)' has several prices",
        hint: "add --unit with one of \(names)")
    }
    return units[0]
  }

  private mutating func writeRate(
    for unit: RateUnit
  ) throws(Repricing.Refusal) -> (lines: [String], location: SourceLocation) {
    let key = unit.key(
      in: listed.history.rates.last { $0.value.unit == unit }?.value.foreign?.currency)
    guard case .sequence(let items)? = card.offer["rates"]?.content, let last = items.last
    else { preconditionFailure("an offer with a price has an entry for it") }
    let newest = try newest(of: items, key)
    guard let present = newest[key] else { preconditionFailure("it was found by its key") }
    let value = Self.price(change.value.text)
    guard let expected = Self.price(change.expected.text) else {
      throw Self.noPrice(change.expected)
    }
    guard value != nil else { throw Self.noPrice(change.value) }
    guard expected == Self.price(present.text ?? "") else {
      throw change.mismatch(present.text ?? "", at: present.location)
    }
    let day = listed.history.rates.last {
      $0.value.unit == unit && $0.value.condition == PriceCondition.condition(of: newest)
    }?.value.day
    try change.checkDay(after: day, at: present.location)
    if newest["to"] != nil {
      throw Repricing.Refusal(
        newest.location, "the newest entry ends by itself, with 'to'",
        hint: "remove 'to' if the new price follows at once, else write the entry by hand")
    }
    return insert(fields(like: newest, key: key), after: last)
  }

  /// The newest entry with a price in a unit, under the condition that is asked for.
  private func newest(of items: [YAMLNode], _ key: String) throws(Repricing.Refusal) -> YAMLNode {
    let priced = items.filter { $0[key] != nil }
    let asked = PriceCondition(change.condition)
    if let found = priced.last(where: { PriceCondition(of: $0) == asked }) { return found }
    guard let last = priced.last else {
      throw Repricing.Refusal(
        card.offer.location, "'\(change.offer)' has no such price of its own",
        hint: "name the offer that states it")
    }
    var known: [String] = []
    for condition in priced.map({ PriceCondition(of: $0) }) where !known.contains(condition.text) {
      known.append(condition.text)
    }
    let all = known.map { $0.isEmpty ? "no --when" : "--when '\($0)'" }.joined(separator: ", or ")
    throw Repricing.Refusal(
      change.condition.first?.location ?? last.location,
      asked.text.isEmpty
        ? "every price of '\(change.offer)' in this unit is under a condition"
        : "'\(change.offer)' has no price under '\(asked.text)'",
      hint: "write \(all)")
  }

  private static func noPrice(_ given: GivenValue) -> Repricing.Refusal {
    Repricing.Refusal(
      given.location, "\(Mistake.quoted(given.text)) is not a price",
      hint: "write dollars like 3.49, a range like '3 to 4', or 'not stated'")
  }

  /// A price as it is read, so that 3.5 and 3.50 are the same; `nil` for what is none.
  private static func price(_ text: String) -> Bounds<Money>?? {
    guard let stated = try? Stated(text, bound: ExactDecimal.init(_:)) else { return nil }
    return try? stated.bounds { decimal throws(PricingError) in
      try Money(dollars: decimal.description)
    }
  }

  /// The keys and values of the entry, in the order of the newest one.
  private func fields(like last: YAMLNode, key: String) -> [(key: String, value: String)] {
    let order = last.keys.map(\.value)
    var fields = [
      ("from", "\(change.from)"), (key, change.value.text), ("source", change.source.text),
    ]
    let condition = PriceCondition(of: last).flow
    if !condition.isEmpty { fields.insert(("when", condition), at: 1) }
    // What a price is for stays what it was.
    for key in CommitmentRates.keys + [PackageRates.key] {
      if let kept = last[key]?.text { fields.append((key, kept)) }
    }
    if let quote = change.quote { fields.append(("quote", Self.scalar(quote))) }
    if let recorded { fields.append(("recorded", "\(recorded)")) }
    func rank(_ key: String) -> Int {
      key == "from" && !order.contains(key) ? -1 : order.firstIndex(of: key) ?? order.count
    }
    return fields.enumerated()
      .sorted { (rank($0.element.0), $0.offset) < (rank($1.element.0), $1.offset) }
      .map(\.element)
  }

  /// A text as a YAML scalar that is safe on a line and between braces.
  static func scalar(_ text: String) -> String {
    let plain = text.unicodeScalars.allSatisfy { scalar in
      scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        || " .$%/()–-".unicodeScalars.contains(scalar)
    }
    let isWord =
      text.unicodeScalars.first.map { scalar in
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "$"
      } ?? false
    if plain, isWord, text.last != " ", !["true", "false", "yes", "no", "null"].contains(text) {
      return text
    }
    return "\""
      + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
      .replacing("\n", with: "\\n") + "\""
  }

  /// Puts an entry behind the last one of all prices.
  private mutating func insert(
    _ fields: [(key: String, value: String)], after last: YAMLNode
  ) -> (lines: [String], location: SourceLocation) {
    guard let rates = card.offer["rates"] else {
      preconditionFailure("an offer with a price has an entry for it")
    }
    let (lines, place) = text.append(
      fields.map { EditedText.Field($0.key, $0.value) }, to: rates, after: last)
    return (lines, location(of: place))
  }

  /// Puts an entry behind an item of a list between brackets, and says where.
  mutating func insert(_ entry: String, afterItem item: YAMLNode) -> SourceLocation {
    location(of: text.insert(entry, afterItem: item))
  }

  private func location(of place: EditedText.Place) -> SourceLocation {
    SourceLocation(file: card.file.path, line: place.line, column: place.column)
  }
}

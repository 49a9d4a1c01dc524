import Pricing

/// The text of a rate card, in the one layout that imports write and later imports add to.
enum CardText {
  /// The blanks in front of the dash of an offer.
  static let indent = 2

  /// The card of a provider with its offers.
  static func card(
    _ provider: String, _ offers: [(id: String, offer: ImportedOffer)], of origin: PriceList.Origin
  ) -> String {
    let version = origin.version.map { " \($0)" } ?? ""
    return """
      name: \(quoted("\(provider) (\(origin.kind.rawValue))"))
      summary: Prices of \(origin.kind.rawValue)\(version), imported.
      offers:

      """ + offers.map { block($0.id, $0.offer, of: origin) }.joined()
  }

  /// One offer; its rates come last, so that later ones can be added to them.
  static func block(_ id: String, _ offer: ImportedOffer, of origin: PriceList.Origin) -> String {
    let name = [offer.name, offer.key].first { !$0.allSatisfy(\.isWhitespace) } ?? "unnamed"
    var text = "  - id: \(id)\n    name: \(quoted(OfferName.inWords(name)))\n"
    if let machine = offer.machine { text += "    machine: \(words(machine))\n" }
    if let place = offer.origin { text += "    # The list has it from \(line(place))\n" }
    for key in offer.unexpressed { text += "    # Not expressed: \(line(key))\n" }
    if !offer.factors.isEmpty {
      text += "    adjustments:\n"
      for factor in offer.factors {
        text +=
          "      - {when: {\(factor.choice.axis.rawValue): \(factor.choice.value)}, "
          + "on: [tokens], factor: \(factor.factor.decimalText), source: \(origin.source)}\n"
      }
    }
    text += "    rates:\n"
    var groups: [(Condition, CalendarDate?)] = []
    for price in offer.prices
    where !groups.contains(where: { $0.0 == price.condition && $0.1 == price.from }) {
      groups.append((price.condition, price.from))
    }
    // An entry with prices under conditions alone has none for the kind that it leaves out either.
    let base = groups.firstIndex { $0.0.isAlways && $0.1 == nil } ?? 0
    // Of each condition the oldest first.
    for (place, (condition, from)) in groups.enumerated() {
      let prices = offer.prices.filter { $0.condition == condition && $0.from == from }
      text += entry(
        prices.map { ($0.unit, $0.price, $0.noise) }
          + (place == base ? missingKind(of: offer) : []),
        condition, from: from, source: origin.source)
    }
    return text
  }

  /// A model that only reads has a price for input alone; blank is not zero.
  private static func missingKind(of offer: ImportedOffer) -> [(RateUnit, Money?, String?)] {
    let kinds = Set(offer.prices.map(\.unit))
      .intersection([.millionInputTokens, .millionOutputTokens])
    guard kinds.count == 1 else { return [] }
    return [
      (kinds.contains(.millionInputTokens) ? .millionOutputTokens : .millionInputTokens, nil, nil)
    ]
  }

  /// A dated entry.
  static func entry(
    _ prices: [(unit: RateUnit, price: Money?, noise: String?)], _ condition: Condition,
    from: CalendarDate?, source: String
  ) -> String {
    let fields = fields(prices, condition, from: from, source: source)
    return fields.enumerated().map { index, field in
      "\(index == 0 ? "      - " : "        ")\(field.line)\n"
    }.joined()
  }

  /// What a dated entry says.
  static func fields(
    _ prices: [(unit: RateUnit, price: Money?, noise: String?)], _ condition: Condition,
    from: CalendarDate?, source: String
  ) -> [EditedText.Field] {
    let note = ListedPrices.note(prices.map { ($0.unit, $0.price) })
    var fields = [EditedText.Field("source", source, note: note)]
    if let from { fields.append(.init("from", "\(from)")) }
    if !condition.isAlways { fields.append(.init("when", "{\(words(condition))}")) }
    return fields
      + prices.map { unit, price, noise in
        .init(unit.key, ListedPrices.text(price), note: noise.map { "\($0) in the list" })
      }
  }

  private static func words(_ machine: ImportedOffer.Machine) -> String {
    let count = machine.count == 1 ? "" : "count: \(machine.count), "
    return "{name: \(quoted(machine.name)), \(count)detail: \(quoted(machine.detail))}"
  }

  /// A condition as a rate card writes it.
  private static func words(_ condition: Condition) -> String {
    // A word that to YAML is no value.
    var parts = condition.choices.map {
      "\($0.axis.rawValue): \($0.value == "null" ? quoted($0.value) : $0.value)"
    }
    if let input = condition.input {
      parts.append("\(input.isInclusive ? "input_from" : "input_over"): \(input.tokens)")
    }
    if let window = condition.window {
      if (window.start, window.end) != (0, 1440) {
        parts.append("hours: \(clock(window.start))-\(clock(window.end))")
      }
      if window.days.count < 7 || (window.start, window.end) == (0, 1440) {
        let days = Weekday.allCases.filter(window.days.contains).map(\.word)
        parts.append("days: [\(days.joined(separator: ", "))]")
      }
      parts.append("time_zone: UTC\(window.offset == 0 ? "" : zone(window.offset))")
    }
    return parts.joined(separator: ", ")
  }

  private static func zone(_ offset: Int) -> String {
    let (hours, minutes) = (abs(offset) / 60, abs(offset) % 60)
    return "\(offset < 0 ? "-" : "+")\(hours)\(minutes == 0 ? "" : ":\(minutes)")"
  }

  private static func clock(_ minute: Int) -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(two(minute / 60)):\(two(minute % 60))"
  }

  /// The source of the list.
  static func source(_ origin: PriceList.Origin) -> String {
    let kind = origin.kind.rawValue
    let version = origin.version.map { " \($0)" } ?? ""
    // Rows of tables show the title, and 64 digits without a blank are wider than a column.
    return """
        - id: \(origin.source)
          # \(line(origin.files)), SHA-256 \(origin.hash)
          title: \(quoted("\(kind)\(version), SHA-256 \(origin.hash.prefix(12))"))
          publisher: \(kind)
          read: \(origin.read)
          url: \(origin.kind.address)

      """
  }

  /// A text of a list in one line: what no page can carry, or would end a comment, is replaced.
  private static func line(_ text: String) -> String {
    let scalars = text.unicodeScalars.map { $0 == "\n" || $0.isRefused ? "\u{FFFD}" : $0 }
    let line = String(String.UnicodeScalarView(scalars))
    guard line.refusedScalar != nil else { return line }
    return String(String.UnicodeScalarView(scalars.filter { !$0.isMark }))
  }

  /// A text between quotes, as YAML reads it.
  private static func quoted(_ text: String) -> String {
    "\"\(line(text).replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
  }

  /// A text as an id: lower case, digits, hyphens and points.
  static func identifier(_ text: String) -> String {
    var id = ""
    for scalar in text.lowercased().unicodeScalars {
      let isPlain = ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar)
      if isPlain {
        id.unicodeScalars.append(scalar)
      } else if !id.isEmpty, id.last != "-", id.last != "." {
        id += scalar == "." ? "." : "-"
      }
    }
    while id.last == "-" || id.last == "." { id.removeLast() }
    return id.isEmpty ? "unnamed" : id
  }
}

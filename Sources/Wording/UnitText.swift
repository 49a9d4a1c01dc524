package import Pricing

/// The units, phases and lines of the engine in the reader's words.
package enum UnitText {
  /// What a rate is for: `per GPU-hour`.
  package static func per(_ unit: RateUnit) -> String { unit.per }

  /// So many of a unit: `1,440 GPU-hours`, `20 M input tokens`.
  package static func plural(_ unit: RateUnit, quantity: Ratio) -> String {
    quantity == .one ? unit.one : unit.many
  }

  /// What a rate charges for, as the head of its row.
  package static func label(_ unit: RateUnit) -> String { unit.label }

  /// A line of an invoice: `kept warm`.
  package static func line(_ kind: LineItem.Kind) -> String {
    switch kind {
    case .counted(let quantity): quantity.many
    case .phase(let phase): self.phase(phase)
    case .rounding: "rounding up"
    case .scaledToZero: "scaled to zero"
    case .held: "held beyond use"
    case .minimum: "up to the minimum"
    }
  }

  /// A line of an invoice, with its unit where a machine is charged by several, and with the part of a
  /// count that it is for: `active, GPU-seconds`, `requests, beyond 1,000,000`.
  package static func line(_ line: LineItem) -> String {
    var text = line.isOfPart ? "\(self.line(line.kind)), \(line.unit.many)" : self.line(line.kind)
    if line.beyond > 0 { text += ", beyond \(NumberText.whole(Int128(line.beyond)))" }
    return line.discount.map { "\(text), less \(discount($0))" } ?? text
  }

  /// A discount: `15 % (Enterprise agreement)`.
  package static func discount(_ discount: Discount) -> String {
    "\(NumberText.percent(discount.share, decimals: 6)) (\(discount.name))"
  }

  /// A phase of a machine: `idle tail`.
  package static func phase(_ phase: Phase) -> String {
    switch phase {
    case .waiting: "waiting for a machine"
    case .pulling: "pulling the image"
    case .loading: "loading the model"
    case .active: "active"
    case .idleTail: "idle tail"
    case .keptWarm: "kept warm"
    case .draining: "draining"
    }
  }

  /// How often: `once`, `twice`, `3 times`.
  package static func times(_ count: Int) -> String {
    count == 1 ? "once" : count == 2 ? "twice" : "\(NumberText.whole(count)) times"
  }

  /// A list in words: `a, b and c`.
  package static func list(_ words: [String], conjunction: String = "and") -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " \(conjunction) " + last
  }
}

extension String {
  /// The text with its first letter as a capital.
  package var capitalisedSentence: String { prefix(1).uppercased() + dropFirst() }

  /// The text with no line break inside a range such as `5.71–20.6M`, or before a unit of memory.
  package var keepingRangesTogether: String {
    // Most texts have neither, which their bytes say soonest.
    var text = self
    if utf8.contains(0xE2) { text.replace("–", with: "\u{2060}–\u{2060}") }
    if utf8.contains(UInt8(ascii: "G")) { text.replace(" GB", with: "\u{A0}GB") }
    return text
  }
}

import Messages
package import Pricing

/// The units, phases and lines of the engine in the reader's words.
package enum UnitText {
  /// What a rate is for: `per GPU-hour`.
  package static func per(_ unit: RateUnit) -> String { localized(name: unit.per) }

  /// So many of a unit: `1,440 GPU-hours`, `20 M input tokens`.
  package static func plural(_ unit: RateUnit, quantity: Ratio) -> String {
    localized(name: quantity == .one ? unit.one : unit.many)
  }

  /// One of what is counted: `image`.
  package static func one(_ quantity: Quantity) -> String { localized(name: quantity.one) }

  /// Many of what is counted: `images`.
  package static func many(_ quantity: Quantity) -> String { localized(name: quantity.many) }

  /// What a rate charges for, as the head of its row.
  package static func label(_ unit: RateUnit) -> String { localized(name: unit.label) }

  /// A line of an invoice: `kept warm`.
  package static func line(_ kind: LineItem.Kind) -> String {
    switch kind {
    case .counted(let quantity): many(quantity)
    case .phase(let phase): self.phase(phase)
    case .rounding: localized("rounding up")
    case .scaledToZero: localized("scaled to zero")
    case .held: localized("held beyond use")
    case .minimum: localized("up to the minimum")
    }
  }

  /// A line of an invoice, with its unit where a machine is charged by several, and with the part of a
  /// count that it is for: `active, GPU-seconds`, `requests, beyond 1,000,000`.
  package static func line(_ line: LineItem) -> String {
    var text = self.line(line.kind)
    if line.isOfPart { text += ", \(localized(name: line.unit.many))" }
    if line.beyond > 0 {
      text += ", \(localized("beyond \(NumberText.whole(Int128(line.beyond)))"))"
    }
    return line.discount.map { localized("\(text), less \(discount($0))") } ?? text
  }

  /// A discount: `15 % (Enterprise agreement)`.
  package static func discount(_ discount: Discount) -> String {
    "\(NumberText.percent(discount.share, decimals: 6)) (\(discount.name))"
  }

  /// A phase of a machine: `idle tail`.
  package static func phase(_ phase: Phase) -> String { name(phase, context: nil) }

  /// A phase as what a sentence is about, which languages other than English may say with an article.
  static func subject(_ phase: Phase) -> String { name(phase, context: "subject") }

  private static func name(_ phase: Phase, context: StaticString?) -> String {
    switch phase {
    case .waiting: localized("waiting for a machine", context: context)
    case .pulling: localized("pulling the image", context: context)
    case .loading: localized("loading the model", context: context)
    case .active: localized("active", context: context)
    case .idleTail: localized("idle tail", context: context)
    case .keptWarm: localized("kept warm", context: context)
    case .draining: localized("draining", context: context)
    }
  }

  /// How often: `once`, `twice`, `3 times`.
  package static func times(_ count: Int) -> String {
    switch count {
    case 1: localized("once")
    case 2: localized("twice")
    default: localized("\(NumberText.whole(count)) times")
    }
  }

  /// A list in words: `a, b and c`.
  ///
  /// - Parameters:
  ///   - words: What is listed.
  ///   - conjunction: What stands before the last one, in English: `and` or `or`.
  /// - Returns: The list.
  package static func list(_ words: [String], conjunction: String = "and") -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    let others = words.dropLast().joined(separator: ", ")
    return switch conjunction {
    case "and": localized("\(others) and \(last)")
    case "or": localized("\(others) or \(last)")
    default: "\(others) \(conjunction) \(last)"
    }
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

import Changes
import Content
import Messages
import Pricing
import Wording

/// A price, a rule or a price in proportion that is not what it was from a day on.
struct DatedChange: Sendable {
  /// What is another one now.
  enum Subject: Sendable {
    /// A price; there was none before where an offer began to charge for something.
    case price(old: Rate?, new: Rate)

    /// What one of the rules says.
    case rule(RuleKey, old: String, new: String)

    /// A price in proportion, which held for nobody before.
    case factor(Adjustment)
  }

  /// What is another one now.
  let subject: Subject

  /// The first day; where no source tells it, that of the source.
  let day: EvidenceDay

  /// The day on which it was written down.
  let recorded: CalendarDate

  /// Whether an author says that it was; else it is the day on which its source was read last.
  let isRecordStated: Bool

  /// Whether it begins after the day of the site, and prices nothing yet.
  let isAnnounced: Bool

  /// The id of the provider.
  let provider: String

  /// The offers that it is about, ids and names; the first one states it.
  let offers: [(id: String, name: String)]

  /// Who says so.
  let citation: Pricing.Citation?

  /// How many changes before it would have the same ``id``: a card may say the same thing twice.
  var twins = 0

  /// A name that no other change has, and that stays whatever else changes.
  ///
  /// It has the first day, the offer that states it, and what of that offer. Where no source tells the
  /// day, the source stands in its place.
  var id: String {
    let start = day.began.map { "\($0)" } ?? citation?.source ?? "\(day.date)"
    var parts: [String]
    switch subject {
    case .price(_, let new):
      parts = ["price", start, offers[0].id, new.unit.rawValue] + new.condition.parts
    case .rule(let rule, _, _): parts = ["rule", start, offers[0].id, rule.key]
    case .factor(let factor):
      parts =
        ["factor", start, offers[0].id] + factor.condition.parts + factor.quantities.map(\.id)
    }
    if twins > 0 { parts.append("\(twins + 1)") }
    return parts.joined(separator: "_")
  }
}

extension DatedChange {
  /// Whose it is: the offer, two of them, or the first of many.
  var names: String {
    let names = offers.map(\.name)
    return names.count > 2
      ? localized("\(names[0]) and \(names.count - 1) more") : UnitText.list(names)
  }

  /// What of it changes: `GPU time, batch`, `Idle timeout`.
  var title: String {
    switch subject {
    case .price(_, let new):
      [UnitText.label(new.unit), ConditionText.words(new.condition)].filter { !$0.isEmpty }
        .joined(separator: ", ")
    case .rule(let rule, _, _): rule.title
    case .factor(let factor): ConditionText.words(factor).capitalisedSentence
    }
  }

  /// What it was: an amount with the digits of the new one, what a rule said, or `base price`.
  var before: String {
    switch subject {
    case .price(let old, let new):
      old.map { Self.text($0, beside: new) } ?? localized("none", context: "price")
    case .rule(_, let old, _): old
    case .factor: localized("base price")
    }
  }

  /// What it is from that day on.
  var now: String {
    switch subject {
    case .price(let old, let new): Self.text(new, beside: old)
    case .rule(_, _, let new): new
    case .factor(let factor): ConditionText.factor(factor)
    }
  }

  /// What the price is for: `per GPU-hour`, `on all tokens`; `nil` for a rule.
  var unit: String? {
    switch subject {
    case .price(_, let new): UnitText.per(new.unit)
    case .rule: nil
    case .factor(let factor): ChangeWords.on(ConditionText.subject(factor))
    }
  }

  /// The change in one line: `Modal H100: $3.95 → $3.49 per GPU-hour from 1 December 2026`.
  var sentence: String {
    let what: String? =
      switch subject {
      case .price(_, let new): new.condition.isAlways ? nil : ConditionText.words(new.condition)
      case .factor(let factor): ConditionText.words(factor)
      case .rule(let rule, _, _): ChangeWords.inSentence(rule.title)
      }
    let head = [names, what].compactMap(\.self).joined(separator: ", ")
    let change = [before, "→", now, unit].compactMap(\.self).joined(separator: " ")
    return ChangeWords.since(day.began, "\(head): \(change)")
  }

  private static func text(_ rate: Rate, beside other: Rate?) -> String {
    guard let price = rate.price else { return localized("not stated") }
    let all = [price, other?.price].compactMap(\.self).flatMap { [$0.low, $0.high] }
    return AmountText.exactRange(
      price.low, price.high, decimals: AmountText.exactDecimals(of: all))
  }
}

extension Condition {
  /// The condition as words of an id, none of them a part of another one.
  fileprivate var parts: [String] {
    var parts = choices.map { "\($0.axis.rawValue)-\($0.value)" }
    if let input { parts.append("input-\(input.isInclusive ? "from" : "over")-\(input.tokens)") }
    if let beyond { parts.append("beyond-\(beyond)") }
    if let window {
      let days = Weekday.allCases.filter(window.days.contains).map(\.word)
      parts.append((days + ["\(window.start)", "\(window.end)"]).joined(separator: "-"))
      if window.offset != 0 {
        parts.append("\(window.offset < 0 ? "behind" : "ahead")-\(abs(window.offset))")
      }
    }
    return parts
  }
}

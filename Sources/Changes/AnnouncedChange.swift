import Messages
package import Pricing
import Wording

/// A price, a price in proportion, a rule or a discount of one's own that is known to be another one
/// from a later day on.
package struct AnnouncedChange: Hashable, Sendable {
  /// What will be another one, and from when on: the same as long as it is announced.
  package struct Subject: Hashable, Sendable {
    /// `price`, `factor`, `rule` or `discount`.
    package let kind: String

    /// The id of the offer.
    package let offer: String

    /// The unit of a price, what a factor is on, the key of a rule, or the name of a discount.
    package let of: String

    /// The condition in words; empty for the base.
    package let when: String

    /// The first day on which it holds.
    package let from: CalendarDate
  }

  /// What something is, in words, and exactly where it is a number.
  package struct Value: Hashable, Sendable {
    /// For readers.
    package let text: String

    /// Both ends as decimals or fractions; `nil` of words, or where nobody states them.
    package let ends: Ends<String>?
  }

  /// What will be another one.
  package let subject: Subject

  /// The offer's name.
  package let name: String

  /// What of it, in words: `per GPU-hour`, `batch, on all tokens`, `idle timeout`.
  package let title: String

  /// What holds until then.
  package let before: Value

  /// What holds from then on.
  package let now: Value

  /// The id of the source that says so; empty where none is named.
  package let source: String
}

extension AnnouncedChange {
  /// What is announced of an offer, prices first.
  ///
  /// - Parameters:
  ///   - offer: The offer as it is now.
  ///   - rates: Its prices to come, oldest first.
  ///   - rules: Its rules to come, oldest first.
  ///   - factors: Prices in proportion that hold later.
  /// - Returns: What differs from what holds before it.
  package static func all(
    of offer: Offer, rates: [Rate], rules: [ScalingRules], factors: [Adjustment]
  ) -> [AnnouncedChange] {
    prices(of: offer, rates) + factors.compactMap { factor(of: offer, $0) }
      + policies(of: offer, rules)
  }

  /// What a discount of one's own is to take off an offer from a day on.
  package static func discount(
    _ discount: Discount, of offer: Offer, from day: CalendarDate
  ) -> AnnouncedChange {
    let share = discount.share.exactText()
    return AnnouncedChange(
      subject: Subject(kind: "discount", offer: offer.id, of: discount.name, when: "", from: day),
      name: offer.name, title: localized("\(discount.name), a discount of our own"),
      before: Value(text: localized("none", context: "discount"), ends: nil),
      now: Value(
        text: NumberText.percent(discount.share, decimals: 6), ends: Ends(low: share, high: share)),
      source: "")
  }

  private static func prices(of offer: Offer, _ rates: [Rate]) -> [AnnouncedChange] {
    var latest: [Rate.Series: Rate] = [:]
    for rate in offer.ratesInForce(on: nil) { latest[rate.series] = rate }
    return rates.compactMap { rate in
      let old = latest.updateValue(rate, forKey: rate.series)
      guard old?.hasPrice(of: rate) != true else { return nil }
      let when = ConditionText.words(rate.condition)
      return AnnouncedChange(
        subject: Subject(
          kind: "price", offer: offer.id, of: rate.unit.rawValue, when: when, from: rate.day.date),
        name: offer.name, title: joined(when, UnitText.per(rate.unit)),
        before: old.map { price($0, beside: rate) }
          ?? Value(text: localized("none", context: "price"), ends: nil),
        now: price(rate, beside: old), source: rate.citation.source)
    }
  }

  private static func factor(of offer: Offer, _ factor: Adjustment) -> AnnouncedChange? {
    guard let from = factor.from else { return nil }
    let (when, subject) = (ConditionText.words(factor), ConditionText.subject(factor))
    return AnnouncedChange(
      subject: Subject(kind: "factor", offer: offer.id, of: subject, when: when, from: from),
      name: offer.name, title: joined(when, ChangeWords.on(subject)),
      before: Value(text: localized("base price"), ends: nil),
      now: Value(
        text: ConditionText.factor(factor),
        ends: factor.factor.map { Ends(low: $0.low.exactText(), high: $0.high.exactText()) }),
      source: factor.citation.source)
  }

  private static func policies(of offer: Offer, _ rules: [ScalingRules]) -> [AnnouncedChange] {
    var policy = offer.rules(on: nil)?.policy ?? ScalingPolicy()
    var changes: [AnnouncedChange] = []
    for new in rules {
      for (rule, old, now) in RuleKey.differences(policy, new.policy) {
        guard let from = new.day?.date else { continue }
        changes.append(
          AnnouncedChange(
            subject: Subject(kind: "rule", offer: offer.id, of: rule.key, when: "", from: from),
            name: offer.name, title: ChangeWords.inSentence(rule.title),
            before: Value(text: old, ends: nil), now: Value(text: now, ends: nil),
            source: new.citation(of: rule.subject)?.source ?? ""))
      }
      policy = new.policy
    }
    return changes
  }

  private static func joined(_ condition: String, _ rest: String) -> String {
    [condition, rest].filter { !$0.isEmpty }.joined(separator: ", ")
  }

  /// A price with the digits of the one beside it.
  private static func price(_ rate: Rate, beside other: Rate?) -> Value {
    guard let price = rate.price else { return Value(text: localized("not stated"), ends: nil) }
    let all = [price, other?.price].compactMap(\.self).flatMap { [$0.low, $0.high] }
    return Value(
      text: AmountText.exactRange(
        price.low, price.high, decimals: AmountText.exactDecimals(of: all)),
      ends: Ends(low: price.low.dollarText, high: price.high.dollarText))
  }
}

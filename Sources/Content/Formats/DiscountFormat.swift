public import Diagnostics
public import Pricing

/// A discount that the publisher of a site has been granted, and what it is taken off.
public struct OwnDiscount: Hashable, Sendable {
  /// What is taken off, and from which prices of an offer.
  public let discount: Discount

  /// The id of the provider that grants it; `nil` for any.
  public let provider: Located<String>?

  /// The id of the offer that it is for, as its rate card has it; `nil` for any.
  public let offer: Located<String>?

  /// The first day on which it holds; `nil` where it always has.
  public let from: CalendarDate?

  /// The first day on which it no longer holds; `nil` for none.
  public let to: CalendarDate?

  /// Where its entry stands.
  public let location: SourceLocation

  /// Whether it holds on a day; on a day that nobody knows, all do.
  func holds(on day: CalendarDate?) -> Bool {
    guard let day else { return true }
    return from.map { $0 <= day } ?? true && to.map { day < $0 } ?? true
  }

  /// Whether an offer of a rate card is among those it is for.
  func isFor(_ offer: Offer) -> Bool {
    self.offer.map { $0.value == offer.card } ?? true
      && provider.map { $0.value == offer.provider } ?? true
  }

  /// Whether there are days on which both hold.
  func overlaps(_ other: OwnDiscount) -> Bool {
    func ends(_ one: OwnDiscount, before other: OwnDiscount) -> Bool {
      guard let end = one.to, let start = other.from else { return false }
      return end <= start
    }
    return !ends(self, before: other) && !ends(other, before: self)
  }
}

extension Offer {
  /// The offer with those discounts of a site taken off that are for it and hold on a day.
  ///
  /// - Parameters:
  ///   - discounts: Those of the site, in the order in which they are taken off.
  ///   - day: The day whose prices hold.
  /// - Returns: The offer; the list prices in it are what they were.
  public func less(_ discounts: [OwnDiscount], on day: CalendarDate?) -> Offer {
    guard !discounts.isEmpty else { return self }
    var offer = self
    offer.discounts = discounts.filter { isLess($0) && $0.holds(on: day) }.map(\.discount)
    return offer
  }

  /// Whether a discount of the site lowers any of the prices, on days on which it holds.
  public func isLess(_ own: OwnDiscount) -> Bool {
    own.isFor(self) && rates.contains { own.discount.concerns($0.unit) }
  }
}

/// The key `discounts:` of `content/site.yaml`.
enum DiscountFormat {
  static let key = "discounts"

  /// What stands for the time of machines beside the quantities.
  private static let time = "time"

  static let shape = Shape(
    "discount", "What is granted to whoever publishes the site, off the list prices.",
    [
      Field(
        "name", .line, .required, "What it is called on invoices.",
        example: "Enterprise agreement"),
      Field(
        "off", .percent, .required, "The part of the price that is taken off, below 100 %.",
        example: "15 %"),
      Field(
        "provider", .identifier, .optional, "The provider whose offers it is for; any if left out.",
        example: "modal"),
      Field(
        "offer", .identifier, .optional, "The one offer that it is for.", example: "modal-h100"),
      Field(
        "on", .list(of: .choice([time] + Quantity.allCases.map(\.id))), .optional,
        "What it is taken off, with its parts: the time of machines, or what is counted. Every price "
          + "if left out; never what a month costs at least.", example: "[time]"),
      Field(
        "from", .date, .optional, "The first day on which it holds.", example: "2026-01-01"),
      Field(
        "to", .date, .optional, "The first day on which it no longer holds.",
        example: "2027-01-01"),
    ])

  static func discounts(_ entries: [Mapping], into findings: inout Findings) -> [OwnDiscount] {
    entries.compactMap { entry in
      let (from, to) = (entry.date("from"), entry.date("to"))
      if let from, let to, to.value <= from.value {
        findings.error(
          to.location, "'\(to.value)' is not after '\(from.value)'",
          hint: "write the first day on which it no longer holds, or leave it out")
      }
      if let provider = entry.text("provider"), entry.has("offer") {
        findings.error(
          provider.location, "a discount of a provider and of one offer",
          hint: "leave out 'provider', the offer has one")
      }
      guard let name = entry.text("name"), let off = entry.percent("off"),
        let share = share(off, &findings)
      else { return nil }
      let subjects = entry.texts("on").compactMap { word -> Discount.Subject? in
        word.value == time ? .time : Quantity(id: word.value).map(Discount.Subject.counted)
      }
      return OwnDiscount(
        discount: Discount(name: name.value, share: share, subjects: subjects),
        provider: entry.text("provider"), offer: entry.text("offer"), from: from?.value,
        to: to?.value, location: entry.location)
    }
  }

  private static func share(
    _ off: Located<ExactDecimal>, _ findings: inout Findings
  ) -> Ratio? {
    let share = findings.exact(off.location) { () throws(PricingError) in try off.value.ratio() }
    guard let share else { return nil }
    guard share > .zero, share < .one else {
      findings.error(
        off.location,
        share == .zero ? "a discount of nothing" : "a discount that leaves nothing of the price",
        hint: share == .zero ? "remove it" : "write less than 100 %")
      return nil
    }
    return share
  }
}

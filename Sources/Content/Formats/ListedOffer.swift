public import Diagnostics
public import Pricing

/// An offer as a rate card lists it.
public struct ListedOffer: Hashable, Sendable {
  /// What the engine prices.
  public let offer: Offer

  /// Prices and rules that begin after the day of the site, and price nothing.
  public let announced: Announcement

  /// All prices and rules that are known on the day of the site, oldest first, also announced ones.
  public let history: History

  /// What the card says of it in the site's own fields, in the order of the site: what is said of
  /// the offer, or else what is said of all.
  public internal(set) var fields: [FieldValue]

  /// The id of the offer whose rules these are: its own, or that of the one it is `like`.
  public let statesRules: String

  /// Every source that the offer cites, with its place.
  public let cited: [Located<String>]

  /// Where its id stands.
  public let location: SourceLocation

  /// The offer with all that is known of it, also what is announced; which of it holds is for the day
  /// to say on which it is priced.
  var known: Offer {
    var known = offer
    known.rates = history.rates.map(\.value)
    known.rules = history.rules.map(\.value)
    return known
  }
}

/// What will hold of an offer from a later day than the site's.
public struct Announcement: Hashable, Sendable {
  /// Prices to come, oldest first.
  public let rates: [Rate]

  /// Rules to come, oldest first.
  public let rules: [ScalingRules]
}

/// The dated prices and rules of an offer, as far as they were known on the day of the site.
public struct History: Hashable, Sendable {
  /// Prices in the author's order: oldest first within a unit.
  public let rates: [Dated<Rate>]

  /// Rules, oldest first.
  public let rules: [Dated<ScalingRules>]

  /// What the offer charges for on any day, known or not.
  public let units: Set<RateUnit>

  /// The first day on which a price is stated to hold, known or not.
  public let begins: CalendarDate?
}

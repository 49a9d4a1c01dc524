/// A provider and what it sells: one file in `content/rate-cards/`.
public struct RateCard: Hashable, Sendable {
  /// The id, which is the name of the file.
  public let id: String

  /// The name as readers know it.
  public let name: String

  /// Its own site, if it has one.
  public let website: String?

  /// The colour of its offers in charts, from 1; `nil` for one that is made from its id.
  public let colour: Int?

  /// How it bills, in a sentence or two.
  public let summary: String

  /// What it sells, in the author's order.
  public let offers: [ListedOffer]

  /// What it says of all that it sells in the site's own fields, in the order of the site.
  public let fields: [FieldValue]
}

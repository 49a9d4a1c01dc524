import Content
import Diagnostics
import Pricing

/// The prices that were read too long ago, as `breakeven list --stale` shows them.
struct StalePrices {
  private let age: EvidenceAge
  private let prices: [EvidenceAge.Stale]

  /// Looks through the prices of a site.
  init(_ age: EvidenceAge, in content: SiteContent) {
    self.age = age
    prices = age.stale(in: content)
  }

  /// An aligned table, the longest ago first; one line if there is none.
  var text: String {
    guard !prices.isEmpty else {
      return "no price was read more than \(age.most) days before \(age.today)\n"
    }
    var table = TextTable([
      ("days", .right), ("read", .left), ("offer", .left), ("rate", .left), ("source", .left),
    ])
    for price in prices {
      table.add([
        "\(price.days)", "\(price.source.read)", price.offer.id, RateText.price(price.rate),
        price.source.id,
      ])
    }
    return table.text()
  }

  /// The same as one object.
  var json: JSONValue {
    .object([
      ("today", .string("\(age.today)")), ("max_age_days", .number(age.most)),
      (
        "rates",
        .array(
          prices.map { price in
            .object([
              ("offer", .string(price.offer.id)), ("days", .number(price.days)),
              ("read", .string("\(price.source.read)")), ("rate", RateText.json(price.rate)),
            ])
          })
      ),
    ])
  }
}

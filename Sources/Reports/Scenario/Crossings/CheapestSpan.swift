import Templates

/// One stretch of the driver on which one offer is the cheapest.
struct CheapestSpan: TemplateModel {
  /// The stretch, such as `20.6M to 265M tokens a month`.
  let range: String

  /// The offer that wins on it.
  let offer: String

  /// How that offer bills, such as `per second, scales to zero`.
  let billingModel: String

  /// What it costs at both ends of the stretch, such as `$309–618 to $1,440 a month`.
  let cost: String

  /// The link to where the cost comes about: the crossings of the curves, or else the invoices.
  let costLink: LinkTarget

  /// The link to where the offer is described.
  let link: LinkTarget?

  /// The classes of the lines in the chart of all that may win, such as `s1`.
  let hues: [String]

  static let variable = "span"
}

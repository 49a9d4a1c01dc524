import Pricing

/// Members that several kinds of data files have.
enum CommonFields {
  /// The day of a rate or a rule, under the one key that says what happened on it.
  static let day: [DataField] = [
    .optional("from", .date, "The day on which it begins, as a source states it."),
    .optional(
      "published", .date,
      "The day on which its source was published, where no source says when it begins."),
    .optional("copied", .date, "The day of the copy that was read, where the source bears none."),
    .optional(
      "read", .date,
      "The day on which the source was read, where neither it nor its copy bears one."),
  ]

  /// The words that a figure rests on.
  static let evidence: [DataField] =
    [
      DataField("source", .id, "The id of the source in content/sources.yaml.")
    ] + words

  static let words: [DataField] = [
    .optional("quote", .text, "The words of the source that state it."),
    .optional(
      "worked_out", .text,
      "The arithmetic from those words to the figure, where they do not hold it."),
  ]

  /// For how long a machine is paid, used or not.
  static let term: [DataField] = [
    .optional("term_months", .whole, "For how many months a buyer commits to a machine."),
    .optional(
      "renewal_months", .whole, "By how many months that goes on where the work takes longer."),
    .optional(
      "amortised_months", .whole, "Over how many months the price of a machine is spread."),
  ]

  /// A price in another currency than dollars, and by what it was converted.
  static let foreign: [DataField] = [
    .optional(
      "currency", .choice(Currency.allCases.map(\.code)),
      "The currency in which the price is quoted, where these are no dollars."),
    .optional("quoted", .exact, "The price in that currency, the low end."),
    .optional("quoted_high", .exact, "The high end, where it is another one."),
    .optional("exchange_rate", .exact, "US dollars for one unit of the currency."),
    .optional("exchange_day", .date, "The day from which on that exchange rate holds."),
  ]

  static let unit = DataType.choice(RateUnit.allCases.map(\.rawValue))
  static let billing = DataType.choice(BillingModel.allCases.map(\.rawValue))
}

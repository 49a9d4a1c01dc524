import Encoders
import Templates

/// One offer on its provider's page.
struct OfferSheet: TemplateModel {
  /// The offer's id, which is its anchor too.
  let id: String

  /// The offer's name.
  let name: String

  /// What it counts, such as `per replica-hour`.
  let meter: String

  /// What it charges.
  let rates: RateTable

  /// Which phases of a machine's life are billed, in the order of time; empty for a token meter.
  let phases: [PhaseState]

  /// What one gets, how the meter counts, what the offer allows, and prices in proportion, as far as anybody
  /// says anything about it.
  let facts: [FactTable]

  /// The day on which rules, features and proportions were last read, as a sentence.
  let factsRead: String?

  /// What its card says in fields of the site's own, a cell for each that the card has.
  let fields: [Table.Cell]

  /// The scenarios in which it is priced, the first of many.
  let usedIn: [PageLink]

  static let variable = "offer"
}

/// Whether a phase of a machine's life is billed.
struct PhaseState: TemplateModel {
  /// The phase, such as `idle tail`.
  let name: String

  /// `billed`, `free` or `not stated`.
  let state: String

  /// The class of the state: `billed`, `free` or `not-stated`.
  let kind: String

  static let variable = "phase"
}

/// Facts about an offer that belong together.
struct FactTable: TemplateModel {
  /// What the facts are about, such as `How it counts`.
  let title: String

  /// The facts.
  let facts: [OfferFact]

  static let variable = "table"
}

/// One fact about an offer, such as a rule by which its meter counts.
struct OfferFact: TemplateModel {
  /// What it is about, such as `Idle timeout`.
  let name: String

  /// Its value with the unit, or `not stated`.
  let value: String

  /// The words that state it, where they are about this fact alone.
  let quote: String?

  /// Where it was read.
  let citations: [Citation]

  static let variable = "fact"
}

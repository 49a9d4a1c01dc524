import Pricing

/// The ids that the program gives to elements: a word for the kind, and the ids of authors behind
/// it, with `_` between.
///
/// No author's id and no heading has a `_`, so no two of these are ever one, nor is any of them an
/// id of a template or a heading; and each begins with a letter, as ids of elements must.
enum Anchor {
  /// An offer, on the page of its provider and on those of invoices.
  static func offer(_ id: String) -> String { "offer_\(id)" }

  /// The rates of an offer.
  static func rates(_ offer: String) -> String { "rates_\(offer)" }

  /// An invoice, on the page of its scenario's arithmetic.
  static func invoice(offer: String, workload: String) -> String { "invoice_\(offer)_\(workload)" }

  /// What changes on a day, wherever it is listed.
  static func day(_ date: CalendarDate) -> String { "day_\(date)" }

  /// What changed on a day that no source tells.
  static let undatedChanges = "day_not-stated"

  /// A claim, on the page of all claims.
  static func claim(_ id: String) -> String { "claim_\(id)" }

  /// The claims of a file.
  static func claims(from file: String) -> String { "from_\(file)" }

  /// The comparison of a scenario, or what a chart draws.
  static func table(_ id: String) -> String { "table_\(id)" }

  /// A chart, wherever it is shown.
  static func chart(_ id: String) -> String { "chart_\(id)" }

  /// A chart's part of the gallery.
  static func kind(_ chart: String) -> String { "kind_\(chart)" }

  /// A public price list, on the page of conformance.
  static func list(_ id: String) -> String { "list_\(id)" }

  /// The crossings of a scenario.
  static func crossings(_ scenario: String) -> String { "crossings_\(scenario)" }

  /// The crossings of a scenario at each pair of ends.
  static func ends(_ scenario: String) -> String { "ends_\(scenario)" }

  /// What to take in a scenario.
  static func choice(_ scenario: String) -> String { "choice_\(scenario)" }

  /// A note under a table, by its mark.
  static func note(_ mark: String, under table: String) -> String { "note_\(table)_\(mark)" }

  /// The first cell that refers to a note.
  static func cell(ofNote note: String) -> String { "\(note)_cell" }

  /// A source in the list at the end of a page.
  static func source(_ number: Int) -> String { "source_\(number)" }
}

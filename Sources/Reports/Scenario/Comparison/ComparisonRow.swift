import Encoders
import Pricing
import Templates

/// What one offer costs for each workload.
struct ComparisonRow: TemplateModel {
  /// The offer's id in the scenario.
  let id: String

  /// The offer's name.
  let offer: String

  /// The offer's entry on its provider's page.
  let link: LinkTarget?

  /// Who sells it and what it counts, as far as no column says so: `Modal, per second`.
  var detail: String?

  /// The id of the rate card.
  let providerID: String

  /// What stands in the columns of words.
  let words: [Table.Cell]

  /// What its rate card says in fields of the site's own.
  let fields: [Table.Cell]

  /// Why it takes no part in the comparison; absent for an offer that does.
  let leftOut: String?

  /// One cell for each column that is shown.
  var cells: [ComparisonCell]

  /// Where the offer's rates were read.
  let citations: [Citation]

  /// What a narrow page says beside them; absent in a table that stays one.
  let sourcesLabel: String?

  /// Since when the rates hold; where no source tells, the days of the sources, named as such.
  let days: String?

  /// The last day of a rate in force, and what happened on it; absent where none is in force.
  let lastDay: EvidenceDay?

  /// What the price will be, and from when; absent where nothing is announced.
  let announced: String?

  static let variable = "row"
}

/// One amount, or the words for why there is none; or words of another column.
struct ComparisonCell: TemplateModel {
  /// The amount, or `not applicable`, or `not stated`; `$0` is an amount.
  let text: String

  /// The workload, which a narrow page says in every cell; absent where there are no others, and in
  /// a large table.
  var label: String?

  /// The number to sort by, in dollars; absent where a comparison would have no number.
  let value: String?

  /// The class: `words`, `amount cheapest`, `amount short`, `not-offered` or `not-stated`; absent for any
  /// other amount.
  let kind: String?

  /// How the amount compares to others, such as `lowest`.
  let badge: String?

  /// The same for programs.
  let standing: Standing

  /// What of the money goes into waiting, such as `95 % kept warm`.
  let detail: String?

  /// How the amount comes about, in a small table; absent where there is no invoice.
  let arithmetic: Arithmetic?

  /// Where that stands for the amounts of a large table.
  var link: LinkTarget?

  /// The text where it opens nothing and leads nowhere, else empty.
  let plain: String

  /// The notes under the table that concern this cell.
  let notes: [NoteReference]

  /// The same for programs.
  let exact: Table.Cell.Exact?

  /// The notes in full, for formats that have no marks.
  let sentences: [String]

  static let variable = "cell"
}

extension ComparisonCell {
  /// A cell of a column of words.
  init(words: String) {
    self.init(
      text: words, value: nil, kind: "words", badge: nil, standing: .none, detail: nil,
      arithmetic: nil, plain: words, notes: [], exact: nil, sentences: [])
  }
}

/// How an amount stands beside the others of its workload, among those that can take each other's
/// place.
enum Standing: String {
  /// It costs least for every value of every input.
  case lowest

  /// Others cost exactly as little.
  case tied = "lowest-tied"

  /// It depends on where in their ranges inputs lie.
  case candidate = "may-be-lowest"

  /// Another one costs less.
  case dearer

  /// It buys only a part of the work.
  case short = "not-enough"

  /// Nobody states how much it may be.
  case open

  /// The author compares it with nothing.
  case leftOut = "not-compared"

  /// There is no amount.
  case none = "not-applicable"
}

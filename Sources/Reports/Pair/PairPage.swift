import Encoders
import Templates

/// The page that puts two providers side by side.
struct PairPage: TemplateModel {
  /// What stands around the page.
  let frame: Frame

  /// The name of the page: `baseten-and-modal`.
  let id: String

  /// Both names.
  let title: String

  /// Who costs less, or on what that depends.
  let headline: String

  /// What is compared, and how.
  let basis: String

  /// The unit, the days of the prices and the order of the rows.
  let captionDetail: String

  /// The provider on the left.
  let first: PageLink

  /// The provider on the right.
  let second: PageLink

  /// Who costs less of each two offers that are held against each other, a sentence each.
  let pairings: [String]

  /// The same work on both, scenario by scenario.
  let groups: [PairGroup]

  /// The same bills as files.
  let costFiles: [PageLink]

  /// How to use them elsewhere.
  let costUse: EmbedUse?

  /// How both bill, rule by rule.
  let rules: [SideBySideRow]

  /// The unit and the days of the rates among them.
  let ruleDetail: String

  /// The same rules as files.
  let ruleFiles: [PageLink]

  /// How to use them elsewhere.
  let ruleUse: EmbedUse?

  /// Where curves of the two meet, a sentence for each two offers.
  let crossings: [CrossingLink]

  /// Where the rates and rules were read.
  let sources: [SourceEntry]

  static let variable = "page"
}

/// The workloads of one scenario on both providers.
struct PairGroup: TemplateModel {
  /// The scenario's title.
  let scenario: String

  /// The link to it.
  let link: LinkTarget

  /// Its workloads, in its order.
  let rows: [PairRow]

  static let variable = "group"
}

/// One workload on both providers.
struct PairRow: TemplateModel {
  /// The workload's name.
  let workload: String

  /// The other scenarios with the same two bills.
  let others: [PageLink]

  /// With which offer the same work costs less elsewhere on the page; absent where with none.
  let remark: String?

  /// What the left one charges, and for which offer.
  let first: OfferAmount

  /// What the right one charges, and for which offer.
  let second: OfferAmount

  /// How many times as much the dearer one costs, or why nobody can tell.
  let outcome: String

  /// `times` if the outcome is a number.
  let kind: String?

  static let variable = "row"
}

/// An amount with the offer that charges it.
struct OfferAmount: TemplateModel {
  /// The offer's id in its rate card.
  let id: String

  /// The offer's name in the scenario.
  let offer: String

  /// The amount or its range.
  let amount: String

  /// The link to the invoice.
  let link: LinkTarget

  /// The amount for programs.
  let exact: Table.Cell.Exact

  /// Whether it is certainly the lower one.
  let lowest: Bool

  /// Where its rates were read.
  let citations: [Citation]

  static let variable = "cell"
}

/// One rate or rule of two offers.
struct SideBySideRow: TemplateModel {
  /// What is compared, such as `Idle timeout`.
  let name: String

  /// Its value on the left.
  let first: SideBySideValue

  /// Its value on the right.
  let second: SideBySideValue

  static let variable = "row"
}

/// A value of one side, and who says so.
struct SideBySideValue: TemplateModel {
  /// The value; `does not apply` where the other meter has no such rule.
  let text: String

  /// Where it was read.
  let citations: [Citation]

  static let variable = "value"
}

/// The crossings of two offers in a sentence.
struct CrossingLink: TemplateModel {
  /// Where the curves meet, and what either costs there.
  let text: String

  /// The scenario's title.
  let scenario: String

  /// The link to the scenario's crossings.
  let link: LinkTarget

  static let variable = "crossing"
}

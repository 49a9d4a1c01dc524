import Messages
import Templates

/// The arithmetic behind an amount, which opens below it.
///
/// The one form in which the site, and the command line, show how a number comes about.
package struct Arithmetic: TemplateModel {
  /// The amount as it stands in its table or sentence.
  package let amount: String

  /// How the amount compares to others, such as `lowest`.
  package var badge: String?

  /// Whether it stands open from the start, where the arithmetic is the point.
  var isOpen = false

  /// What belongs to the amount, such as `per GPU-hour` or `95 % kept warm`.
  package var detail: String?

  /// What is worked out, one after the other.
  package let steps: [ArithmeticStep]

  /// What a reader has to know besides: rounding, what is left out.
  package let remarks: [String]

  /// What went in, and who says so; values with the same evidence stand together.
  package let inputs: [ArithmeticInput]

  /// What stands in place of a source.
  static var assumed: String { localized("assumed here; no source states it") }

  /// The same of what the publisher of the site has been granted.
  static var ours: String { localized("ours: granted to us, and no part of the list price") }

  package static let variable = "arithmetic"
}

/// A part of the arithmetic: a line of an invoice, a curve, a sum.
package struct ArithmeticStep: TemplateModel {
  /// What is worked out, such as `Kept warm`.
  package let title: String

  /// The class of what is paid for, such as `phase-kept-warm`; absent where it is no line.
  package var kind: String?

  /// `free`, or `not stated: free at the low end, billed at the high end`; absent where billed.
  package let state: String?

  /// The equations from top to bottom.
  package let equations: [Equation]

  package static let variable = "step"
}

/// One equation, at one end of a range or at both.
package struct Equation: TemplateModel, Hashable {
  /// `low` or `high` in the language of the site; absent where both ends have the same.
  package var end: String?

  /// The equation, such as `2 replicas × 720 h = 1,440 GPU-hours`.
  package let text: String

  package static let variable = "equation"
}

/// Values that rest on the same evidence.
package struct ArithmeticInput: TemplateModel {
  /// The values with their units, such as `$6.50 per GPU-hour from 28 May 2026`.
  package let values: String

  /// Who says so, and the day of that source; absent for what is assumed.
  package let source: String?

  /// The words of the source, as short as they prove it.
  package let quote: String?

  /// How the words lead to the value, where they do not state it.
  package let working: String?

  /// What stands in place of the source of what is assumed.
  package var assumed = Arithmetic.assumed

  /// The title of the source.
  package let title: String?

  /// The source's entry in the list of its page.
  let link: LinkTarget?

  package static let variable = "input"
}

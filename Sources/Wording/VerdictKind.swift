import Messages
package import Pricing

/// The kinds of verdicts that readers filter by; the raw value is a class of the page, and the
/// anchor behind `only_`.
package enum VerdictKind: String, CaseIterable, Sendable {
  case reproduced
  case restated
  case consistent
  case off
  case inconsistent
  case open

  /// The kind of a verdict.
  package init(_ verdict: Verdict) {
    self =
      switch verdict {
      case .reproduced: .reproduced
      case .restated: .restated
      case .consistent: .consistent
      case .offBy: .off
      case .notConsistent: .inconsistent
      case .cannotBeComputed: .open
      }
  }

  /// The verdict in a word or two.
  package var title: String {
    switch self {
    case .reproduced: localized("Reproduced")
    case .restated: localized("Restated")
    case .consistent: localized("Consistent")
    case .off: localized("Off")
    case .inconsistent: localized("Not consistent")
    case .open: localized("Cannot be computed")
    }
  }

  /// What it takes.
  package var meaning: String {
    switch self {
    case .reproduced:
      localized(
        "comes to the same from evidence outside its own words; a figure that is off by a tenth and by more "
          + "than it is rounded to would not")
    case .restated: localized("comes to the same, but from the words that state it")
    case .consistent:
      localized(
        "lies in a band, beside a neighbour, on its own side of a bound, or rests on a condition; "
          + "so would another figure")
    case .off: localized("rates and workloads come to something else")
    case .inconsistent: localized("other published figures come to something else")
    case .open: localized("an input is not stated")
    }
  }

  /// What so many figures are: `2 not consistent`.
  package var predicate: String {
    switch self {
    case .reproduced: localized("reproduced")
    case .restated: localized("restated")
    case .consistent: localized("only consistent")
    case .off: localized("off")
    case .inconsistent: localized("not consistent")
    case .open: localized("cannot be computed")
    }
  }

  /// The anchor at which a page shows nothing else; no id of a claim has an underscore.
  package var filter: String { "only_\(rawValue)" }
}

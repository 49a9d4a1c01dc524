import Messages
package import Pricing

/// For how long a machine is paid, in the reader's words.
package enum TermText {
  /// Months, in years where they are whole ones: `1 month`, `18 months`, `3 years`.
  package static func length(_ months: Int) -> String {
    let isYears = months.isMultiple(of: 12)
    let count = isYears ? months / 12 : months
    let number = NumberText.whole(count)
    return isYears
      ? localized(count, one: "\(number)\u{A0}year", other: "\(number)\u{A0}years")
      : localized(count, one: "\(number)\u{A0}month", other: "\(number)\u{A0}months")
  }

  /// What a buyer commits to, or over how long a purchase is spread; empty for other prices.
  package static func words(_ rate: Rate) -> String {
    if let months = rate.amortisation {
      return localized("over \(NumberText.whole(months))\u{A0}months")
    }
    guard let term = rate.term else { return "" }
    let length = length(term.months)
    return term.renewal == term.months
      ? localized("committed for \(length)")
      : localized("committed for \(length), then \(Self.length(term.renewal)) at a time")
  }

  /// That machines are paid for a term, and what that means for a month or a job.
  static func sentence(_ term: Term, isJob: Bool) -> String {
    let isMonthly = term == Term(months: 1)
    let length = length(term.months)
    guard isJob else {
      return localized(
        isMonthly
          ? "Paid by the month: machines are paid for all of the month, used or not."
          : "Committed for \(length): machines are paid for all of the month, used or not.")
    }
    let hours = NumberText.whole(term.months * 730)
    guard term.renewal == term.months else {
      return localized(
        "Committed for \(length): a job pays each machine for \(length) (\(hours) hours) at least, "
          + "then for \(Self.length(term.renewal)) at a time, used or not.")
    }
    return localized(
      isMonthly
        ? "Paid by the month: a job pays each machine for \(length) (\(hours) hours) or several of them, used or not."
        : "Committed for \(length): a job pays each machine for \(length) (\(hours) hours) or several of them, used or not."
    )
  }
}

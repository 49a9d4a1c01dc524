package import Pricing

/// For how long a machine is paid, in the reader's words.
package enum TermText {
  /// Months, in years where they are whole ones: `1 month`, `18 months`, `3 years`.
  package static func length(_ months: Int) -> String {
    let (count, unit) = months.isMultiple(of: 12) ? (months / 12, "year") : (months, "month")
    return "\(NumberText.whole(count))\u{A0}\(unit)\(count == 1 ? "" : "s")"
  }

  /// What a buyer commits to, or over how long a purchase is spread; empty for other prices.
  package static func words(_ rate: Rate) -> String {
    if let months = rate.amortisation { return "over \(NumberText.whole(months))\u{A0}months" }
    guard let term = rate.term else { return "" }
    return "committed for \(length(term.months))"
      + (term.renewal == term.months ? "" : ", then \(length(term.renewal)) at a time")
  }

  /// That machines are paid for a term, and what that means for a month or a job.
  static func sentence(_ term: Term, isJob: Bool) -> String {
    let isMonthly = term == Term(months: 1)
    let lead = isMonthly ? "Paid by the month" : "Committed for \(length(term.months))"
    guard isJob else { return "\(lead): machines are paid for all of the month, used or not." }
    let hours = NumberText.whole(term.months * 730)
    let rest =
      term.renewal == term.months
      ? "for \(length(term.months)) (\(hours) hours) or several of them"
      : "for \(length(term.months)) (\(hours) hours) at least, then for \(length(term.renewal)) at a time"
    return "\(lead): a job pays each machine \(rest), used or not."
  }
}

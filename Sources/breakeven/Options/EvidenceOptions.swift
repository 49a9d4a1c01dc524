import ArgumentParser
import Content
import Diagnostics
import Pricing

/// How long ago a price may have been read.
struct EvidenceOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      """
      How long ago prices may have been read, such as 60d; as in content/site.yaml if left out.
      """, valueName: "days"))
  var maxAge: String?

  @Option(
    help: ArgumentHelp(
      """
      The day from which on ages are counted back; the day of the site if left out, never the clock.
      """, valueName: "yyyy-mm-dd"))
  var today: String?

  /// The limit.
  ///
  /// - Parameters:
  ///   - settings: What the site says.
  ///   - usual: The days of a limit that neither says; `nil` for none.
  /// - Returns: `nil` where nobody asks for one.
  /// - Throws: ``Failure`` for what is no number of days, and for a day that is none.
  func age(of settings: SiteSettings, usual: Int? = nil) throws -> EvidenceAge? {
    let day = try PricingDay.read(today, flag: "--today") ?? settings.evidenceDay
    let most = try days() ?? settings.maxAgeDays ?? usual
    return most.map { EvidenceAge(atMost: $0, on: day) }
  }

  /// Refuses flags that are wrong, or that say nothing.
  ///
  /// - Throws: ``Failure``.
  func check() throws {
    _ = try days()
    _ = try PricingDay.read(today, flag: "--today")
  }

  private func days() throws -> Int? {
    guard let maxAge else { return nil }
    guard maxAge.last == "d", let days = Int(maxAge.dropLast()), (0...36_500).contains(days),
      !maxAge.hasPrefix("+"), !maxAge.hasPrefix("-")
    else {
      throw Failure([
        Diagnostic(
          .error, at: SourceLocation(file: "--max-age"), "'\(maxAge)' is not a number of days",
          hint: "write it like 60d")
      ])
    }
    return days
  }
}

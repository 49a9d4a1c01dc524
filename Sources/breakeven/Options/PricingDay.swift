import ArgumentParser
import Content
import Diagnostics
import Pricing

/// The day as of which the whole site is priced.
struct PricingDay: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      """
      The day as of which everything is priced, past or to come; as in content/site.yaml if left \
      out.
      """, valueName: "yyyy-mm-dd"))
  var on: String?

  /// The day, if one was given.
  ///
  /// - Throws: ``Failure`` if it is none.
  func date() throws -> CalendarDate? { try Self.read(on, flag: "--on") }

  /// The day as the key of a query.
  var values: [GivenValue] {
    on.map { [GivenValue("on", $0, at: SourceLocation(file: "--on"))] } ?? []
  }

  /// Reads the day that a flag was given.
  ///
  /// - Throws: ``Failure`` if it is none.
  static func read(_ text: String?, flag: String) throws -> CalendarDate? {
    guard let text else { return nil }
    do { return try CalendarDate(reading: text) } catch {
      throw Failure([error.diagnostic(at: SourceLocation(file: flag))])
    }
  }
}

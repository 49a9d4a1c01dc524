/// A kind of file that a site publishes, as `publish:` in `content/site.yaml` says.
public enum PublishedFamily: String, Hashable, Sendable, CaseIterable {
  /// Pages for readers.
  case pages

  /// Pages with the arithmetic of every amount.
  case invoices

  /// Tables as documents of their own, to embed.
  case tables

  /// Charts, on pages and to embed, that follow the reader's theme.
  case charts

  /// Charts that are always light.
  case lightCharts = "light-charts"

  /// Charts that are always dark.
  case darkCharts = "dark-charts"

  /// Charts as pictures of pixels, for slides and link previews; drawn by `rsvg-convert`, and so not
  /// published unless that is asked for.
  case png

  /// Invoices, rate cards, claims and the figures of charts, for programs.
  case data

  /// Tables for spreadsheets.
  case csv

  /// Tables for READMEs.
  case markdown

  /// Tables for programs.
  case json

  /// Pages as Markdown, beside those for readers: for language models, which read no layout.
  case twins

  /// What is published where an author says nothing: all that needs no other program and says nothing
  /// twice.
  public static let usual = Set(allCases).subtracting([.png, .twins])
}

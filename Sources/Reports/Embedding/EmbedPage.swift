import Templates

/// A table or a chart as a page without surroundings, for the frame of another page.
///
/// One of ``table`` and ``chart`` is present.
struct EmbedPage: TemplateModel {
  /// The language of the text, such as `en`.
  let language: String

  /// What it shows, for the browser's tab and for screen readers.
  let title: String

  /// What a browser may load for it: nothing but the site's own files.
  let policy = ContentPolicy.text([])

  /// The way back to the site's root, such as `../`.
  let root: String

  /// The address of what editors ask about it; absent where nobody knows that of the site.
  var oembed: String?

  /// The table, with its origin.
  var table: EmbeddedTable?

  /// The chart.
  var chart: ChartFigure?

  /// The page that a chart is from; absent for a table, which says it itself.
  var origin: PageLink?

  /// The publication's name, and the terms of use.
  let siteTitle: String
  let licence: String

  static let variable = "page"
  static let template = "pages/embedded.xhtml"
}

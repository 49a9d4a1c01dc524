import Templates

/// What stands around every page: the head, the masthead, the navigation, and the footer.
struct Frame: TemplateModel {
  /// The text of the browser's tab, with the site's title.
  let title: String

  /// One or two sentences for search results and link previews.
  let description: String

  /// The publication's name.
  let siteTitle: String

  /// What the publication is about, in half a line.
  let siteTagline: String

  /// The way from the page back to the site's root: empty, or `../` once for each folder.
  let root: String

  /// What a browser may load for the page.
  let policy: String

  /// The page's own absolute address, if the site knows where it will be published.
  let canonical: String?

  /// The same page as Markdown, beside it; absent where that is not published.
  let twin: String?

  /// The absolute address of a picture for link previews, if there is one.
  let preview: String?

  /// How much room a link preview gives it: `summary_large_image` with a picture, else `summary`.
  let card: String

  /// The absolute address of the feed of changes, if the site knows where it will be published.
  let feed: String?

  /// What search engines for data are told, as JSON; absent where the page holds no data set.
  let dataset: String?

  /// The language of the text, such as `en`.
  let language: String

  /// The kind of page, as a class for the stylesheet, such as `scenario`.
  let kind: String

  /// Whether tables of other pages stand on it, which have a style of their own.
  let embedsTables: Bool

  /// Whether it has a list with a field that leaves some of it.
  let filters: Bool

  /// The sections of the site, in reading order.
  let navigation: [PageLink]

  /// What the footer points to: data, feed, method.
  let footerLinks: [PageLink]

  /// The day that the youngest figure of the site was read, written out.
  let updated: String

  /// The terms under which text, tables and charts may be used.
  let licence: String

  static let variable = "frame"
}

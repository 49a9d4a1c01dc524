package import XML

/// The schemas that every published document follows.
package struct PublishedSchemas: Sendable {
  /// For pages.
  let page: Schema

  /// For pictures.
  let chart: Schema

  /// For what stands inside a page, such as a text from Markdown.
  package let fragment: Schema

  /// Joins the schemas.
  package init(page: Schema, chart: Schema, fragment: Schema) {
    self.page = page
    self.chart = chart
    self.fragment = fragment
  }
}

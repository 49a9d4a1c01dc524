import Templates

/// A link to a page or a file of the site.
struct PageLink: TemplateModel {
  /// What the link says.
  let title: String

  /// Where it leads, relative to the page that holds it.
  let link: String

  /// Whether it leads to the page that holds it, or to the section that page is in.
  var current = false

  static let variable = "link"
}

import Templates

/// A link to a page or a file of the site.
struct PageLink: TemplateModel {
  /// What the link says.
  let title: String

  /// Where it leads.
  let link: LinkTarget

  /// Whether it leads to the page that holds it, or to the section that page is in.
  let current: Bool

  static let variable = "link"

  init(title: String, link: LinkTarget, current: Bool = false) {
    self.title = title
    self.link = link
    self.current = current
  }

  /// A link to a file of the site.
  init(_ title: String, to path: String, anchor: String? = nil) {
    self.init(title: title, link: .file(path, anchor: anchor))
  }
}

import Templates

/// A number in the text that leads to the source of what stands before it.
struct Citation: TemplateModel {
  /// The number of the source in the page's list, such as `3`.
  let mark: String

  /// The link to the source's entry, such as `#source_3`.
  let link: LinkTarget

  /// The source's title, for readers who do not follow the link.
  let title: String

  static let variable = "citation"
}

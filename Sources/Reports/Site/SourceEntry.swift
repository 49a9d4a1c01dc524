import Templates

/// An entry in a page's list of sources.
struct SourceEntry: TemplateModel {
  /// The anchor that citations lead to, such as `source-3`.
  let id: String

  /// The number that citations show.
  let mark: String

  /// The title of the page, document or article.
  let title: String

  /// Who published it.
  let publisher: String

  /// When it was published, from when the copy is, when it was read, and whether it has no address.
  let details: String

  /// Its address; absent if nobody knows it.
  let link: String?

  /// For how long nobody has read it, where that is too long for the site; absent where it is not.
  let age: String?

  /// That its publisher sells what is priced here; absent if it does not.
  let interest: String?

  static let variable = "source"
}

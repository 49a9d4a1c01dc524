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

  /// The day it bears, written out; absent if it bears none.
  let dated: String?

  /// The day it was read, written out.
  let read: String

  /// Its address; absent if it is not on the web.
  let link: String?

  static let variable = "source"
}

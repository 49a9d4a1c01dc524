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

  static let modelName = "SourceEntry"
  static let variable = "source"
  static var fields: [Field<Self>] {
    [
      .text("id") { $0.id },
      .text("mark") { $0.mark },
      .text("title") { $0.title },
      .text("publisher") { $0.publisher },
      .optionalText("dated") { $0.dated },
      .text("read") { $0.read },
      .optionalText("link") { $0.link },
    ]
  }
}

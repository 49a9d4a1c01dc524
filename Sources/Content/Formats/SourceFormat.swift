public import Diagnostics
public import Pricing

/// A page or a document in which figures were read.
public struct SourceDocument: Hashable, Sendable {
  /// The id by which rates and assumptions cite it.
  public let id: String

  /// Its title.
  public let title: String

  /// Who published it.
  public let publisher: String

  /// The day it bears; `nil` if it bears none.
  public let published: CalendarDate?

  /// The day it was read.
  public let read: CalendarDate

  /// Its address; `nil` if it is not on the web.
  public let url: String?

  /// Where it is listed.
  public let location: SourceLocation
}

/// The format of `content/sources.yaml`.
public enum SourceFormat {
  /// The keys of one source.
  static let source = Shape(
    "source", "A page or a document in which figures were read.",
    [
      Field(
        "id", .identifier, .required, "The id by which rates cite it.", example: "modal-pricing"),
      Field("title", .line, .required, "Its title.", example: "Plan pricing"),
      Field("publisher", .line, .required, "Who published it.", example: "Modal"),
      Field("published", .date, .optional, "The day it bears.", example: "2026-05-28"),
      Field("read", .date, .required, "The day it was read.", example: "2026-11-20"),
      Field(
        "url", .address, .optional, "Its address, if it is on the web.",
        example: "https://example.com/pricing"),
    ])

  /// The keys of the file.
  public static let shape = Shape(
    "list of sources", "Where the figures of the site were read.",
    [Field("sources", .list(of: .shape(source)), .required, "The sources, in any order.")])

  static func sources(_ mapping: Mapping) -> [SourceDocument] {
    mapping.mappings("sources").compactMap { entry in
      guard let id = entry.text("id"), let title = entry.text("title"),
        let publisher = entry.text("publisher"), let read = entry.date("read")
      else { return nil }
      return SourceDocument(
        id: id.value, title: title.value, publisher: publisher.value,
        published: entry.date("published")?.value, read: read.value, url: entry.text("url")?.value,
        location: id.location)
    }
  }
}

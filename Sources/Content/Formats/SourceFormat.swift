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

  /// The day or the month it bears; `nil` if it bears none.
  public let published: CalendarDate?

  /// The day from which the copy is that was read; `nil` if the copy bears none.
  public let copied: CalendarDate?

  /// The day it was read.
  public let read: CalendarDate

  /// Its address; `nil` if it is not known.
  public let url: String?

  /// Where it is listed.
  public let location: SourceLocation

  /// The best that is known about when it says what it says.
  public var day: EvidenceDay {
    published.map(EvidenceDay.published) ?? copied.map(EvidenceDay.copied) ?? .read(read)
  }
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
      Field(
        "published", .dateOrMonth, .optional, "The day it bears, or the month.",
        example: "2026-05-28"),
      Field(
        "copied", .dateOrMonth, .optional,
        "The day from which the copy is that was read; left out where the copy bears none.",
        example: "2026-06-02"),
      Field("read", .date, .required, "The day it was read.", example: "2026-11-20"),
      Field(
        "url", .address, .optional, "Its address; left out where nobody knows it.",
        example: "https://example.com/pricing"),
    ])

  /// The keys of the file.
  public static let shape = Shape(
    "list of sources", "Where the figures of the site were read.",
    [Field("sources", .list(of: .shape(source)), .required, "The sources, in any order.")])

  /// Reads the sources.
  ///
  /// - Parameters:
  ///   - mapping: The file.
  ///   - updated: The day of the site; `nil` if it cannot be read.
  ///   - findings: Receives days in an order that cannot be.
  /// - Returns: Those that could be read.
  static func sources(
    _ mapping: Mapping, updated: CalendarDate?, into findings: inout Findings
  ) -> [SourceDocument] {
    mapping.mappings("sources").compactMap { entry in
      checkDays(of: entry, updated: updated, &findings)
      guard let id = entry.text("id"), let title = entry.text("title"),
        let publisher = entry.text("publisher"), let read = entry.date("read")
      else { return nil }
      return SourceDocument(
        id: id.value, title: title.value, publisher: publisher.value,
        published: entry.date("published")?.value, copied: entry.date("copied")?.value,
        read: read.value, url: entry.text("url")?.value, location: id.location)
    }
  }

  /// A source is published first, then copied, then read, and all of it before the day of the site.
  private static func checkDays(
    of entry: Mapping, updated: CalendarDate?, _ findings: inout Findings
  ) {
    var earlier: (key: String, day: CalendarDate)?
    for key in ["published", "copied", "read"] {
      guard let day = entry.date(key) else { continue }
      if let earlier, day.value < earlier.day {
        findings.error(
          day.location, "\(key) on \(day.value), before it was \(earlier.key) on \(earlier.day)",
          hint: "check both days")
      }
      earlier = (key, day.value)
    }
    if let read = entry.date("read"), let updated, read.value > updated {
      findings.error(
        read.location, "read on \(read.value), after \(updated), the day of the site",
        hint: "check the day, or write a later 'updated' in content/site.yaml")
    }
  }
}

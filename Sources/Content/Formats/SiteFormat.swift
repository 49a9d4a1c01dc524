public import Diagnostics
public import Pricing

/// What `content/site.yaml` says about the publication as a whole.
public struct SiteSettings: Hashable, Sendable {
  /// The name of the publication.
  public var title: String

  /// What it is about, in half a line.
  public var tagline: String

  /// One or two sentences for search results.
  public var description: String

  /// A BCP 47 language tag: `en`, `en-gb`, `de`.
  public var language: String

  /// The day on which the content was last gone through.
  public var updated: CalendarDate

  /// The day as of which the site is priced, where that is another one.
  public var pricesOn: CalendarDate?

  /// The day as of which the whole site is priced: what begins later prices nothing.
  public var day: CalendarDate { pricesOn ?? updated }

  /// Since how many days a price may not have been read before its page says so; `nil` for any.
  public var maxAgeDays: Int?

  /// The terms under which the publication may be used.
  public var licence: String

  /// The address at which the site is published, without a slash at its end, if it is known.
  public var baseURL: String?

  /// Hours of a month, unless a scenario says otherwise.
  public var monthHours: Ratio

  /// Who states the hours of a month; `nil` where that is assumed.
  public var monthCitation: Located<Citation>?

  /// Scenario ids in the order of the site; the first one answers the front page's question.
  public var scenarioOrder: [Located<String>]

  /// Providers that have a page side by side.
  public var pairs: [ProviderPair]

  /// What rate cards may say beside what the program knows, in the order of the columns.
  public var fields: [DeclaredField]

  /// Discounts of one's own, in the order in which they are taken off the list prices.
  public var discounts: [OwnDiscount]

  /// Other hosts that pages may load pictures, scripts and styles from.
  public var foreignHosts: Set<String>

  /// Which kinds of files are published.
  public var published: Set<PublishedFamily>

  /// Where the author says so; `nil` if that is left out.
  public var publishLocation: SourceLocation?
}

/// Two providers that readers choose between.
public struct ProviderPair: Hashable, Sendable {
  /// The id of the provider on the left.
  public let first: Located<String>

  /// The id of the provider on the right.
  public let second: Located<String>

  /// The name of the page: `baseten-and-modal`.
  public var id: String { "\(first.value)-and-\(second.value)" }
}

/// The format of `content/site.yaml`.
public enum SiteFormat {
  /// The keys of the file.
  public static let shape = Shape(
    "site", "The publication as a whole.",
    [
      Field("title", .line, .required, "The name of the publication.", example: "Breakeven"),
      Field(
        "tagline", .line, .required, "What it is about, in half a line.",
        example: "What inference really costs"),
      Field(
        "description", .text, .required, "One or two sentences for search results.",
        example: "The same workload under every billing model."),
      Field(
        "language", .identifier, .optional,
        "The tag of a language whose words templates/messages/ has, such as de; en if left out.",
        example: "de"),
      Field(
        "updated", .date, .required,
        "The day the content was last gone through. The build never asks a clock.",
        example: "2026-11-20"),
      Field(
        "prices_on", .date, .optional,
        "The day as of which the whole site is priced; that of 'updated' if left out. Prices and "
          + "rules from later days are announced where they were known, and price nothing.",
        example: "2026-11-20"),
      Field(
        "max_age_days", .count, .optional,
        "Pages mark prices whose sources were read longer ago than so many days before 'updated', and "
          + "'breakeven check' warns of them; none if left out.", example: "60"),
      Field("licence", .line, .required, "The terms of use, in a line.", example: "CC BY 4.0"),
      Field(
        "base_url", .address, .optional,
        "The address at which the site is published, for the sitemap and canonical links.",
        example: "https://example.org/pricing"),
      Field(
        "month", .duration, .optional,
        "The length of a month, an assumption printed on every page; 720 h if left out.",
        example: "720 h"),
      EvidenceFormat.field(of: "a month", ["month"]),
      Field(
        "scenario_order", .list(of: .identifier), .optional,
        "Scenarios in the order of the site; the first one answers the front page's question."),
      Field(
        "pairs", .list(of: .shape(pair)), .optional,
        "Providers that get a page side by side; their workloads and amounts are found."),
      Field(
        FieldsFormat.key, .list(of: .shape(FieldsFormat.declared)), .optional,
        "What rate cards may say beside the keys that they have, each a column of tables."),
      Field(
        DiscountFormat.key, .list(of: .shape(DiscountFormat.shape)), .optional,
        "Discounts that are granted to you, taken off the list prices one after the other: two of 10 % are "
          + "19 % together. Each is a line of the invoices."),
      Field(
        "foreign_hosts", .list(of: .line), .optional,
        "Other hosts that pages may load pictures, scripts and styles from; none if left out, and browsers "
          + "are told so.", example: "images.example.org"),
      Field(
        "publish", .list(of: .choice(PublishedFamily.allCases.map(\.rawValue))), .optional,
        "Which kinds of files are written; all but png and twins if left out."),
    ])

  private static let pair = Shape(
    "pair", "Two providers that readers choose between.",
    [
      Field("first", .identifier, .required, "The provider on the left.", example: "baseten"),
      Field("second", .identifier, .required, "The provider on the right.", example: "modal"),
    ])

  static func settings(_ mapping: Mapping, into findings: inout Findings) -> SiteSettings? {
    EvidenceFormat.checkKeys(of: mapping, into: &findings)
    var cited: [Located<String>] = []
    let citation = EvidenceFormat.citation(of: "month", in: mapping, &cited, into: &findings)
    guard let title = mapping.text("title"), let tagline = mapping.text("tagline"),
      let description = mapping.text("description"), let updated = mapping.date("updated"),
      let licence = mapping.text("licence")
    else { return nil }
    return SiteSettings(
      title: title.value, tagline: tagline.value, description: description.value,
      language: mapping.text("language")?.value ?? "en", updated: updated.value,
      pricesOn: mapping.date("prices_on")?.value,
      maxAgeDays: mapping.count("max_age_days")?.value, licence: licence.value,
      baseURL: mapping.text("base_url").map { Self.withoutSlash($0.value) },
      monthHours: mapping.duration("month").map { hours($0.value) } ?? 720,
      monthCitation: citation.flatMap { citation in
        cited.first.map { Located(citation, at: $0.location) }
      },
      scenarioOrder: mapping.texts("scenario_order"),
      pairs: mapping.mappings("pairs").compactMap { entry in
        guard let first = entry.text("first"), let second = entry.text("second") else { return nil }
        return ProviderPair(first: first, second: second)
      },
      fields: FieldsFormat.declarations(mapping, into: &findings),
      discounts: DiscountFormat.discounts(
        mapping.mappings(DiscountFormat.key), into: &findings),
      foreignHosts: Set(mapping.texts("foreign_hosts").compactMap { host($0, into: &findings) }),
      published: mapping.has("publish")
        ? Set(mapping.texts("publish").compactMap { PublishedFamily(rawValue: $0.value) })
        : PublishedFamily.usual,
      publishLocation: mapping.has("publish") ? mapping.location(of: "publish") : nil)
  }

  /// Whether a tag is one of English, which the program speaks by itself.
  package static func isEnglish(_ tag: String) -> Bool { tag == "en" || tag.hasPrefix("en-") }

  /// A host as policies name it: `images.example.org`, or with a port.
  private static func host(_ text: Located<String>, into findings: inout Findings) -> String? {
    let parts = text.value.split(separator: ":", omittingEmptySubsequences: false)
    let names = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    let isRight =
      parts.count <= 2 && (parts.count == 1 || UInt16(parts[1]) != nil)
      && names.allSatisfy { name in
        !name.isEmpty
          && name.utf8.allSatisfy { byte in
            (97...122).contains(byte) || (48...57).contains(byte) || byte == UInt8(ascii: "-")
          }
      }
    if isRight { return text.value }
    findings.error(
      text.location, "\(Mistake.quoted(text.value)) is not the name of a host",
      hint: "write it in lower case and without https://, like images.example.org")
    return nil
  }

  /// The address without a slash at its end, so that paths can follow.
  public static func withoutSlash(_ address: String) -> String {
    var address = address
    while address.hasSuffix("/") { address.removeLast() }
    return address
  }
}

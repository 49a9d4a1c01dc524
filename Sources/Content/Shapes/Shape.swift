import Pricing

/// What may be written in a mapping of a content format: one description that both reads
/// files and tells editors about them.
///
/// ```swift
/// let source = Shape(
///   "source", "Where a figure was read.",
///   [
///     Field("url", .address, .required, "The page.", example: "https://example.com/pricing"),
///     Field("read-on", .date, .required, "The day it was read.", example: "2026-11-20"),
///   ])
/// ```
public struct Shape: Hashable, Sendable {
  /// What the mapping is, in the singular as messages say it: `rate card`.
  public let name: String

  /// What it is for, for people who read the format's documentation.
  public let documentation: String

  /// The keys it may have, in the order an author would write them.
  public let fields: [Field]

  /// Whether a price may be written under the key of another currency instead of that of dollars.
  public let takesCurrencies: Bool

  /// Where the field with a key is; some shapes have a field for each unit.
  private let places: [String: Int]

  /// Creates a shape.
  ///
  /// - Precondition: No key occurs twice.
  public init(
    _ name: String, _ documentation: String, _ fields: [Field], takesCurrencies: Bool = false
  ) {
    precondition(
      Set(fields.map(\.key)).count == fields.count, "the shape '\(name)' has a key twice")
    self.name = name
    self.documentation = documentation
    self.fields = fields
    self.takesCurrencies = takesCurrencies
    places = Dictionary(uniqueKeysWithValues: fields.indices.map { (fields[$0].key, $0) })
  }

  /// The field with a key, if the shape declares it.
  public func field(_ key: String) -> Field? {
    if let place = places[key] { return fields[place] }
    guard takesCurrencies, let price = Currency.price(of: key) else { return nil }
    return places[price.dollarKey].map { fields[$0] }
  }
}

extension Shape {
  /// What helps with the key of a price in a currency that is none; `nil` for any other key.
  func currencyHint(for key: String) -> String? {
    guard takesCurrencies, let start = key.firstIndex(of: "_"), !key.hasPrefix("usd_"),
      places["usd\(key[start...])"] != nil
    else { return nil }
    let codes = Currency.allCases.map(\.prefix).joined(separator: ", ")
    return "begin it with usd or another currency: \(codes)"
  }
}

/// One key of a shape.
public struct Field: Hashable, Sendable {
  /// Whether a mapping is complete without a key.
  public enum Presence: Hashable, Sendable {
    /// A mapping without the key is refused.
    case required

    /// The key may be left out.
    case optional
  }

  /// The key as authors write it.
  public let key: String

  /// What its value may be.
  public let kind: Kind

  /// Whether it may be left out.
  public let presence: Presence

  /// What the value means: its unit, its default, its source.
  public let documentation: String

  /// A value as an author would write it; `nil` where nested keys have their own.
  public let example: String?

  /// Creates a field.
  public init(
    _ key: String, _ kind: Kind, _ presence: Presence, _ documentation: String,
    example: String? = nil
  ) {
    self.key = key
    self.kind = kind
    self.presence = presence
    self.documentation = documentation
    self.example = example
  }
}

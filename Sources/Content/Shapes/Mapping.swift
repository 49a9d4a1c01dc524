public import Diagnostics
public import Pricing

/// A mapping that was read by its shape, with every mistake in it already reported.
///
/// A value is `nil` when its key was left out *or* when it was wrong; in the second case
/// there is a diagnostic, so a reader can simply do without. Asking for a key or a kind that
/// the shape does not declare is a mistake of the program, and stops it.
public struct Mapping: Hashable, Sendable {
  /// What the mapping may hold.
  public let shape: Shape

  /// Where it starts.
  public let location: SourceLocation

  /// Whether an author wrote a key that the shape does not declare, which is reported already:
  /// what seems to be missing may only be misspelt.
  public let hasUnknownKeys: Bool

  private let keys: [String: SourceLocation]
  private let values: [String: Located<Value>]

  init(
    shape: Shape, location: SourceLocation, keys: [String: SourceLocation],
    values: [String: Located<Value>], hasUnknownKeys: Bool = false
  ) {
    self.shape = shape
    self.location = location
    self.keys = keys
    self.values = values
    self.hasUnknownKeys = hasUnknownKeys
  }

  /// The keys that an author wrote and the shape declares, in no order.
  var writtenKeys: some Collection<String> { keys.keys }

  /// Whether all that an author wrote in it could be read.
  var isWhole: Bool { !hasUnknownKeys && values.count == keys.count }

  /// Whether an author wrote the key, readable or not.
  public func has(_ key: String) -> Bool {
    requireField(key)
    return keys[key] != nil
  }

  /// Where the key stands, or the mapping itself if the key was left out.
  public func location(of key: String) -> SourceLocation {
    requireField(key)
    return keys[key] ?? location
  }

  /// The value of a text, line, identifier, address or choice.
  public func text(_ key: String) -> Located<String>? {
    value(key) { if case .text(let text) = $0 { text } else { nil } }
  }

  /// The value of a date.
  public func date(_ key: String) -> Located<CalendarDate>? {
    value(key) { if case .date(let date) = $0 { date } else { nil } }
  }

  /// The value of a path, checked as text only.
  public func path(_ key: String) -> Located<ContentPath>? {
    value(key) { if case .path(let path) = $0 { path } else { nil } }
  }

  /// The value of a count.
  public func count(_ key: String) -> Located<Int>? {
    value(key) { if case .count(let count) = $0 { count } else { nil } }
  }

  /// The value of a count range.
  public func countRange(_ key: String) -> Located<Stated<Int>>? {
    value(key) { if case .countRange(let range) = $0 { range } else { nil } }
  }

  /// The value of a decimal, in the unit that the key says.
  public func decimal(_ key: String) -> Located<ExactDecimal>? {
    value(key) { if case .decimal(let decimal) = $0 { decimal } else { nil } }
  }

  /// The value of a decimal range, in the unit that the key says.
  public func decimalRange(_ key: String) -> Located<Stated<ExactDecimal>>? {
    value(key) { if case .decimalRange(let range) = $0 { range } else { nil } }
  }

  /// The value of a duration.
  public func duration(_ key: String) -> Located<Duration>? {
    value(key) { if case .duration(let duration) = $0 { duration } else { nil } }
  }

  /// The value of a duration range.
  public func durationRange(_ key: String) -> Located<Stated<Duration>>? {
    value(key) { if case .durationRange(let range) = $0 { range } else { nil } }
  }

  /// The value of a percentage as a fraction: 10 % is 0.1.
  public func percent(_ key: String) -> Located<ExactDecimal>? {
    value(key) { if case .percent(let fraction) = $0 { fraction } else { nil } }
  }

  /// The value of a percentage range as fractions: 10 % is 0.1.
  public func percentRange(_ key: String) -> Located<Stated<ExactDecimal>>? {
    value(key) { if case .percentRange(let range) = $0 { range } else { nil } }
  }

  /// The value of a boolean.
  public func boolean(_ key: String) -> Located<Bool>? {
    value(key) { if case .boolean(let boolean) = $0 { boolean } else { nil } }
  }

  /// The value of a nested shape.
  public func mapping(_ key: String) -> Mapping? {
    value(key) { if case .mapping(let mapping) = $0 { mapping } else { nil } }?.value
  }

  /// The readable items of a list; empty if the key was left out.
  public func list(_ key: String) -> [Located<Value>] {
    value(key) { if case .list(let items) = $0 { items } else { nil } }?.value ?? []
  }

  /// The readable items of a list of texts, lines, identifiers, addresses or choices.
  public func texts(_ key: String) -> [Located<String>] {
    list(key).map { item in
      guard case .text(let text) = item.value else { wrongKind(key) }
      return Located(text, at: item.location)
    }
  }

  /// The readable items of a list of shapes.
  public func mappings(_ key: String) -> [Mapping] {
    list(key).map { item in
      guard case .mapping(let mapping) = item.value else { wrongKind(key) }
      return mapping
    }
  }

  /// The readable entries of a map; empty if the key was left out.
  public func entries(_ key: String) -> [Value.Entry] {
    value(key) { if case .map(let entries) = $0 { entries } else { nil } }?.value ?? []
  }

  private func value<Result>(
    _ key: String, _ extract: (Value) -> Result?
  ) -> Located<Result>? {
    requireField(key)
    guard let value = values[key] else { return nil }
    guard let result = extract(value.value) else { wrongKind(key) }
    return Located(result, at: value.location)
  }

  private func requireField(_ key: String) {
    precondition(shape.field(key) != nil, "the shape '\(shape.name)' declares no key '\(key)'")
  }

  private func wrongKind(_ key: String) -> Never {
    preconditionFailure("the shape '\(shape.name)' declares another kind for '\(key)'")
  }
}

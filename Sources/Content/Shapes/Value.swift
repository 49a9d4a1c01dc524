public import Pricing

/// A value as its kind reads it.
public indirect enum Value: Hashable, Sendable {
  /// Of the kinds text, line, identifier, address and choice.
  case text(String)

  /// A day, or a month where the kind allows one.
  case date(CalendarDate)

  /// A path inside the site, checked as text.
  case path(ContentPath)

  /// A whole number from 0.
  case count(Int)

  /// Whole numbers from 0.
  case countRange(Stated<Int>)

  /// A number from 0.
  case decimal(ExactDecimal)

  /// Numbers from 0.
  case decimalRange(Stated<ExactDecimal>)

  /// A length of time.
  case duration(Duration)

  /// Lengths of time.
  case durationRange(Stated<Duration>)

  /// A fraction: 10 % is 0.1.
  case percent(ExactDecimal)

  /// Fractions: 10 % is 0.1.
  case percentRange(Stated<ExactDecimal>)

  /// True or false.
  case boolean(Bool)

  /// A mapping with the keys of its shape.
  case mapping(Mapping)

  /// The readable items, in the order written.
  case list([Located<Value>])

  /// The readable entries, in the order written.
  case map([Entry])

  /// One line of a map.
  public struct Entry: Hashable, Sendable {
    /// The name before the colon.
    public let key: Located<String>

    /// The value after it.
    public let value: Located<Value>
  }
}

extension Kind {
  /// Reads a scalar's text.
  ///
  /// - Throws: ``Mistake`` that names the text.
  /// - Precondition: The kind is not a mapping or a list.
  func read(_ text: String) throws(Mistake) -> Value {
    switch self {
    case .text: .text(text)
    case .line: .text(try Words.line(text))
    case .identifier: .text(try Words.identifier(text))
    case .address: .text(try Words.address(text))
    case .choice(let words): .text(try Words.choice(text, among: words))
    case .date: .date(try CalendarDate(reading: text))
    case .dateOrMonth: .date(try CalendarDate(readingDayOrMonth: text))
    case .path: .path(try ContentPath(text))
    case .count: .count(try Count.read(text))
    case .countRange: .countRange(try Stated(text, bound: Count.read))
    case .decimal: .decimal(try ExactDecimal(text))
    case .decimalRange: .decimalRange(try Stated(text, bound: ExactDecimal.init(_:)))
    case .duration: .duration(try TimeSpan.read(text))
    case .durationRange: .durationRange(try Stated(text, bound: TimeSpan.read))
    case .percent: .percent(try Percentage.read(text))
    case .percentRange: .percentRange(try Stated(text, bound: Percentage.read))
    case .boolean: .boolean(try Words.boolean(text))
    case .shape, .oneOrMore, .list, .map: preconditionFailure("a scalar is no mapping and no list")
    }
  }
}

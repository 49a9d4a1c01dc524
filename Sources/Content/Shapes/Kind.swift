/// What the value of a key may be.
public indirect enum Kind: Hashable, Sendable {
  /// Any text, of one line or several.
  case text

  /// A text of one line.
  case line

  /// Lower-case letters and digits, joined by `-` or `.`.
  case identifier

  /// A day, as `YYYY-MM-DD`.
  case date

  /// A day, as `YYYY-MM-DD`, or a month, as `YYYY-MM`.
  case dateOrMonth

  /// An `http` or `https` address.
  case address

  /// A path inside the site.
  case path

  /// A whole number from 0, such as `720`, `1_000` or `20M`.
  case count

  /// A count, `1 to 4`, or `not stated`.
  case countRange

  /// A number from 0 with decimals, in the unit that the key says.
  case decimal

  /// A decimal, `4 to 8`, or `not stated`.
  case decimalRange

  /// A length of time with its unit, such as `20 s`.
  case duration

  /// A duration, `3 s to 30 s`, or `not stated`.
  case durationRange

  /// A percentage, such as `10 %`.
  case percent

  /// A percentage, `40 % to 60 %`, or `not stated`.
  case percentRange

  /// `true` or `false`.
  case boolean

  /// One of a few words.
  case choice([String])

  /// A mapping with keys of its own.
  case shape(Shape)

  /// A mapping with keys of its own, or a list of such mappings; read as a list.
  case oneOrMore(Shape)

  /// A list of values of one kind.
  case list(of: Kind)

  /// A mapping from identifiers to values of one kind.
  case map(of: Kind)

  /// What to write, as hints say it.
  var instruction: String {
    switch self {
    case .text: "write a text"
    case .line: "write a text of one line"
    case .identifier: "write lower-case letters and digits, joined by - or ."
    case .date: "write year, month and day, like 2026-11-20"
    case .dateOrMonth: "write a day like 2026-11-20, or a month like 2026-11"
    case .address: "write an address that starts with https://"
    case .path: "write a path inside the site, like images/chart.svg"
    case .count: "write a count, like 720 or 20M"
    case .countRange: "write a count, '1 to 4', or 'not stated'"
    case .decimal: "write digits, like 6.50"
    case .decimalRange: "write a number, '4 to 8', or 'not stated'"
    case .duration: "write an amount and a unit, like 20 s"
    case .durationRange: "write an amount with a unit, '3 s to 30 s', or 'not stated'"
    case .percent: "write a percentage, like 10 %"
    case .percentRange: "write a percentage, '40 % to 60 %', or 'not stated'"
    case .boolean: "write true or false"
    case .choice(let words): "write one of \(words.joined(separator: ", "))"
    case .shape(let shape), .oneOrMore(let shape):
      "write its keys below, such as '\(shape.fields.first?.key ?? "")'"
    case .list: "write one '- ' line for each item"
    case .map: "write 'name: value' lines below it"
    }
  }

  /// What a mapping, a list or a text is called in messages.
  var noun: String {
    switch self {
    case .shape, .map, .oneOrMore: "a mapping"
    case .list: "a list"
    default: "a text"
    }
  }
}

/// A value in the text of a price list: JSON, or the literals and calls of Python.
///
/// Numbers stay as they are written, because a price that passed through binary floating point is
/// another price.
public indirect enum LiteralValue: Hashable, Sendable {
  /// Members in the order written; of a call, its arguments by keyword, under its name.
  case object(name: String?, [Member])

  /// Items in the order written; of a call, its arguments without a keyword, under its name.
  case array(name: String?, [LiteralValue])

  /// A text.
  case string(String)

  /// A number as it was written.
  case number(String)

  /// A word such as `true`, `None` or the name of something.
  case word(String)

  /// A key and its value.
  public struct Member: Hashable, Sendable {
    let key: String
    let value: LiteralValue
  }

  /// The value of a member; `nil` where there is none, or it is nothing.
  subscript(key: String) -> LiteralValue? {
    guard case .object(_, let members) = self,
      let value = members.first(where: { $0.key == key })?.value, !value.isNothing
    else { return nil }
    return value
  }

  /// Whether it says that there is nothing.
  var isNothing: Bool { self == .word("null") || self == .word("None") }

  /// The members of an object; none of anything else.
  var members: [Member] { if case .object(_, let members) = self { members } else { [] } }

  /// The items of an array; none of anything else.
  var items: [LiteralValue] { if case .array(_, let items) = self { items } else { [] } }

  /// The name of a call.
  var name: String? {
    switch self {
    case .object(let name, _), .array(let name, _): name
    case .string, .number, .word: nil
    }
  }

  /// The text of a string.
  var text: String? { if case .string(let text) = self { text } else { nil } }

  /// The characters of a scalar: what has no quotes in YAML may be a name too.
  var characters: String? {
    switch self {
    case .string(let text), .number(let text), .word(let text): text
    case .object, .array: nil
    }
  }

  /// Whether it has members by key.
  var isObject: Bool { if case .object = self { true } else { false } }

  /// The digits of a number, also of `Decimal('0.8')`.
  var number: String? {
    switch self {
    case .number(let digits): digits
    case .array("Decimal", let items): items.first?.text ?? items.first?.number
    default: nil
    }
  }
}

/// A JSON value whose members stay in the order given, so that equal values have equal bytes.
public enum JSONValue: Sendable {
  /// What is not known.
  case null

  /// A text, and every amount of money: readers must not make floating point of it.
  case string(String)

  /// A whole number.
  case number(Int)

  /// A number that need not be whole, as its JSON digits: `730.5`.
  case decimal(String)

  /// `true` or `false`.
  case boolean(Bool)

  /// Values one after the other.
  case array([JSONValue])

  /// Members, each name once.
  case object([(String, JSONValue)])

  /// An array of texts.
  public static func strings(_ texts: [String]) -> JSONValue {
    .array(texts.map(JSONValue.string))
  }

  /// The value as text: an array of plain values in one line, otherwise one member a line.
  ///
  /// - Parameter indent: How deep the value stands, in steps of two spaces.
  /// - Returns: Text without a line feed at its end.
  /// - Complexity: O(*n*) in the length of the text.
  public func text(indent: Int = 0) -> String {
    var text = ""
    write(into: &text, indent: indent)
    return text
  }

  private func write(into text: inout String, indent: Int) {
    switch self {
    case .null: text += "null"
    case .string(let string): text += JSONText.quoted(string)
    case .number(let number): text += String(number)
    case .decimal(let digits): text += digits
    case .boolean(let boolean): text += boolean ? "true" : "false"
    case .array(let items):
      let isTall = items.contains(where: \.isContainer)
      Self.write(items, between: ("[", "]"), isTall: isTall, into: &text, indent) { item, text in
        item.write(into: &text, indent: indent + 1)
      }
    case .object(let members):
      Self.write(members, between: ("{", "}"), isTall: true, into: &text, indent) { member, text in
        text += "\(JSONText.quoted(member.0)): "
        member.1.write(into: &text, indent: indent + 1)
      }
    }
  }

  private var isContainer: Bool {
    switch self {
    case .array, .object: true
    default: false
    }
  }

  private static func write<Item>(
    _ items: [Item], between brackets: (open: String, close: String), isTall: Bool,
    into text: inout String, _ indent: Int, _ writeItem: (Item, inout String) -> Void
  ) {
    let margin = isTall ? "\n" + String(repeating: "  ", count: indent) : ""
    text += brackets.open
    for (index, item) in items.enumerated() {
      if index > 0 { text += isTall ? "," : ", " }
      if isTall { text += margin + "  " }
      writeItem(item, &text)
    }
    if !items.isEmpty { text += margin }
    text += brackets.close
  }
}

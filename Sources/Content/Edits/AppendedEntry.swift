/// New entries of lists, in the layout that the list has.
extension EditedText {
  /// A key of an entry with its value.
  struct Field: Hashable {
    let key: String
    let value: String

    /// What a comment says of it; behind the brackets of an entry that has them.
    var note: String?

    init(_ key: String, _ value: String, note: String? = nil) {
      (self.key, self.value, self.note) = (key, value, note)
    }

    /// The field as a line of its own.
    var line: String { "\(key): \(value)" + (note.map { "  # \($0)" } ?? "") }
  }

  /// Puts an entry behind the last one of a list, in its layout.
  ///
  /// - Returns: The lines of the entry, and where it begins.
  mutating func append(
    _ fields: [Field], to list: YAMLNode, after last: YAMLNode
  ) -> (lines: [String], place: Place) {
    let flow = "{" + fields.map { "\($0.key): \($0.value)" }.joined(separator: ", ") + "}"
    if isFlow(at: list) { return ([flow], insert(flow, afterItem: last)) }
    let notes = fields.compactMap(\.note)
    let (dash, isFlow) = (dash(of: last), isFlow(at: last))
    let step = isFlow ? 2 : last.line == dash.line ? last.column - dash.column : 2
    let blanks = String(repeating: " ", count: dash.column - 1)
    let lead = "-" + String(repeating: " ", count: step - 1)
    let inner = blanks + String(repeating: " ", count: step)
    let lines =
      isFlow
      ? [blanks + lead + flow + (notes.isEmpty ? "" : "  # \(notes.joined(separator: ", "))")]
      : fields.enumerated().map { index, field in (index == 0 ? blanks + lead : inner) + field.line
      }
    let end = lastLine(ofItem: last)
    insert(lines, after: end)
    return (lines, Place(line: end + 1, column: dash.column))
  }

  /// Puts an entry behind an item of a list between brackets, and says where.
  mutating func insert(_ entry: String, afterItem item: YAMLNode) -> Place {
    guard let place = flowEnd(from: item.place)?.end else {
      preconditionFailure("a list that was read is closed")
    }
    insert(", \(entry)", at: place)
    return Place(line: place.line, column: place.column + 2)
  }

  /// The last line of an item that has a dash: all that is indented deeper than this.
  func lastLine(ofItem item: YAMLNode) -> Int {
    let dash = dash(of: item)
    let flow = isFlow(at: item) ? flowEnd(from: item.place)?.end.line : nil
    return lastLine(ofBlockFrom: flow ?? dash.line, indentedBy: dash.column)
  }

  /// The dash of a block item: in front of it, or on a line above.
  func dash(of item: YAMLNode) -> (line: Int, column: Int) {
    var line = item.line
    while line > 1 {
      let before = self[line].unicodeScalars.prefix(line == item.line ? item.column - 1 : .max)
      if let offset = Array(before).lastIndex(of: "-"),
        before.prefix(offset).allSatisfy({ $0 == " " || $0 == "-" })
      {
        return (line, offset + 1)
      }
      line -= 1
    }
    return (item.line, item.column)
  }
}

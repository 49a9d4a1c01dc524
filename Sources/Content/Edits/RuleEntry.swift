import Diagnostics
import Pricing

extension EntryWriter {
  /// Writes a set of rules behind the newest one: the same but for one rule and who states it.
  mutating func writeRules(
    changing key: String
  ) throws(Repricing.Refusal) -> (lines: [String], location: SourceLocation) {
    let scaling = card.offer["scaling"]
    let isList = if case .sequence = scaling?.content { true } else { false }
    guard let scaling, let newest = isList ? scaling.items.last : scaling else {
      let like = card.offer["like"]?.text
      throw Repricing.Refusal(
        card.offer.location, "'\(change.offer)' has no rules of its own",
        hint: like.map { "name '\($0)', whose rules it has" } ?? "write 'scaling:' by hand")
    }
    let present = try checkRule(key, in: newest)
    var copy = RuleCopy(of: newest, in: text)
    try copy.replace(present, key, with: Self.scalar(change.value.text))
    copy.cite(change.source.text, for: key)
    copy.date(["from: \(change.from)"] + (recorded.map { ["recorded: \($0)"] } ?? []))
    if isList, text.isFlow(at: scaling) {
      return (copy.lines, insert(copy.lines.joined(separator: "\n"), afterItem: newest))
    }
    // What stands between braces has its lines where those of the newest one are, or come to be.
    let isFlow = text.isFlow(at: newest)
    let (dash, end) =
      isList ? (text.dash(of: newest).column, text.lastLine(of: newest)) : makeList(from: newest)
    let blanks = String(repeating: " ", count: dash - 1)
    let inner = isFlow ? (isList ? "" : "  ") : blanks + "  "
    let lines = copy.lines.enumerated().map { index, line in
      line.isEmpty ? line : (index == 0 ? blanks + "- " : inner) + line
    }
    text.insert(lines, after: end)
    return (lines, SourceLocation(file: card.file.path, line: end + 1, column: dash))
  }

  /// The node of the rule, if it says what is expected and the day is a later one.
  private func checkRule(
    _ key: String, in newest: YAMLNode
  ) throws(Repricing.Refusal) -> YAMLNode {
    let parts = key.split(separator: ".").map(String.init)
    let found = parts.reduce(Optional(newest)) { node, part in node?[part] }
    guard let found, let present = found.text, !["source", "from", "to"].contains(key) else {
      throw Repricing.Refusal(
        SourceLocation(file: "--rule"), "the newest rules of '\(change.offer)' state no '\(key)'",
        hint: "write a key with a single value, like \(Self.rules(in: newest)), or edit by hand")
    }
    guard present == change.expected.text else {
      throw change.mismatch(present, at: found.location)
    }
    try change.checkDay(after: listed.history.rules.last?.value.day, at: newest.location)
    return found
  }

  /// The rules that a set states with a single value each.
  private static func rules(in set: YAMLNode) -> String {
    guard case .mapping(let pairs) = set.content else { return "" }
    let dated = ["from", "to", "recorded", "source", "quote", "evidence"]
    let keys = pairs.filter { !dated.contains($0.key.value) }.flatMap { pair -> [String] in
      pair.value.text == nil
        ? pair.value.keys.map { "\(pair.key.value).\($0.value)" } : [pair.key.value]
    }
    return keys.joined(separator: ", ")
  }

  /// Makes a single set of rules the first of a list.
  ///
  /// - Returns: The column of its dash, and its last line.
  private mutating func makeList(from set: YAMLNode) -> (dash: Int, end: Int) {
    var (place, end) = (set.place, text.lastLine(of: set))
    if let key = card.offer.keys.first(where: { $0.value == "scaling" }).map({ $0.location }),
      key.line == set.line, let column = key.column
    {
      // Between braces behind its key: a list has a line for each set.
      let colon = EditedText.Place(line: place.line, column: column + "scaling:".count)
      text.replace(colon..<place, with: "\n" + String(repeating: " ", count: column + 1))
      (place.line, place.column, end) = (place.line + 1, column + 2, end + 1)
    }
    for line in place.line...end where text.indent(of: line) != nil {
      let isFirst = line == place.line
      text.insert(
        isFirst ? "- " : "  ", at: isFirst ? place : EditedText.Place(line: line, column: 1))
    }
    return (place.column, end)
  }
}

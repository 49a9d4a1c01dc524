import Diagnostics
import Pricing

extension EntryWriter {
  /// Writes a set of rules behind the newest one: the same but for one rule and who states it.
  mutating func writeRules(
    changing key: String
  ) throws(Repricing.Refusal) -> (lines: [String], location: SourceLocation) {
    guard let scaling = card.offer["scaling"] else {
      let like = card.offer["like"]?.text
      throw Repricing.Refusal(
        card.offer.location, "'\(change.offer)' has no rules of its own",
        hint: like.map { "name '\($0)', whose rules it has" } ?? "write 'scaling:' by hand")
    }
    var items = [scaling]
    if case .sequence(let sets) = scaling.content { items = sets }
    guard let newest = items.last, !text.isFlow(at: scaling), !text.isFlow(at: newest) else {
      throw Repricing.Refusal(
        scaling.location, "rules between braces, which this command does not take apart",
        hint: "put each key on a line of its own, and repeat the command")
    }
    let present = try checkRule(key, in: newest)
    let isList = if case .sequence = scaling.content { true } else { false }
    let dash = isList ? text.dash(of: newest) : (line: newest.line, column: newest.column)
    let end = text.lastLine(ofBlockFrom: newest.line, indentedBy: newest.column - 1)
    var copy = RuleCopy(text, of: newest, through: end)
    try copy.replace(present, with: change.value.text)
    try copy.cite(change.source.text, for: key, in: newest)
    let dates = ["from: \(change.from)"] + (recorded.map { ["recorded: \($0)"] } ?? [])
    let blanks = String(repeating: " ", count: dash.column - 1)
    let lines = (dates + copy.lines).enumerated().map { index, line in
      line.isEmpty ? line : blanks + (index == 0 ? "- " : "  ") + line
    }
    if !isList { makeList(from: newest, through: end) }
    text.insert(lines, after: end)
    return (
      lines, SourceLocation(file: card.file.path, line: end + 1, column: dash.column)
    )
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
  private mutating func makeList(from set: YAMLNode, through end: Int) {
    for line in set.line...end where text.indent(of: line) != nil {
      text.insert(line == set.line ? "- " : "  ", at: line, line == set.line ? set.column : 1)
    }
  }
}

/// The lines of a set of rules, moved to the left and changed in a few places.
struct RuleCopy {
  /// The lines, without the days of the original.
  var lines: [String] { texts.indices.filter { !dropped.contains($0) }.map { texts[$0] } }

  private var texts: [String] = []
  private var dropped: Set<Int> = []
  private let first: (line: Int, column: Int)
  private let end: Int

  init(_ text: EditedText, of set: YAMLNode, through end: Int) {
    first = (set.line, set.column)
    self.end = end
    for line in set.line...end {
      let scalars = Array(text[line].unicodeScalars)
      let indent = min(text.indent(of: line) ?? scalars.count, set.column - 1)
      let start = line == set.line ? set.column - 1 : indent
      texts.append(String(String.UnicodeScalarView(scalars[start...])))
    }
    for key in ["from", "to", "recorded"] { drop(key, of: set) }
  }

  /// The lines of a key of a mapping, up to the next one.
  private func lines(of key: String, in node: YAMLNode) -> Range<Int>? {
    let places = node.keys.map { (name: $0.value, line: $0.location.line ?? first.line) }
    guard let index = places.firstIndex(where: { $0.name == key }) else { return nil }
    let next = index + 1 < places.count ? places[index + 1].line : end + 1
    return (places[index].line - first.line)..<(next - first.line)
  }

  private mutating func drop(_ key: String, of set: YAMLNode) {
    for line in lines(of: key, in: set) ?? 0..<0 { dropped.insert(line) }
  }

  /// Writes another value for a scalar.
  mutating func replace(_ node: YAMLNode, with value: String) throws(Repricing.Refusal) {
    let (line, column) = (node.line - first.line, node.column - first.column + 1)
    let scalars = Array(texts[line].unicodeScalars)
    guard let written = node.text, column >= 1,
      String(String.UnicodeScalarView(scalars[(column - 1)...])).hasPrefix(written)
    else {
      throw Repricing.Refusal(
        node.location, "a value in quotes or on lines of its own",
        hint: "write it plainly on the line of its key, and repeat the command")
    }
    texts[line] = EditedText.replacing(
      column..<(column + written.unicodeScalars.count), of: texts[line], with: value)
  }

  /// Says who states the changed rule; the other rules keep their sources.
  mutating func cite(
    _ source: String, for key: String, in set: YAMLNode
  ) throws(Repricing.Refusal) {
    let parts = key.split(separator: ".").map(String.init)
    let subject = parts.first == "start" ? "start" : parts.last ?? key
    let entry = "\(subject): {source: \(source)}"
    guard let evidence = set["evidence"], let range = lines(of: "evidence", in: set) else {
      let last = texts.indices.last { EditedText.indent(of: texts[$0]) != nil } ?? 0
      texts.insert("evidence: {\(entry)}", at: last + 1)
      return
    }
    guard evidence.line > set.line,
      evidence.keys.first?.location.line != range.lowerBound + first.line
    else {
      throw Repricing.Refusal(
        evidence.location, "evidence between braces, which this command does not take apart",
        hint: "put each key on a line of its own, and repeat the command")
    }
    for line in lines(of: subject, in: evidence)?.clamped(to: range) ?? 0..<0 {
      dropped.insert(line)
    }
    let blanks = String(repeating: " ", count: evidence.column - first.column)
    texts.insert(blanks + entry, at: range.upperBound)
    // Lines behind the new one have moved; none of them is dropped, because days stand above.
    dropped = Set(dropped.map { $0 >= range.upperBound ? $0 + 1 : $0 })
  }
}

import Diagnostics

/// A set of rules, taken out of its file and changed in a few places.
///
/// Where things stand is read anew before each change, so that no change has to know of the others.
struct RuleCopy {
  private var text: EditedText

  /// Copies a set: one in lines moved to the left, one between braces with its lines as they are.
  init(of set: YAMLNode, in source: EditedText) {
    let end = source.isFlow(at: set) ? source.flowEnd(from: set.place)?.end : nil
    let most = end == nil ? set.column - 1 : 0
    let last = end?.line ?? source.lastLine(of: set)
    let lines = (set.line...last).map { line in
      var scalars = source[line].unicodeScalars[...]
      if let end, line == last { scalars = scalars.prefix(end.column - 1) }
      let indent = min(source.indent(of: line) ?? scalars.count, most)
      return String(scalars.dropFirst(line == set.line ? set.column - 1 : indent))
    }
    text = EditedText(Array(lines.joined(separator: "\n").utf8))
  }

  /// The lines of the set.
  var lines: [String] { text.texts }

  private var set: YAMLNode {
    var findings: [Diagnostic] = []
    guard let source = SourceText(text.bytes, file: "", into: &findings),
      let set = YAMLNode.read(source, noun: "set of rules", into: &findings)
    else { preconditionFailure("what was read once is read again: \(findings)") }
    return set
  }

  private var isFlow: Bool { text.isFlow(at: set) }

  /// Says from when on the set holds, in place of the days of the original.
  mutating func date(_ pairs: [String]) {
    for key in ["from", "to", "recorded"] where set[key] != nil {
      if isFlow {
        text.removePair(key, ofFlow: set)
      } else if let lines = lines(of: key, in: set) {
        text.remove(lines)
      }
    }
    if isFlow {
      text.prependPair(pairs.joined(separator: ", "), toFlow: set)
    } else {
      let start = EditedText.Place(line: 1, column: 1)
      text.insert(pairs.map { "\($0)\n" }.joined(), at: start)
    }
  }

  /// Writes another value for a rule, in the place of the one that the file has.
  mutating func replace(
    _ original: YAMLNode, _ key: String, with value: String
  ) throws(Repricing.Refusal) {
    func found() -> YAMLNode? { key.split(separator: ".").reduce(set) { $0?[String($1)] } }
    guard let node = found(), let end = text.scalarEnd(of: node) else {
      throw Repricing.Refusal(
        original.location, "a value on several lines",
        hint: "write it on the line of its key, and repeat the command")
    }
    text.replace(node.place..<end, with: value)
  }

  /// Says who states the changed rule; the other rules keep their sources.
  mutating func cite(_ source: String, for key: String) {
    let parts = key.split(separator: ".").map(String.init)
    let subject = parts.first == "start" ? "start" : parts.last ?? key
    let entry = "\(subject): {source: \(source)}"
    guard let evidence = set["evidence"] else {
      let pair = "evidence: {\(entry)}"
      if isFlow { return text.appendPair(pair, toFlow: set) }
      return text.insert([pair], after: text.lastLine(of: set))
    }
    if text.isFlow(at: evidence) {
      text.removePair(subject, ofFlow: evidence)
      if let rest = set["evidence"] { text.appendPair(entry, toFlow: rest) }
      return
    }
    let last = text.lastLine(of: evidence)
    text.insert([String(repeating: " ", count: evidence.column - 1) + entry], after: last)
    if let old = lines(of: subject, in: evidence) { text.remove(old.clamped(to: 1..<(last + 1))) }
  }

  /// The lines of a key of a block, up to the next one.
  private func lines(of key: String, in node: YAMLNode) -> Range<Int>? {
    let places = node.keys.map { (name: $0.value, line: $0.location.line ?? 1) }
    guard let index = places.firstIndex(where: { $0.name == key }) else { return nil }
    let next = index + 1 < places.count ? places[index + 1].line : text.lastLine(of: node) + 1
    return places[index].line..<next
  }
}

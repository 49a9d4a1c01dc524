/// What the program says in `localized(…)`, and what the files of messages say of it.
enum Messages {
  /// Messages that a language lacks; words of templates are looked at where templates are read.
  static func findings(in repository: Repository) -> [Finding] {
    let said = repository.swiftFiles.filter { $0.isIn("Sources/") }.flatMap(messages)
    return repository.files.filter { $0.isIn("templates/messages/") && $0.path.hasSuffix(".po") }
      .flatMap { file in
        let known = Set(entries(of: file))
        return said.filter { !known.contains($0.message) }.map {
          Finding(path: $0.path, line: $0.line, message: "\(file.name) lacks \"\($0.message)\"")
        }
      }
  }

  /// Words in stylesheets, which no language has: they belong into an attribute of the template.
  static func wordsOfStyles(in repository: Repository) -> [Finding] {
    repository.files.filter { $0.path.hasSuffix(".css") }.flatMap { file in
      file.lines.enumerated().filter { $0.element.contains(/content: *"[^"\\]*[A-Za-z]/) }.map {
        Finding(path: file.path, line: $0.offset + 1, message: "words that no language has")
      }
    }
  }

  /// A message where the program says it.
  struct Said: Hashable {
    let path: String
    let line: Int
    let message: String
  }

  /// The messages that a file says: the literals of each call.
  static func messages(of file: Repository.File) -> [Said] {
    let text = Array(file.text.unicodeScalars)
    let call = Array("localized(".unicodeScalars)
    var found: [Said] = []
    for start in text.indices where text[start...].starts(with: call) {
      // The end of a longer name, or what the file of the function itself declares.
      if start > 0, text[start - 1].properties.isAlphabetic || text[start - 1] == "`" { continue }
      var scanner = Scanner(text, at: start + call.count)
      let line = 1 + text[..<start].count { $0 == "\n" }
      found += scanner.messages().map { Said(path: file.path, line: line, message: $0) }
    }
    return found
  }

  /// The messages that a file translates, as they are written between quotation marks.
  static func entries(of file: Repository.File) -> [String] {
    var entries: [String] = []
    var goesOn = false
    for line in file.lines {
      if line.hasPrefix("msgid \"") || line.hasPrefix("msgid_plural \"") {
        entries.append(quoted(line))
        goesOn = true
      } else if line.hasPrefix("\""), goesOn {
        entries[entries.count - 1] += quoted(line)
      } else {
        goesOn = false
      }
    }
    return entries
  }

  private static func quoted(_ line: Substring) -> String {
    guard let open = line.firstIndex(of: "\""), let close = line.lastIndex(of: "\""), open < close
    else { return "" }
    return String(line[line.index(after: open)..<close]).replacing("\\\"", with: "\"")
      .replacing("\\n", with: "\n").replacing("\\\\", with: "\\")
  }
}

extension Messages {
  /// Goes through the arguments of a call.
  private struct Scanner {
    private let text: [Unicode.Scalar]
    private var place: Int

    init(_ text: [Unicode.Scalar], at place: Int) { (self.text, self.place) = (text, place) }

    private var next: Unicode.Scalar? { text.indices.contains(place) ? text[place] : nil }

    /// The literals up to the end of the call; those joined by `+` are one, and that of `context:`
    /// or of a condition is none.
    mutating func messages() -> [String] {
      var (found, depth): ([String], Int) = ([], 1)
      var (joins, isContext) = (false, false)
      while let scalar = next, depth > 0 {
        switch scalar {
        case "\"":
          let literal = literal()
          let isCompared = operand(behind: place)
          if joins, let last = found.popLast() {
            found.append(Self.joined(last, literal))
          } else if !isContext, !isCompared {
            found.append(literal)
          }
          (joins, isContext) = (false, false)
          continue
        case "(", "[", "{": depth += 1
        case ")", "]", "}": depth -= 1
        case "+": joins = true
        case ":": isContext = ends(with: "context")
        case " ", "\n": break
        default: joins = false
        }
        place += 1
      }
      return found
    }

    /// Whether a literal is one side of a comparison, and so nothing that is said.
    private func operand(behind place: Int) -> Bool {
      let rest = text[place...].prefix { $0 != "\n" }.drop { $0 == " " }
      return rest.starts(with: "==".unicodeScalars) || rest.starts(with: "!=".unicodeScalars)
    }

    private func ends(with word: String) -> Bool {
      text[..<place].reversed().starts(with: word.unicodeScalars.reversed())
    }

    /// The second of two parts with its places numbered after those of the first.
    private static func joined(_ first: String, _ second: String) -> String {
      let count = places(in: first)
      var second = second
      for number in (0..<places(in: second)).reversed() {
        second = second.replacing("{\(number)}", with: "{\(number + count)}")
      }
      return first + second
    }

    private static func places(in text: String) -> Int {
      var count = 0
      while text.contains("{\(count)}") { count += 1 }
      return count
    }

    /// Reads a literal with its values numbered.
    private mutating func literal() -> String {
      let marks = text[place...].prefix { $0 == "\"" }.count
      let isLong = marks >= 3
      place += isLong ? 3 : 1
      var (result, values) = (String.UnicodeScalarView(), 0)
      while let scalar = next {
        if scalar == "\"", !isLong || text[place...].starts(with: "\"\"\"".unicodeScalars) {
          place += isLong ? 3 : 1
          break
        }
        place += 1
        guard scalar == "\\" else {
          result.append(scalar)
          continue
        }
        guard let escaped = next else { break }
        place += 1
        switch escaped {
        case "(":
          skipValue()
          result.append(contentsOf: "{\(values)}".unicodeScalars)
          values += 1
        case "u": result.append(unicode())
        case "n": result.append("\n")
        // The end of a line of a long literal, which is none of its text.
        case "\n": result.append(contentsOf: "\u{1}\n".unicodeScalars)
        default: result.append(escaped)
        }
      }
      return isLong ? Self.unindented(String(result)) : String(result)
    }

    /// Passes a value, which may hold literals itself.
    private mutating func skipValue() {
      var depth = 1
      while let scalar = next, depth > 0 {
        if scalar == "\"" {
          _ = literal()
          continue
        }
        depth += scalar == "(" ? 1 : scalar == ")" ? -1 : 0
        place += 1
      }
    }

    private mutating func unicode() -> Unicode.Scalar {
      place += 1
      let digits = text[place...].prefix { $0 != "}" }
      place += digits.count + 1
      return UInt32(String(String.UnicodeScalarView(digits)), radix: 16).flatMap(
        Unicode.Scalar.init)
        ?? "?"
    }

    /// A literal of several lines without the indentation of its last one.
    private static func unindented(_ text: String) -> String {
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      let indent = lines.last?.prefix { $0 == " " }.count ?? 0
      return lines.dropFirst().dropLast().map { $0.dropFirst(indent) }.joined(separator: "\n")
        .replacing("\u{1}\n", with: "")
    }
  }
}

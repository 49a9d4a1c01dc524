/// What libyaml says of a text that it cannot cut into tokens.
struct YAMLScannerError: Error {
  /// What is wrong, such as `found unexpected end of stream`.
  var problem: String

  /// In the middle of what, such as `while scanning a quoted scalar`; empty where nothing is said.
  var context: String

  /// Where the scanner stopped.
  var mark: YAMLMark

  /// Where that which it scanned starts.
  var contextMark: YAMLMark

  /// A key that is longer is not taken for one.
  private static let longestKey = 1024

  /// The mistake in an author's words; those of libyaml never show.
  func worded(for source: SourceText) -> YAMLSyntaxError {
    if let inside = mistakeInside(source) {
      return YAMLSyntaxError(mark: contextMark, mistake: inside)
    }
    return YAMLSyntaxError(mark: mark, mistake: mistakeAtEnd(source))
  }

  /// What an author mends where the thing starts, and not where the scanner gave up.
  private func mistakeInside(_ source: SourceText) -> Mistake? {
    switch context {
    case _ where context.hasSuffix("directive"): .directive
    case "while scanning an anchor", "while scanning an alias":
      .reference(
        word(source) {
          $0.isASCII && ($0.properties.isAlphabetic || "0"..."9" ~= $0) || $0 == "-" || $0 == "_"
        })
    case "while scanning a tag", "while parsing a tag": .reference(word(source) { $0 != " " })
    case "while scanning a simple key": key(source)
    case "while scanning a quoted scalar":
      Mistake(
        "quote that never closes",
        hint: "end the text with \(source.line(at: contextMark).rest.first ?? "'")")
    default: nil
    }
  }

  private func mistakeAtEnd(_ source: SourceText) -> Mistake {
    switch problem {
    case "found character that cannot start any token": character(source)
    case "found a tab character that violates indentation",
      "found a tab character where an indentation space is expected":
      Self.indentingTab
    case "block sequence entries are not allowed in this context":
      Mistake("'- ' after other text of its line", hint: "start the list on the next line")
    case "mapping keys are not allowed in this context": .complexKey
    case "mapping values are not allowed in this context":
      Mistake(
        "': ' where no key can stand",
        hint: mark.column > Self.longestKey
          ? "put the value in quotes; a key has at most \(Self.longestKey) characters"
          : "put the value in quotes, or check the indentation of the line")
    case "found unexpected ':'":
      Mistake(
        "':' inside a text between brackets", hint: "write a space after it, or quote the text")
    case "found unknown escape character":
      Mistake(
        "'\\' escape that YAML does not know",
        hint: "write '\\\\' for a backslash, or use single quotes")
    case "did not find expected hexdecimal number":
      Mistake(
        "'\\' escape without its hexadecimal digits",
        hint: "write the character itself, or '\\\\' for a backslash")
    case "found invalid Unicode character escape code":
      Mistake("'\\' escape of no character", hint: "write the character itself")
    case "did not find expected comment or line break":
      Mistake(
        "text after '|' or '>' in the same line", hint: "start the text on the next line")
    case "found an indentation indicator equal to 0":
      Mistake("0 as the indentation of a text", hint: "leave it out; the first line shows it")
    default:
      Mistake("text that is not YAML", hint: "check quotes, brackets and indentation")
    }
  }

  private static let indentingTab = Mistake(
    "tab where the line is indented", hint: "indent with spaces")

  private func character(_ source: SourceText) -> Mistake {
    let (before, rest) = source.line(at: mark)
    if rest.first == "\t" {
      return before.allSatisfy { $0 == " " }
        ? Self.indentingTab : Mistake("tab where a space should stand", hint: "write a space")
    }
    return Mistake(
      "'\(rest.first ?? " ")' cannot start a text", hint: "put the text in single quotes")
  }

  private func key(_ source: SourceText) -> Mistake {
    let line = String(source.line(at: contextMark).rest)
    let text = line.prefix(upTo: line.firstRange(of: " #")?.lowerBound ?? line.endIndex)
    let end = text.lastIndex { $0 != " " && $0 != "\t" } ?? text.startIndex
    let shown = Mistake.quoted(String(text[...end]))
    if mark.line == contextMark.line, mark.column - contextMark.column > Self.longestKey {
      return Mistake("\(shown) is too long for a key", hint: "shorten it")
    }
    return Mistake("\(shown) has no ':' after it", hint: "write it as 'key: value'")
  }

  /// The sign in front and the characters of a name behind it.
  private func word(_ source: SourceText, _ isName: (Unicode.Scalar) -> Bool) -> String {
    let rest = source.line(at: contextMark).rest
    return String(rest.prefix(1)) + String(rest.dropFirst().prefix(while: isName))
  }
}

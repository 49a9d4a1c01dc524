import Diagnostics
import Yams

extension YamlError {
  /// The parser's mistake in an author's words.
  ///
  /// The guard has worded most mistakes before the parser sees them; left are those that need
  /// the grammar: where a list, a mapping or a quoted text goes wrong.
  func diagnostic(file: String) -> Diagnostic {
    switch self {
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      let (message, hint) = Self.wording(of: problem, context: context?.text ?? "")
      let place = SourceLocation(file: file, line: mark.line, column: mark.column)
      return Diagnostic(.error, at: place, message, hint: hint)
    case .duplicatedKeysInMapping(let keys, let context):
      let place = SourceLocation(file: file, line: context.mark.line, column: context.mark.column)
      let key = Mistake.quoted(keys.first ?? "")
      return Diagnostic(
        .error, at: place, "\(key) is written twice in one mapping",
        hint: "remove one of the two; this is the first")
    default:
      return Diagnostic(
        .error, at: SourceLocation(file: file), "text that is not YAML",
        hint: "check quotes, brackets and indentation")
    }
  }

  /// A phrase and a hint for what libyaml says; an unknown saying is passed on as it is.
  private static func wording(of problem: String, context: String) -> (String, String?) {
    switch problem {
    case "did not find expected key" where context.contains("block"):
      ("line whose indentation fits no line above it", "align it with the keys beside it")
    case "did not find expected '-' indicator":
      ("line that is not part of the list above it", "start it with '- ', or indent it less")
    case "did not find expected ',' or ']'":
      ("list whose '[' is not closed here", "write ',' between items and ']' after the last")
    case "did not find expected ',' or '}'":
      ("mapping whose '{' is not closed here", "write ',' between keys and '}' after the last")
    case "did not find expected node content":
      ("sign where a value should stand", "write the value, or put the text in quotes")
    case "found unknown escape character":
      ("'\\' escape that YAML does not know", "write '\\\\' for a backslash, or use single quotes")
    case "found invalid Unicode character escape code":
      ("'\\' escape of no character", "write the character itself")
    case "did not find expected hexdecimal number":
      ("'\\' escape without its hexadecimal digits", "write the character itself")
    case "did not find expected comment or line break":
      ("text after '|' or '>' in the same line", "start the text on the next line")
    case "found unexpected ':'":
      ("':' inside a text between brackets", "put the text in quotes")
    case "did not find expected <document start>":
      ("text after the end of the document", "check the indentation of the line")
    case _ where problem.contains("tab character"):
      ("tab where the line is indented", "indent with spaces")
    default: ("text that is not YAML: \(problem)", nil)
    }
  }
}

/// A token in a place where only others can stand.
struct YAMLUnexpectedToken {
  /// What can stand there: a value; a key of the mapping or an item of the list that is open, or
  /// its end; the end of the file.
  enum Expected {
    case value, key, item, end
  }

  var kind: YAMLTokens.Kind
  var start: YAMLMark
  var end: YAMLMark
  /// Where the token before it starts and ends.
  var previous: (start: YAMLMark, end: YAMLMark)
  /// The innermost bracket or brace that is open.
  var opening: YAMLOpening?
  var expected: Expected

  /// The mistake in an author's words.
  func worded(for source: SourceText) -> YAMLSyntaxError {
    if let opening, let mistake = unclosed(opening) {
      return YAMLSyntaxError(mark: opening.mark, mistake: mistake)
    }
    return YAMLSyntaxError(mark: start, mistake: afterEnd(source) ?? sign ?? place)
  }

  /// The mistake of a bracket that an author did not close, which stands where it was opened.
  private func unclosed(_ opening: YAMLOpening) -> Mistake? {
    let hint = "write '\(opening.closing)' after the last item"
    switch kind {
    case .streamEnd, .documentStart, .documentEnd:
      return Mistake("'\(opening.sign)' that never closes", hint: hint)
    case .value where expected != .value && start.line > opening.mark.line:
      return Mistake(
        "'\(opening.sign)' that is not closed before the ': ' of line \(start.line + 1)",
        hint: "\(hint), or put the text with ': ' in quotes")
    default: return nil
    }
  }

  /// The mistake of a text that goes on in its line although it ended with a quote or a bracket.
  private func afterEnd(_ source: SourceText) -> Mistake? {
    let isText =
      switch kind {
      case .scalar, .flowSequenceStart, .flowMappingStart, .alias, .anchor, .tag: true
      case .flowEntry: opening == nil
      default: false
      }
    guard isText, start.line == previous.end.line,
      let last = source.line(at: previous.end).before.last
    else { return nil }
    let comma = opening == nil ? "" : "write ',' between items, or "
    switch last {
    case "'", "\"":
      let inside = last == "'" ? "''" : "\\\""
      guard previous.start.line == start.line else {
        let line = previous.start.line + 1
        return Mistake(
          "text after a quote that was opened in line \(line)",
          hint:
            "end the text of line \(line) with \(last), or write \(inside) for a quote inside it")
      }
      let other = last == "'" ? "" : ", or put all of it in single quotes"
      return Mistake(
        "text after the closing quote",
        hint: "\(comma)write \(inside) for a quote inside a text\(other)")
    case "]", "}":
      return Mistake(
        "text after the closing '\(last)'", hint: "\(comma)put the whole text in quotes")
    default: return nil
    }
  }

  /// The mistake of a sign that can stand nowhere, or not there.
  private var sign: Mistake? {
    switch kind {
    case .directive: return .directive
    case .documentStart:
      return Mistake("second document in one file", hint: "move what follows to a file of its own")
    case .documentEnd:
      return Mistake("'...' ends a document, which a file does by itself", hint: "remove the line")
    case .key where start != end: return .complexKey
    case .value where opening != nil && expected == .item:
      return Mistake("': ' where no key can stand", hint: "put the text in quotes")
    case .value:
      return Mistake(
        "':' without a key before it", hint: "write the key first, or quote the text")
    case .flowEntry where opening == nil:
      return Mistake("',' outside of brackets", hint: "put the text in quotes")
    case .flowEntry:
      return Mistake("',' without a value before it", hint: "write the value, or remove the ','")
    case .flowSequenceStart where opening != nil, .flowMappingStart where opening != nil:
      return Mistake(
        "'\(kind == .flowMappingStart ? "{" : "[")' inside a text between brackets",
        hint: "put the text in quotes, or write ',' before it")
    case .flowSequenceEnd: return closing("]", of: "[")
    case .flowMappingEnd: return closing("}", of: "{")
    case .blockEntry where opening != nil:
      return Mistake("'- ' between brackets", hint: "write ',' between items, and no '- '")
    case .blockEntry where expected == .key:
      return Mistake(
        "'- ' among the keys of a mapping", hint: "indent it below its key, or write 'key: value'")
    default: return nil
    }
  }

  private func closing(_ sign: String, of other: String) -> Mistake {
    guard let opening else {
      return Mistake("'\(sign)' without a '\(other)'", hint: "remove it, or put the text in quotes")
    }
    return Mistake(
      "'\(sign)' where '\(opening.closing)' should stand",
      hint: "close the '\(opening.sign)' of line \(opening.mark.line + 1) first")
  }

  /// The mistake of a line that belongs to nothing above it.
  private var place: Mistake {
    switch expected {
    case .key:
      return Mistake(
        "line whose indentation fits no line above it", hint: "align it with the keys beside it")
    case .item:
      guard let opening else {
        let hint = "start it with '- '" + (start.column > 0 ? ", or indent it less" : "")
        return Mistake("line that is not part of the list above it", hint: hint)
      }
      let (noun, items) = opening.sign == "[" ? ("list", "items") : ("mapping", "keys")
      return Mistake(
        "\(noun) whose '\(opening.sign)' is not closed here",
        hint: "write ',' between \(items) and '\(opening.closing)' after the last")
    case .end:
      return Mistake(
        "text after the end of the document", hint: "check the indentation of the line")
    case .value:
      return Mistake(
        "sign where a value should stand", hint: "write the value, or put the text in quotes")
    }
  }
}

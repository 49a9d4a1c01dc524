import Diagnostics

/// Refuses, before anything is composed, what a content file has no use for: anchors, aliases,
/// tags, directives, keys that are not plain texts, keys written twice, and deep nesting.
///
/// Composing first would be too late: an alias can stand for a billion nodes, and comparing
/// them as keys visits each. The guard sees the tokens that libyaml sees, in linear time.
/// What it does not judge, such as indentation, it leaves to the parser.
struct YAMLGuard {
  private var cursor: YAMLCursor
  private var nesting = YAMLNesting()
  private var findings: [Diagnostic] = []
  private var mayStartKey = true
  private var isDone = false
  private var sawContent = false
  private var sawDocumentStart = false

  /// How deep lists and mappings may nest; no format of ours needs a quarter of it.
  static let maximumDepth = 32

  /// What is refused in a text, in reading order.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  static func findings(in source: SourceText) -> [Diagnostic] {
    var yamlGuard = Self(source)
    while !yamlGuard.isDone { yamlGuard.passToken() }
    return yamlGuard.findings
  }

  private init(_ source: SourceText) { cursor = YAMLCursor(source) }

  private mutating func passToken() {
    passBlanks()
    guard !isDone else { return }
    nesting.endBlocks(deeperThan: cursor.column)
    guard let scalar = cursor.current else {
      endKey(nesting.takeKey())
      reportOpening()
      isDone = true
      return
    }
    if passDocumentMarker() { return }
    sawContent = true

    switch scalar {
    case "[", "{": startFlow()
    case "]", "}":
      nesting.endFlow()
      mayStartKey = false
      cursor.advance()
    case ",":
      endKey(nesting.takeKey())
      mayStartKey = true
      cursor.advance()
    case "-" where cursor.isBlankOrEnd(1): passEntry()
    case "?" where nesting.isInFlow || cursor.isBlankOrEnd(1):
      stop("'?' starts a key that is not a plain text", hint: "write it as 'key: value'")
    case ":" where nesting.isInFlow || cursor.isBlankOrEnd(1): passColon()
    case "*", "&", "!": passReference(scalar)
    case "|" where !nesting.isInFlow, ">" where !nesting.isInFlow:
      endKey(nesting.takeKey())
      mayStartKey = true
      cursor.skipBlock(parent: nesting.indent)
    case "'", "\"": passQuoted(scalar)
    case "|", ">", "%", "@", "`":
      stop("'\(scalar)' cannot start a text", hint: "put the text in single quotes")
    default: passPlain()
    }
  }

  private mutating func passBlanks() {
    while let scalar = cursor.current {
      switch scalar {
      case " ": cursor.advance()
      case "\t" where nesting.isInFlow || !mayStartKey: cursor.advance()
      case "\t":
        stop("tab where the line is indented", hint: "indent with spaces")
        return
      case "#": cursor.skipLine()
      case "\n":
        cursor.advance()
        endKey(nesting.expireKeys())
        if !nesting.isInFlow { mayStartKey = true }
      default: return
      }
    }
  }

  private mutating func passDocumentMarker() -> Bool {
    if cursor.column == 0, cursor.current == "%" {
      stop("'%' starts a YAML directive, which no content file needs", hint: "remove the line")
      return true
    }
    guard cursor.isAtDocumentMarker else { return false }
    guard cursor.current == "-", !sawContent, !sawDocumentStart else {
      stop("second document in one file", hint: "move what follows to a file of its own")
      return true
    }
    sawDocumentStart = true
    mayStartKey = false
    for _ in 0..<3 { cursor.advance() }
    return true
  }

  private mutating func startFlow() {
    saveKey(isScalar: false)
    mayStartKey = true
    let sign = cursor.current ?? "["
    nesting.startFlow(YAMLNesting.Opening(sign: sign, location: cursor.location))
    checkDepth()
    cursor.advance()
  }

  private mutating func reportOpening() {
    guard let opening = nesting.opening else { return }
    stop(
      at: opening.location, "'\(opening.sign)' that never closes",
      hint: "write '\(opening.sign == "[" ? "]" : "}")' after the last item")
  }

  private mutating func passEntry() {
    guard mayStartKey || nesting.isInFlow else {
      stop("'- ' after other text of its line", hint: "start the list on the next line")
      return
    }
    nesting.startBlock(at: cursor.column)
    checkDepth()
    endKey(nesting.takeKey())
    mayStartKey = true
    cursor.advance()
  }

  private mutating func passColon() {
    guard let key = nesting.takeKey() else {
      if let opening = nesting.opening, opening.location.line != cursor.line {
        reportOpening()
      } else if cursor.isFirstInLine {
        stop("':' without a key before it", hint: "write the key first, or quote the text")
      } else {
        stop(
          "': ' where no key can stand",
          hint: "put the value in quotes, or check the indentation of the line")
      }
      return
    }
    nesting.startBlock(at: key.column)
    checkDepth()
    mayStartKey = false
    cursor.advance()
    guard key.isScalar else {
      stop(at: key.location, "key that is a list or a mapping", hint: "write a text as the key")
      return
    }
    guard let text = key.text, let first = nesting.claim(text, at: key.location) else { return }
    findings.append(
      Diagnostic(
        .error, at: key.location, "\(Mistake.quoted(text)) is written twice in one mapping",
        hint: "remove one of the two; the first is in line \(first.line ?? 1)"))
  }

  /// Anchors and aliases put one node in many places, and tags change what a text is.
  private mutating func passReference(_ indicator: Unicode.Scalar) {
    let (place, start) = (cursor.location, cursor.index)
    saveKey()
    mayStartKey = false
    cursor.advance()
    cursor.advance { $0.isNameCharacter || (indicator == "!" && !$0.isYAMLBlank) }
    let text = Mistake.quoted(cursor.text(from: start, to: cursor.index))
    let (noun, hint) =
      switch indicator {
      case "&": ("an anchor", "write the values out, or put the text in quotes")
      case "*": ("an alias", "write the values out, or put the text in quotes")
      default: ("a tag", "remove it, or put the text in quotes")
      }
    findings.append(
      Diagnostic(.error, at: place, "\(text) is \(noun), which no content file needs", hint: hint))
    // Not a reference after all, such as '*bold* text': the parser would stop here too.
    if !cursor.isBlankOrEnd(0), cursor.current != ":" { isDone = true }
  }

  private mutating func passQuoted(_ quote: Unicode.Scalar) {
    let (place, start, line) = (cursor.location, cursor.index, cursor.line)
    saveKey()
    mayStartKey = false
    guard cursor.skipQuoted(quote) else {
      stop(at: place, "quote that never closes", hint: "end the text with \(quote)")
      return
    }
    // What an escape means is the parser's knowledge, and so are keys that hold one.
    let inner = cursor.text(from: start, to: cursor.index).dropFirst().dropLast()
    if !inner.contains(where: { $0 == "\\" || $0 == "'" }) { nesting.name(String(inner)) }
    if cursor.line > line { endKey(nesting.expireKeys()) }
  }

  private mutating func passPlain() {
    let start = cursor.index
    saveKey()
    mayStartKey = false
    guard let plain = cursor.skipPlain(indent: nesting.indent, inFlow: nesting.isInFlow) else {
      stop("tab where the line is indented", hint: "indent with spaces")
      return
    }
    nesting.name(cursor.text(from: start, to: plain.end))
    guard plain.crossedLine else { return }
    mayStartKey = true
    endKey(nesting.expireKeys())
  }

  /// Remembers the token at the cursor: it is a key if a colon follows in its line.
  private mutating func saveKey(isScalar: Bool = true) {
    guard mayStartKey else { return }
    endKey(nesting.takeKey())
    nesting.save(
      YAMLNesting.Key(
        location: cursor.location, column: cursor.column, text: nil, isScalar: isScalar,
        isRequired: !nesting.isInFlow && nesting.indent == cursor.column))
  }

  private mutating func endKey(_ key: YAMLNesting.Key?) {
    guard let key, key.isRequired else { return }
    let text = key.text.map(Mistake.quoted) ?? "key"
    stop(at: key.location, "\(text) has no ':' after it", hint: "write it as 'key: value'")
  }

  private mutating func checkDepth() {
    guard nesting.depth > Self.maximumDepth else { return }
    stop(
      "nesting deeper than \(Self.maximumDepth) levels",
      hint: "check for brackets or dashes too many")
  }

  private mutating func stop(at place: SourceLocation? = nil, _ message: String, hint: String) {
    guard !isDone else { return }
    findings.append(Diagnostic(.error, at: place ?? cursor.location, message, hint: hint))
    isDone = true
  }
}

extension Unicode.Scalar {
  fileprivate var isYAMLBlank: Bool { self == " " || self == "\t" || self == "\n" }

  fileprivate var isNameCharacter: Bool {
    isASCII && (properties.isAlphabetic || properties.numericType == .decimal)
      || self == "-" || self == "_"
  }
}

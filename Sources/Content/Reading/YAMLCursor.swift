import Diagnostics

/// The place of a reader in a YAML text: the token at hand, what is open around it, and what was
/// refused so far.
struct YAMLCursor: ~Copyable {
  /// How deep lists and mappings may nest; no format of ours needs a quarter of it.
  static let maximumDepth = 32

  private let source: SourceText
  private var tokens: YAMLTokens
  private var depth = 0
  /// The brackets and braces that are open.
  private var openings: [YAMLOpening] = []
  private(set) var findings: [Diagnostic] = []

  init(_ source: SourceText) {
    self.source = source
    tokens = YAMLTokens(source.text)
  }

  /// What the token at hand is.
  var kind: YAMLTokens.Kind { tokens.kind }

  /// Where the token at hand starts.
  var location: SourceLocation { location(of: tokens.start) }

  /// The place behind the token before, where an author left something out.
  var previousEnd: SourceLocation { location(of: tokens.previous.end) }

  /// Whether a scalar stands without quotes, and not as a block of lines.
  var isPlain: Bool { tokens.isPlain }

  /// Whether a bracket or a brace is open.
  var isInFlow: Bool { !openings.isEmpty }

  // MARK: Steps

  mutating func advance() throws(YAMLSyntaxError) {
    do throws(YAMLScannerError) {
      try tokens.advance()
    } catch {
      throw error.worded(for: source)
    }
  }

  /// Goes into a list or a mapping, if it is not too deep.
  mutating func stepIn() throws(YAMLSyntaxError) {
    guard depth < Self.maximumDepth else {
      let mistake = Mistake(
        "nesting deeper than \(Self.maximumDepth) levels",
        hint: "check for brackets or dashes too many")
      throw YAMLSyntaxError(mark: tokens.start, mistake: mistake)
    }
    depth += 1
    try advance()
  }

  /// Leaves a list or a mapping at its last token.
  mutating func stepOut() throws(YAMLSyntaxError) {
    depth -= 1
    try advance()
  }

  /// Goes into brackets or braces, which the kind of token closes.
  mutating func open(until end: YAMLTokens.Kind) throws(YAMLSyntaxError) {
    openings.append(YAMLOpening(mark: tokens.start, end: end))
    try stepIn()
  }

  /// Leaves the innermost brackets or braces.
  mutating func close() throws(YAMLSyntaxError) {
    openings.removeLast()
    try stepOut()
  }

  /// Passes the sign in front of a key, which has a length only if it is a `?`.
  mutating func passKeySign() throws(YAMLSyntaxError) {
    guard tokens.start == tokens.end else { throw unexpected(.key) }
    try advance()
  }

  /// Passes a scalar.
  mutating func passText() throws(YAMLSyntaxError) -> String {
    let text = tokens.text
    // An escape can write what the file itself may not hold.
    if tokens.mayHoldEscapes, let refused = text.refusedScalar {
      refuse(
        Mistake(
          "'\(refused.codePoint)' is a character that no page can carry",
          hint: "remove the escape from the text"))
    }
    try advance()
    return text
  }

  /// Passes an anchor or a tag, and refuses it.
  mutating func passProperty() throws(YAMLSyntaxError) {
    refuse(.reference(tokens.reference))
    try advance()
  }

  /// Passes an alias, and refuses it.
  mutating func passAlias() throws(YAMLSyntaxError) {
    let (mistake, mark) = (Mistake.reference(tokens.reference), tokens.start)
    try advance()
    // With more in its line, such as '*bold words', it was to be a text.
    let isAlone = tokens.start.line > tokens.previous.end.line || kind == .value
    guard isAlone || isInFlow else { throw YAMLSyntaxError(mark: mark, mistake: mistake) }
    refuse(mistake, at: location(of: mark))
  }

  // MARK: Findings

  /// Reports a mistake after which reading goes on.
  mutating func refuse(_ mistake: Mistake, at location: SourceLocation? = nil) {
    findings.append(mistake.diagnostic(at: location ?? self.location))
  }

  /// Reports the mistake that ends the reading.
  mutating func stop(_ error: YAMLSyntaxError) {
    refuse(error.mistake, at: location(of: error.mark))
  }

  /// The mistake of the token at hand, which cannot stand here.
  func unexpected(_ expected: YAMLUnexpectedToken.Expected) -> YAMLSyntaxError {
    YAMLUnexpectedToken(
      kind: kind, start: tokens.start, end: tokens.end, previous: tokens.previous,
      opening: openings.last, expected: expected
    ).worded(for: source)
  }

  private func location(of mark: YAMLMark) -> SourceLocation {
    SourceLocation(file: source.file, line: mark.line + 1, column: mark.column + 1)
  }
}

import Diagnostics
import Pricing

/// The keys that say who states a value, and the check that the words hold it.
enum EvidenceFormat {
  /// The words, and how they lead to the number.
  static let words = [
    Field(
      "quote", .text, .optional, "Its words, which hold the number; left out where none were kept.",
      example: "assuming 50 hours total"),
    Field(
      "worked_out", .text, .optional,
      "The arithmetic from the words to the number, where they do not state it themselves.",
      example: "150 ÷ 10 = 15, 500 ÷ 10 = 50"),
  ]

  private static let citation = Shape(
    "citation", "Who says so.",
    [Field("source", .identifier, .required, "The id of the source.", example: "modal-docs")]
      + words)

  /// The key for who states the values of a mapping, each for itself.
  ///
  /// - Parameters:
  ///   - name: What the mapping is, with its article.
  ///   - keys: The keys of the mapping that can have evidence.
  /// - Returns: The key `evidence`, with a key for each of them.
  static func field(of name: String, _ keys: [String]) -> Field {
    Field(
      "evidence",
      .shape(
        Shape(
          "evidence of \(name)", "Who states each value; one that is left out here is assumed.",
          keys.map { Field($0, .shape(citation), .optional, "Who states '\($0)'.") })),
      .optional, "Who states each value; one that is left out here is assumed.")
  }

  /// Who states one value of a mapping; `nil` where its evidence does not say.
  ///
  /// The words have to hold the figures, which are that of the key if they are left out.
  static func citation(
    of key: String, in mapping: Mapping, holding figures: [QuotedFigure]? = nil,
    _ cited: inout [Located<String>], into findings: inout Findings
  ) -> Citation? {
    guard let entry = mapping.mapping("evidence")?.mapping(key) else { return nil }
    return citation(
      entry, holding: figures ?? [mapping.figure(key)].compactMap(\.self), &cited, &findings)
  }

  /// Refuses evidence for values that are not there.
  static func checkKeys(of mapping: Mapping, into findings: inout Findings) {
    guard let evidence = mapping.mapping("evidence") else { return }
    for field in evidence.shape.fields where evidence.has(field.key) && !mapping.has(field.key) {
      findings.error(
        evidence.location(of: field.key), "evidence for '\(field.key)', which is not written",
        hint: "write '\(field.key)', or remove its evidence")
    }
  }

  /// The source, the words and the arithmetic of a mapping; the words have to hold the figures.
  static func citation(
    _ entry: Mapping, holding figures: [QuotedFigure], _ cited: inout [Located<String>],
    _ findings: inout Findings
  ) -> Citation? {
    guard let source = entry.text("source") else { return nil }
    cited.append(source)
    let (quote, working) = (entry.text("quote"), entry.text("worked_out"))
    if let quote {
      let amounts = QuotedAmounts(quote.value).all
      for figure in figures {
        if let mistake = mistake(amounts, working?.value, figure) {
          findings.diagnostics.append(mistake.diagnostic(at: (working ?? quote).location))
        }
      }
    } else if let working {
      findings.error(
        working.location, "arithmetic without the words that it starts from",
        hint: "add 'quote:' with the words of the source")
    }
    return Citation(source: source.value, quote: quote?.value, working: working?.value)
  }

  private static func mistake(_ fault: Working.Fault) -> Mistake {
    switch fault {
    case .wrong(let equation):
      Mistake("'\(equation)' is wrong arithmetic", hint: "work it off from left to right")
    case .misses(let figure):
      Mistake(
        "the working does not come to \(figure.text)",
        hint: "end it with that number, like '150 ÷ 10 = 15'")
    case .stray(let number):
      Mistake(
        "the working uses \(number), which the quotation does not hold",
        hint: "quote the words that state it")
    }
  }

  private static func mistake(
    _ amounts: Set<QuotedAmount>, _ working: String?, _ figure: QuotedFigure
  ) -> Mistake? {
    if let working {
      return Working(working).fault(from: amounts, to: figure).map(mistake)
    }
    guard !figure.isHeld(by: amounts) else { return nil }
    return Mistake(
      "the quotation does not hold \(figure.text)",
      hint: "quote the words with the number, add 'worked_out:' with the arithmetic, or leave the "
        + "quotation out")
  }
}

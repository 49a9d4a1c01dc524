import Diagnostics
import Pricing

/// The keys that say what one gets for the price: a model, a machine, or both.
enum GoodsFormat {
  private static let evidence = [
    Field(
      "source", .identifier, .optional,
      "The id of the source that says so; that of the first price if left out.",
      example: "modal-docs"),
    Field(
      "quote", .text, .optional, "Its words, which hold what is said here.",
      example: "higher for frontier models like GPT-4o"),
  ]

  static let model = Shape(
    "model",
    "The model that answers, as far as anybody says; a fact of the model, whatever else its "
      + "platform has in its catalogue.",
    [
      Field("name", .line, .optional, "Its name.", example: "GPT-4o"),
      Field("class", .line, .optional, "What it is ranked with.", example: "frontier"),
      Field(
        "access", .choice(Goods.Access.allCases.map(\.rawValue)), .optional,
        "Whether its weights are published, or only its maker lets others serve it.",
        example: "proprietary"),
    ] + evidence)

  static let machine = Shape(
    "machine", "The machine that is rented.",
    [
      Field(
        "name", .line, .required, "Its GPU or its size, by which machines are told apart.",
        example: "H100"),
      Field(
        "count", .count, .optional,
        "The GPUs of a replica, which a price per GPU is multiplied by and GPU-hours of work are "
          + "divided by; 1 if left out.",
        example: "8"),
      Field(
        "detail", .line, .optional, "What it is called in full.",
        example: "NVIDIA H100 SXM5, 80 GB"),
    ] + evidence)

  /// What an offer says one gets; `nil` if it says nothing.
  static func goods(
    _ offer: Mapping, rates: [Rate], _ cited: inout [Located<String>],
    into findings: inout Findings
  ) -> Goods? {
    let common = rates.first?.citation
    return Goods(
      model: offer.mapping("model").flatMap { model($0, or: common, &cited, &findings) },
      machine: offer.mapping("machine").flatMap {
        machine($0, or: common, isRented: isRented(rates), &cited, &findings)
      })
  }

  private static func model(
    _ entry: Mapping, or common: Citation?, _ cited: inout [Located<String>],
    _ findings: inout Findings
  ) -> Goods.Model? {
    let said = ["name", "class", "access"].compactMap { entry.text($0) }
    guard !said.isEmpty else {
      if !["name", "class", "access"].contains(where: entry.has), !entry.hasUnknownKeys {
        findings.error(
          entry.location, "a model of which nothing is said",
          hint: "add 'name', 'class' or 'access', or leave 'model' out")
      }
      return nil
    }
    return Goods.Model(
      name: entry.text("name")?.value, modelClass: entry.text("class")?.value,
      access: entry.text("access").flatMap { Goods.Access(rawValue: $0.value) },
      citation: citation(entry, holding: said.map(\.value), or: common, &cited, &findings))
  }

  private static func machine(
    _ entry: Mapping, or common: Citation?, isRented: Bool, _ cited: inout [Located<String>],
    _ findings: inout Findings
  ) -> Goods.Machine? {
    let citation = citation(
      entry, holding: [entry.text("name")?.value].compactMap(\.self), or: common, &cited,
      &findings)
    if !isRented {
      findings.error(
        entry.location, "a machine for an offer that does not bill time",
        hint: "remove it; who buys tokens or requests gets no machine")
    }
    if let count = entry.count("count"), count.value == 0 {
      findings.error(count.location, "a machine without a GPU by its count", hint: "remove 'count'")
    }
    guard let name = entry.text("name") else { return nil }
    return Goods.Machine(
      name: name.value, count: max(1, entry.count("count")?.value ?? 1),
      detail: entry.text("detail")?.value, citation: citation)
  }

  /// Whether an offer bills time; one without readable prices is not blamed.
  private static func isRented(_ rates: [Rate]) -> Bool {
    rates.isEmpty || rates.contains { $0.unit.meter == .time }
  }

  /// Who says so: the source of its own, whose words hold what is said, or that of the price.
  private static func citation(
    _ entry: Mapping, holding said: [String], or common: Citation?,
    _ cited: inout [Located<String>], _ findings: inout Findings
  ) -> Citation? {
    guard let source = entry.text("source") else {
      if let quote = entry.text("quote") {
        findings.error(
          quote.location, "words without their source", hint: "add 'source:' with its id")
      }
      return common
    }
    cited.append(source)
    let quote = entry.text("quote")
    for word in said {
      guard let quote, !quote.value.lowercased().contains(word.lowercased()) else { continue }
      findings.error(
        quote.location, "the quotation does not hold \(Mistake.quoted(word))",
        hint: "quote the words that say so, or leave the quotation out")
    }
    return Citation(source: source.value, quote: quote?.value)
  }
}

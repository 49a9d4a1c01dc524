import Diagnostics
import Pricing

/// Puts the claims of one file together.
///
/// Claims refer to each other, so ``heads()`` of all files come first, ``document(_:)`` after.
struct ClaimReader {
  let mapping: Mapping
  let id: String
  /// Sources that the file cites, for the check that they exist.
  private(set) var cited: [Located<String>] = []
  private(set) var findings = Findings()

  init(_ mapping: Mapping, id: String) {
    self.mapping = mapping
    self.id = id
  }

  /// What other claims need to know of one: its id and the figure.
  struct Head {
    let id: Located<String>
    let published: PublishedValue?
  }

  /// The heads of the claims that have an id.
  mutating func heads() -> [Head] {
    var heads: [Head] = []
    for entry in mapping.mappings("claims") {
      guard let id = entry.text("id") else { continue }
      heads.append(Head(id: id, published: published(entry.mapping("published"))))
    }
    return heads
  }

  /// The claims of the file whose parts could all be read.
  ///
  /// - Parameter names: What formulas may refer to.
  /// - Returns: `nil` for a file that names no source.
  mutating func document(_ names: ClaimNames) -> ClaimDocument? {
    guard let source = mapping.text("source") else { return nil }
    cited.append(source)
    var reader = ClaimFormulaReader(names: names, source: source.value)
    for entry in mapping.mappings("quantities") { reader.define(entry) }
    var claims: [ListedClaim] = []
    for entry in mapping.mappings("claims") {
      if let claim = claim(entry, source: source.value, names, &reader) { claims.append(claim) }
    }
    findings.diagnostics += reader.findings.diagnostics
    cited += reader.cited
    return ClaimDocument(id: id, source: source.value, claims: claims)
  }

  private func claim(
    _ entry: Mapping, source: String, _ names: ClaimNames, _ reader: inout ClaimFormulaReader
  ) -> ListedClaim? {
    let formula = reader.formula(entry, of: entry.text("id")?.value)
    let condition = condition(entry, &reader)
    guard let id = entry.text("id"), let quote = entry.text("quote"),
      let says = entry.text("says"), let formula, let published = names.claims[id.value] ?? nil,
      condition != nil || !entry.has("condition")
    else { return nil }
    if formula.unit != published.unit {
      reader.findings.error(
        entry.location(of: "formula"),
        "\(ClaimFormulaReader.quoted(formula.unit)) is what the formula comes to, not "
          + ClaimFormulaReader.quoted(published.unit),
        hint: "check the units of its terms, or the unit of 'published'")
      return nil
    }
    let relation = entry.text("relation").flatMap { Claim.Relation(rawValue: $0.value) }
    let claim = Claim(
      id: id.value, says: says.value, citation: Citation(source: source, quote: quote.value),
      published: published, relation: relation ?? .equals, formula: formula.formula,
      condition: condition)
    return ListedClaim(claim: claim, location: id.location)
  }

  /// What a claim depends on; `nil` for nothing, or with findings.
  private func condition(
    _ entry: Mapping, _ reader: inout ClaimFormulaReader
  ) -> Claim.Condition? {
    guard let condition = entry.mapping("condition") else { return nil }
    let formula = reader.formula(condition, of: entry.text("id")?.value)
    guard let quote = condition.text("quote"), let says = condition.text("says"), let formula
    else { return nil }
    if let whole = entry.text("quote"), !whole.value.contains(quote.value) {
      reader.findings.error(
        quote.location, "words of a condition that are not among those of the claim",
        hint: "quote the figure together with its condition")
      return nil
    }
    return Claim.Condition(quote: quote.value, says: says.value, formula: formula.formula)
  }

  private mutating func published(_ entry: Mapping?) -> PublishedValue? {
    guard let entry, let value = entry.decimalRange("value") else { return nil }
    guard case .range(let range) = value.value else {
      findings.error(
        value.location, "a published figure that is not stated",
        hint: "remove the claim, or write the figure")
      return nil
    }
    let bound = entry.text("bound").flatMap { PublishedValue.Bound(rawValue: $0.value) }
    if bound != nil, range.lowerBound != range.upperBound {
      findings.error(
        entry.location(of: "bound"), "a bound of a range",
        hint: "write the one figure that is the bound, or remove 'bound'")
      return nil
    }
    guard let unit = ClaimFormulaReader.unit(entry, into: &findings) else { return nil }
    let figures = findings.exact(value.location) { () throws(PricingError) in
      try Bounds(range.lowerBound.ratio(), range.upperBound.ratio())
    }
    let tolerance = entry.decimal("tolerance").flatMap { stated in
      findings.exact(stated.location) { () throws(PricingError) in try stated.value.ratio() }
    }
    return figures.map {
      PublishedValue(
        $0, bound: bound, unit: unit,
        decimals: Ends(
          low: min(24, range.lowerBound.writtenDecimals),
          high: min(24, range.upperBound.writtenDecimals)),
        isApproximate: entry.boolean("approximate")?.value ?? false, statedTolerance: tolerance)
    }
  }
}

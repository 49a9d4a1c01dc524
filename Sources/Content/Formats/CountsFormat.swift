import Diagnostics
import Pricing

/// The keys of a workload for what is counted beside tokens and requests: one for each quantity.
enum CountsFormat {
  /// A quantity and the key under which a workload has so many of it.
  private static let keys: [(key: String, quantity: Quantity)] = Quantity.allCases.filter {
    ![.tokens, .inputTokens, .outputTokens, .requests].contains($0)
  }.map { (key(of: $0), $0) }

  private static func key(of quantity: Quantity) -> String {
    quantity.id.replacing("-", with: "_")
  }

  private static let quantities = Dictionary(
    uniqueKeysWithValues: keys.map { ($0.key, $0.quantity) })

  static let fields: [Field] = keys.map { key, quantity in
    let part = quantity.whole == .requests ? "" : ", a part of all \(quantity.whole.many)"
    return Field(key, .countRange, .optional, "How many \(quantity.many)\(part).", example: "10k")
  }

  /// What a workload has so many of, in the order of the table.
  static func counts(
    _ entry: Mapping, _ tokens: TokenVolume?, _ cited: inout [Located<String>],
    into findings: inout Findings
  ) -> [Workload.Count] {
    let written = entry.writtenKeys.compactMap { quantities[$0] }.sorted()
    var counts: [Workload.Count] = []
    for quantity in written {
      let key = key(of: quantity)
      let citation = EvidenceFormat.citation(of: key, in: entry, &cited, into: &findings)
      guard let stated = entry.countRange(key) else { continue }
      guard case .range(let range) = stated.value else {
        findings.error(
          stated.location, "'\(key)' of a workload that are not stated",
          hint: "write a range that is wide enough, or leave the key out")
        continue
      }
      check(quantity, range.upperBound, of: tokens, at: stated.location, &findings)
      counts.append(
        Workload.Count(
          quantity,
          Bounds(Ratio(Int128(range.lowerBound)), Ratio(Int128(range.upperBound))),
          basis: Basis(citation)))
    }
    return counts
  }

  /// A part is at most as many as its whole, which has to be known by kind.
  private static func check(
    _ quantity: Quantity, _ count: Int, of tokens: TokenVolume?, at place: SourceLocation,
    _ findings: inout Findings
  ) {
    guard quantity.meter == .tokens else { return }
    guard case .split(let input, let output) = tokens else {
      findings.error(
        place, "\(quantity.many) of a workload that does not say how many tokens of each kind",
        hint: "write 'input_tokens' and 'output_tokens' instead of 'tokens'")
      return
    }
    let whole = quantity.whole == .inputTokens ? input : output
    if count > whole {
      findings.error(
        place, "more \(quantity.many) than the \(whole) \(quantity.whole.many) they are a part of",
        hint: "write at most \(whole)")
    }
  }
}

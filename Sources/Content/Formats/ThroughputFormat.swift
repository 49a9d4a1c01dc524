import Diagnostics
import Pricing

/// The keys that say how fast a replica works.
enum ThroughputFormat {
  static let shape = Shape(
    "throughput",
    "How fast one replica works; either speed, of what, and the share of time it works.",
    [
      Field(
        "tokens_per_second", .decimalRange, .optional, "Tokens a second while working.",
        example: "300 to 600"),
      Field(
        "tokens_per_hour", .countRange, .optional, "Tokens an hour while working.",
        example: "1M to 2M"),
      Field(
        "per", .choice(["replica", "gpu"]), .optional,
        "Of what the speed is: of a replica, or of each GPU of its machine; of a replica if left out.",
        example: "gpu"),
      Field(
        "utilisation", .percentRange, .optional,
        "The share of its time the replica really works; 100 % if left out.", example: "80 %"),
      EvidenceFormat.field(
        of: "a throughput", ["tokens_per_second", "tokens_per_hour", "utilisation"]),
    ])

  static func throughput(
    _ mapping: Mapping?, _ cited: inout [Located<String>], into findings: inout Findings
  ) -> Throughput? {
    guard let mapping else { return nil }
    EvidenceFormat.checkKeys(of: mapping, into: &findings)
    let evidence = ["tokens_per_second", "tokens_per_hour", "utilisation"].map { key in
      EvidenceFormat.citation(of: key, in: mapping, &cited, into: &findings)
    }
    let perSecond = mapping.decimalRange("tokens_per_second")
    let perHour = mapping.countRange("tokens_per_hour")
    guard (perSecond == nil) != (perHour == nil) else {
      if mapping.has("tokens_per_second") == mapping.has("tokens_per_hour") {
        findings.error(
          mapping.location, "a throughput needs exactly one speed",
          hint: "write 'tokens_per_second' or 'tokens_per_hour'")
      }
      return nil
    }
    let place = perSecond?.location ?? perHour?.location ?? mapping.location
    guard !isZero(perSecond?.value), !isZero(perHour?.value) else {
      findings.error(
        place, "a speed of 0, at which no work is ever done",
        hint: "write a number above 0; for a deployment without work write 'traffic: idle'")
      return nil
    }
    let computed = findings.exact(place) { () throws(PricingError) -> Throughput? in
      let speed =
        if let perSecond {
          try perSecond.value.bounds { decimal throws(PricingError) in try decimal.ratio() }
        } else {
          try perHour?.value.bounds { count throws(PricingError) in
            try Ratio(Int128(count), over: 3600)
          }
        }
      let share = try mapping.percentRange("utilisation")?.value.bounds {
        decimal throws(PricingError) in try decimal.ratio()
      }
      guard let speed else { return nil }
      return try Throughput(
        tokensPerSecond: speed, utilisation: share ?? Bounds(.one),
        isPerGPU: mapping.text("per")?.value == "gpu",
        basis: Basis(evidence[0] ?? evidence[1]), utilisationBasis: Basis(evidence[2]))
    }
    guard let throughput = computed ?? nil else {
      if computed != nil {
        findings.error(place, "a speed that is not stated", hint: "write a number or a range")
      }
      return nil
    }
    if throughput.utilisation.high > .one {
      findings.error(
        mapping.location(of: "utilisation"), "more than 100 % of the time",
        hint: "write a share up to 100 %")
    }
    return throughput
  }

  private static func isZero(_ speed: Stated<ExactDecimal>?) -> Bool {
    if case .range(let range)? = speed { range.lowerBound.significand == 0 } else { false }
  }

  private static func isZero(_ speed: Stated<Int>?) -> Bool {
    if case .range(let range)? = speed { range.lowerBound == 0 } else { false }
  }
}

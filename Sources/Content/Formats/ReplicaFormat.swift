import Diagnostics
import Pricing

/// The keys of what one replica has of each part that is charged for its time.
enum ReplicaFormat {
  static let fields: [Field] =
    RateUnit.Part.allCases.compactMap { part in
      part.sizeKey.map {
        Field(
          $0, .decimal, .optional,
          "How many \(part.many) a replica has; for a price of the time of one.", example: "16")
      }
    } + [
      Field(
        "power_share", .percent, .optional,
        "How much of 'kw' a machine draws on average while it is up; all of it if left out.",
        example: "70 %")
    ]

  /// Reads how many of each part a replica has, and reports parts with a price and without a number,
  /// or the other way round.
  static func size(
    _ entry: Mapping, _ machine: Goods.Machine?, _ units: Set<RateUnit>,
    _ findings: inout Findings
  ) -> ReplicaSize {
    var size = ReplicaSize()
    let priced = Set(units.compactMap(\.part))
    if let machine, priced.contains(.gpus) { size[.gpus] = Ratio(Int128(machine.count)) }
    for part in RateUnit.Part.allCases {
      guard let key = part.sizeKey else { continue }
      guard let stated = entry.decimal(key) else {
        if priced.contains(part), !entry.has(key) {
          findings.error(
            entry.location, "a price per \(part.one) without a size", hint: "add '\(key): 16'")
        }
        continue
      }
      let count = findings.exact(stated.location) { () throws(PricingError) in
        try stated.value.ratio()
      }
      guard let count else { continue }
      if count > 0, priced.contains(part) {
        size[part] = count
      } else {
        let unit = RateUnit.allCases.last { $0.part == part }
        findings.error(
          stated.location, "'\(key)' needs a price per \(part.one) and a number above 0",
          hint: "remove it, or state '\(unit?.key ?? "")'")
      }
    }
    readPowerShare(entry, priced, &size, &findings)
    return size
  }

  private static func readPowerShare(
    _ entry: Mapping, _ priced: Set<RateUnit.Part>, _ size: inout ReplicaSize,
    _ findings: inout Findings
  ) {
    guard let stated = entry.percent("power_share") else { return }
    let share = findings.exact(stated.location) { () throws(PricingError) in
      try stated.value.ratio()
    }
    guard let share else { return }
    if priced.contains(.kilowatts), share > 0, share <= .one {
      size.powerShare = share
    } else {
      findings.error(
        stated.location, "'power_share' needs a price per kWh, and a part above 0 and up to 100 %",
        hint: "remove it, or state 'usd_per_kwh'")
    }
  }

  /// Prices of several parts of a machine add up; two of one part, or one of the whole beside one of a
  /// part, would charge the same twice.
  static func check(
    _ units: [RateUnit], at place: SourceLocation, _ findings: inout Findings
  ) {
    for unit in units {
      guard let part = unit.part else { continue }
      let twin = units.first { other in
        guard let second = other.part, other < unit else { return false }
        // What a machine stands on and runs on is no part of it.
        guard ![second.resource, part.resource].contains(where: { [.place, .power].contains($0) })
        else { return second.resource == part.resource }
        return second.resource == part.resource
          || [second.resource, part.resource].contains(.whole)
      }
      guard let twin, let second = twin.part else { continue }
      if part == .bought || second == .bought {
        findings.error(
          place,
          "a machine that is bought, beside a price for its time: \(twin.key) and \(unit.key)",
          hint: "make two offers of it; hosting is 'usd_per_machine_month', power 'usd_per_kwh'")
        continue
      }
      let isWhole = second.resource != part.resource
      findings.error(
        place,
        (isWhole
          ? "a price for the time of a whole machine beside one for a part of it: "
          : "two prices for the time of one part of a machine: ") + "\(twin.key) and \(unit.key)",
        hint: isWhole
          ? "keep one of them, or make two offers of it" : "keep one of them")
    }
  }
}

/// One row of the table of units.
struct UnitRow: Sendable {
  let id: String
  let quantity: Quantity?
  let part: RateUnit.Part?
  let size: Int128
  let sizeName: String
  let one: String
  let many: String
  let per: String
  let label: String
  let documentation: String
  let example: String
  /// Dollars.
  let largest: Int128

  /// Whether it is no price of anything, but what a bill comes to at least.
  var isMinimum: Bool { quantity == nil && part == nil }

  var key: String {
    if isMinimum { return "usd_minimum_per_month" }
    let bytes = id.utf8.map { $0 == UInt8(ascii: "-") ? UInt8(ascii: "_") : $0 }
    return "usd_per_\(String(decoding: bytes, as: UTF8.self))"
  }

  /// So many of what is counted, under a name that follows from it.
  init(
    _ size: Size, _ quantity: String, example: String, largest: Int128, label: String? = nil,
    documentation: String? = nil
  ) {
    guard let counted = Quantity(id: quantity) else {
      preconditionFailure("the table of quantities has no '\(quantity)'")
    }
    // An hour of audio is 3,600 seconds of it, and nobody says so.
    let name = size.replacesSecond.map { word in
      [counted.one, counted.many].map { $0.replacing("second", with: word) }
    }
    let single = name ?? (size == .one ? [counted.one, counted.many] : nil)
    one = single?[0] ?? "\(size.word) \(counted.many)"
    many = single?[1] ?? one
    id = one.lowercased().replacing(" ", with: "-")
    self.quantity = counted
    part = nil
    self.size = size.count
    sizeName = size.name
    per = "per \(single?[0] ?? "\(size.short) \(counted.many)")"
    self.label = label ?? counted.many.prefix(1).uppercased() + counted.many.dropFirst()
    let what = single.map { "one \($0[0])" } ?? "\(size.name) \(counted.many)"
    self.documentation = documentation ?? "Dollars for \(what)."
    (self.example, self.largest) = (example, largest)
  }

  /// Time of a part of a machine.
  init(
    _ id: String, of part: RateUnit.Part, seconds: Int128, _ one: String, label: String,
    documentation: String, example: String, largest: Int128
  ) {
    (self.id, quantity, self.part) = (id, nil, part)
    size = seconds
    sizeName =
      switch seconds {
      case 1: "a second"
      case 3_600: "an hour"
      default: "a month"
      }
    (self.one, many, per) = (one, part == .kilowatts ? one : "\(one)s", "per \(one)")
    (self.label, self.documentation) = (label, documentation)
    (self.example, self.largest) = (example, largest)
  }

  /// The least that a month costs.
  init(minimum documentation: String, example: String, largest: Int128) {
    (id, quantity, part) = ("minimum-month", nil, nil)
    (size, sizeName) = (1, "one")
    (one, many, per) = ("month", "months", "per month at least")
    label = "Minimum"
    self.documentation = documentation
    (self.example, self.largest) = (example, largest)
  }

  /// How many base units a price is for.
  enum Size {
    case one, thousand, million, billion, hour

    var count: Int128 {
      switch self {
      case .one: 1
      case .thousand: 1_000
      case .million: 1_000_000
      case .billion: 1_000_000_000
      case .hour: 3_600
      }
    }

    var word: String {
      switch self {
      case .one: "one"
      case .thousand: "thousand"
      case .million: "million"
      case .billion: "billion"
      case .hour: "hour"
      }
    }

    var name: String {
      switch self {
      case .one: word
      case .thousand, .million, .billion: "a \(word)"
      case .hour: "an hour"
      }
    }

    var short: String {
      switch self {
      case .one, .hour: word
      case .thousand: "1,000"
      case .million: "1M"
      case .billion: "1B"
      }
    }

    /// The word for so many seconds of something.
    var replacesSecond: String? { self == .hour ? "hour" : nil }
  }
}

/// Every unit there is: another one is another row.
enum UnitTable {
  static let rows: [UnitRow] = tokens + items + time + [minimum]

  private static let minimum = UnitRow(
    minimum: "Dollars that a month costs at least, however little is used. A fee by the month is "
      + "charged besides.", example: "500", largest: 10_000_000)

  private static let tokens: [UnitRow] = Quantity.allCases.filter { $0.meter == .tokens }.map {
    switch $0 {
    case .tokens:
      UnitRow(
        .million, $0.id, example: "0.20", largest: 10_000, label: "Tokens, in and out",
        documentation: "Dollars for a million tokens of either kind.")
    case .inputTokens:
      UnitRow(
        .million, $0.id, example: "0.20", largest: 10_000,
        documentation: "Dollars for a million tokens read by the model.")
    case .outputTokens:
      UnitRow(
        .million, $0.id, example: "1.25", largest: 10_000,
        documentation: "Dollars for a million tokens written by the model.")
    default: UnitRow(.million, $0.id, example: "0.02", largest: 10_000)
    }
  }

  private static let items: [UnitRow] = [
    UnitRow(
      .one, "requests", example: "0.002", largest: 1_000, documentation: "Dollars for a request."),
    UnitRow(.thousand, "requests", example: "5", largest: 100_000),
    UnitRow(.one, "web-searches", example: "0.01", largest: 10),
    UnitRow(.thousand, "web-searches", example: "10", largest: 10_000),
    UnitRow(.one, "map-searches", example: "0.025", largest: 10),
    UnitRow(.thousand, "map-searches", example: "25", largest: 10_000),
    UnitRow(.thousand, "social-searches", example: "10", largest: 10_000),
    UnitRow(.thousand, "file-searches", example: "2.50", largest: 10_000),
    UnitRow(.one, "queries", example: "0.002", largest: 100),
    UnitRow(.thousand, "queries", example: "2", largest: 100_000),
    UnitRow(.one, "messages", example: "0.001", largest: 100),
    UnitRow(.thousand, "messages", example: "1", largest: 100_000),
    UnitRow(.one, "sessions", example: "0.03", largest: 1_000),
    UnitRow(.thousand, "code-runs", example: "30", largest: 100_000),
    UnitRow(.one, "credits", example: "0.01", largest: 1_000),
    UnitRow(.one, "images-read", example: "0.001", largest: 100),
    UnitRow(.one, "images", example: "0.04", largest: 1_000),
    UnitRow(.million, "pixels-read", example: "0.01", largest: 10_000),
    UnitRow(.billion, "pixels-read", example: "10", largest: 1_000_000),
    UnitRow(.million, "pixels", example: "0.02", largest: 10_000),
    UnitRow(.one, "seconds-of-audio", example: "0.0001", largest: 10),
    UnitRow(.hour, "seconds-of-audio", example: "0.36", largest: 10_000),
    UnitRow(.one, "seconds-of-audio-read", example: "0.0001", largest: 10),
    UnitRow(.hour, "seconds-of-audio-read", example: "0.36", largest: 10_000),
    UnitRow(.one, "seconds-of-audio-written", example: "0.0002", largest: 10),
    UnitRow(.hour, "seconds-of-audio-written", example: "0.72", largest: 10_000),
    UnitRow(.one, "seconds-of-video", example: "0.10", largest: 100),
    UnitRow(.one, "seconds-of-video-read", example: "0.002", largest: 100),
    UnitRow(.one, "seconds-of-video-written", example: "0.50", largest: 100),
    UnitRow(.million, "characters-read", example: "15", largest: 10_000),
    UnitRow(.million, "characters", example: "30", largest: 10_000),
    UnitRow(.one, "pages", example: "0.001", largest: 100),
    UnitRow(.thousand, "pages", example: "1", largest: 100_000),
    UnitRow(.one, "annotated-pages", example: "0.003", largest: 100),
    UnitRow(.thousand, "annotated-pages", example: "3", largest: 100_000),
    UnitRow(.one, "text-units", example: "0.00015", largest: 100),
    UnitRow(.one, "image-units", example: "0.00075", largest: 100),
    UnitRow(.one, "gb-months", example: "0.07", largest: 100),
    UnitRow(.one, "gb-of-egress", example: "0.09", largest: 100),
    UnitRow(.one, "seats", example: "30", largest: 100_000),
    UnitRow(.one, "months", example: "250", largest: 10_000_000),
  ]

  /// The seconds of a twelfth of a year; an invoice for a month takes the month that it is for.
  private static let month: Int128 = 8_760 * 3_600 / 12

  private static let time: [UnitRow] = [
    UnitRow(
      "gpu-hour", of: .gpus, seconds: 3_600, "GPU-hour", label: "GPU time",
      documentation: "Dollars for a GPU for an hour.", example: "6.50", largest: 1_000),
    UnitRow(
      "replica-hour", of: .machine, seconds: 3_600, "replica-hour", label: "Replica time",
      documentation: "Dollars for a replica for an hour, whatever is inside.", example: "6.50",
      largest: 10_000),
    UnitRow(
      "gpu-second", of: .gpus, seconds: 1, "GPU-second", label: "GPU time",
      documentation: "Dollars for a GPU for a second.", example: "0.00116", largest: 1),
    UnitRow(
      "second", of: .machine, seconds: 1, "second", label: "Instance time",
      documentation: "Dollars for an instance or a meter for a second.", example: "0.0000872083",
      largest: 10),
    UnitRow(
      "gb-second", of: .memory, seconds: 1, "GB-second", label: "Memory and time",
      documentation: "Dollars for a gigabyte of memory for a second.", example: "0.0000166667",
      largest: 1),
    UnitRow(
      "vcpu-hour", of: .vcpus, seconds: 3_600, "vCPU-hour", label: "vCPU time",
      documentation: "Dollars for a virtual processor for an hour.", example: "0.05", largest: 100),
    UnitRow(
      "vcpu-second", of: .vcpus, seconds: 1, "vCPU-second", label: "vCPU time",
      documentation: "Dollars for a virtual processor for a second.", example: "0.000018",
      largest: 1),
    UnitRow(
      "core-hour", of: .cores, seconds: 3_600, "core-hour", label: "Core time",
      documentation: "Dollars for a processor core for an hour.", example: "0.05", largest: 100),
    UnitRow(
      "core-second", of: .cores, seconds: 1, "core-second", label: "Core time",
      documentation: "Dollars for a processor core for a second.", example: "0.0000131",
      largest: 1),
    UnitRow(
      "gb-hour", of: .memory, seconds: 3_600, "GB-hour", label: "Memory and time",
      documentation: "Dollars for a gigabyte of memory for an hour.", example: "0.008",
      largest: 100),
    UnitRow(
      "gib-hour", of: .gibibytes, seconds: 3_600, "GiB-hour", label: "Memory and time",
      documentation: "Dollars for a gibibyte of memory for an hour.", example: "0.008",
      largest: 100),
    UnitRow(
      "gib-second", of: .gibibytes, seconds: 1, "GiB-second", label: "Memory and time",
      documentation: "Dollars for a gibibyte of memory for a second.", example: "0.00000222",
      largest: 1),
    UnitRow(
      "machine", of: .bought, seconds: month, "machine", label: "Purchase",
      documentation: "Dollars for a machine that is bought; each month costs its part of "
        + "'amortised_months', used or not.", example: "280000", largest: 100_000_000),
    UnitRow(
      "machine-month", of: .months, seconds: month, "machine-month", label: "Machine by the month",
      documentation: "Dollars for each machine for a month, used or not: hosting, or rent.",
      example: "1200", largest: 10_000_000),
    UnitRow(
      "kwh", of: .kilowatts, seconds: 3_600, "kWh", label: "Power",
      documentation: "Dollars for a kilowatt-hour, while a machine is up.", example: "0.12",
      largest: 100),
  ]
}

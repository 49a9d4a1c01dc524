import Diagnostics
import Pricing

/// The keys of one workload of a scenario.
enum WorkloadFormat {
  static let shape = Shape(
    "workload", "What is asked of every offer: volume, and when the machines work.",
    [
      Field("id", .identifier, .required, "Unique in the scenario.", example: "low"),
      Field("name", .line, .required, "The head of its column.", example: "10M tokens a month"),
      Field("detail", .line, .optional, "A second line of the head.", example: "50 hours of work"),
      Field(
        "period", .choice(["month", "once"]), .optional,
        "A month, or once: a job or a session; a month if left out.", example: "month"),
      Field("tokens", .count, .optional, "Tokens in and out together.", example: "10M"),
      Field(
        "input_share", .percentRange, .optional,
        "The share of 'tokens' that is input; anything from 0 to 100 % if left out.",
        example: "80 %"),
      Field("input_tokens", .count, .optional, "Tokens read by the model.", example: "8M"),
      Field("output_tokens", .count, .optional, "Tokens written by the model.", example: "2M"),
      Field("requests", .count, .optional, "How many requests.", example: "10k"),
    ] + CountsFormat.fields + [
      Field(
        "traffic", .choice(["idle", "batch", "steady"]), .optional,
        "idle: nobody calls; batch: all tokens one after the other; steady: they come evenly.",
        example: "batch"),
      Field("hours", .durationRange, .optional, "Machine-hours of work.", example: "50 h"),
      Field(
        "gpu_hours", .decimalRange, .optional,
        "GPU-hours of work, on as many machines as hold them.", example: "1500"),
      Field(
        "busy_share", .percentRange, .optional, "The share of the month one replica works.",
        example: "10 %"),
      Field(
        "runs", .count, .optional,
        "In how many runs 'hours', 'gpu_hours', 'busy_share' or the tokens of a month come, each with a start "
          + "and an idle tail; anything from one to a machine that never stops if left out.",
        example: "1"),
      Field(
        "within", .duration, .optional,
        "The time in which a job is to be done, on as many machines as that takes; starts come before "
          + "it. As long as it takes on one if left out.", example: "24 h"),
      Field("burst", .shape(TrafficFormat.burst), .optional, "Work that comes again and again."),
      Field("session", .duration, .optional, "One run, then silence.", example: "9 min"),
    ] + ProfileFormat.fields + [
      Field(
        "when", .shape(ConditionFormat.circumstances), .optional,
        "Which of several prices the buyer chose for it, such as 'tier: batch', before what the scenario "
          + "chooses; and the hours in which all its requests come, where prices depend on them."),
      Field("throughput", .shape(ThroughputFormat.shape), .optional, "How fast a replica works."),
      EvidenceFormat.field(of: "a workload", inputs.map(\.key) + CountsFormat.fields.map(\.key)),
    ])

  /// The keys whose values can have evidence; bursts and throughput have their own.
  private static let inputs: [(key: String, input: Workload.Input)] = [
    ("tokens", .tokens), ("input_share", .inputShare), ("input_tokens", .inputTokens),
    ("output_tokens", .outputTokens), ("requests", .requests), ("traffic", .traffic),
    ("hours", .hours), ("gpu_hours", .gpuHours), ("busy_share", .busyShare), ("runs", .runs),
    ("session", .session),
    ("sessions_at_once", .sessions), ("profile", .sessions), ("request_time", .requestTime),
    ("concurrency", .concurrency),
    ("within", .deadline),
  ]

  static func workload(
    _ entry: Mapping, month: Ratio, of monthEvidence: Citation? = nil,
    _ cited: inout [Located<String>], into findings: inout Findings
  ) -> Workload? {
    let period: Workload.Period =
      entry.text("period")?.value == "once" ? .once : .month(hours: month)
    let traffic = TrafficFormat.traffic(entry, period, into: &findings)
    let tokens = tokens(entry, &findings)
    let evidence = evidence(entry, month: monthEvidence, &cited, &findings)
    let throughput = ThroughputFormat.throughput(
      entry.mapping("throughput"), &cited, into: &findings)
    let counts = CountsFormat.counts(entry, tokens, &cited, into: &findings)
    guard let id = entry.text("id"), let name = entry.text("name") else { return nil }
    var workload = Workload(
      id: id.value, name: name.value, period: period, tokens: tokens,
      requests: entry.count("requests")?.value, traffic: traffic,
      runs: runs(entry, traffic, period, basis: Basis(evidence[.runs]), &findings),
      throughput: throughput, evidence: evidence)
    workload.counts = counts
    workload.choices = ConditionFormat.choices(entry.mapping("when")).map(\.value)
    workload.window = entry.mapping("when").flatMap {
      WindowFormat.window($0, into: &findings)
    }
    RequestsFormat.check(entry, into: &findings)
    workload.deadline = deadline(entry, traffic, period, &findings)
    workload.concurrency = ProfileFormat.concurrency(of: entry, traffic, into: &findings)
    return workload
  }

  /// In how many runs the work comes; a scenario assumes it.
  private static func runs(
    _ entry: Mapping, _ traffic: Workload.Traffic, _ period: Workload.Period,
    basis: Basis, _ findings: inout Findings
  ) -> Workload.Runs? {
    guard let stated = entry.count("runs") else { return nil }
    guard stated.value > 0 else {
      findings.error(
        stated.location, "work in no runs",
        hint: "write at least 1; for a deployment without work write 'traffic: idle'")
      return nil
    }
    let isOpen =
      switch traffic {
      case .hours, .gpuHours, .busyShare, .batch, .steady: period != .once
      case .none, .bursts, .session, .sessions, .notStated: false
      }
    guard isOpen else {
      findings.error(
        stated.location, "'runs' of work that says itself when machines start",
        hint: "remove it, or write 'hours' or 'busy_share' of a month")
      return nil
    }
    return Workload.Runs(stated.value, basis: basis)
  }

  /// The time in which a job is to be done, in seconds.
  private static func deadline(
    _ entry: Mapping, _ traffic: Workload.Traffic, _ period: Workload.Period,
    _ findings: inout Findings
  ) -> Ratio? {
    guard let stated = entry.duration("within") else { return nil }
    guard stated.value > .zero else {
      findings.error(
        stated.location, "work to be done in no time", hint: "write it like 24 h, or leave it out")
      return nil
    }
    let isJob =
      switch traffic {
      case .hours, .gpuHours, .batch: period == .once
      case .none, .busyShare, .bursts, .session, .sessions, .steady, .notStated: false
      }
    guard isJob else {
      findings.error(
        entry.location(of: "within"), "'within' of work that is no job",
        hint: "write 'period: once' and 'hours', 'gpu_hours' or 'traffic: batch'")
      return nil
    }
    return seconds(stated.value)
  }

  private static func evidence(
    _ entry: Mapping, month: Citation?, _ cited: inout [Located<String>],
    _ findings: inout Findings
  ) -> [Workload.Input: Citation] {
    EvidenceFormat.checkKeys(of: entry, into: &findings)
    var evidence: [Workload.Input: Citation] = [:]
    evidence[.month] = month
    for (key, input) in inputs {
      let citation = EvidenceFormat.citation(of: key, in: entry, &cited, into: &findings)
      if let citation { evidence[input] = citation }
    }
    guard let burst = entry.mapping("burst") else { return evidence }
    EvidenceFormat.checkKeys(of: burst, into: &findings)
    for (key, input) in TrafficFormat.burstInputs {
      evidence[input] = EvidenceFormat.citation(of: key, in: burst, &cited, into: &findings)
    }
    return evidence
  }

  private static func tokens(_ entry: Mapping, _ findings: inout Findings) -> TokenVolume? {
    let split = entry.has("input_tokens") || entry.has("output_tokens")
    if split {
      for key in ["tokens", "input_share"] where entry.has(key) {
        findings.error(
          entry.location(of: key), "'\(key)' beside tokens of each kind",
          hint: "remove it: the sum follows from 'input_tokens' and 'output_tokens'")
      }
      let (input, output) = (entry.count("input_tokens"), entry.count("output_tokens"))
      return checked(
        .split(input: input?.value ?? 0, output: output?.value ?? 0),
        (input ?? output)?.location ?? entry.location, &findings)
    }
    guard let total = entry.count("tokens") else { return nil }
    var share: Bounds<Ratio>? = Bounds(.zero, .one)
    if let stated = entry.percentRange("input_share") {
      share = findings.exact(stated.location) { () throws(PricingError) in
        try stated.value.bounds { decimal throws(PricingError) in try decimal.ratio() }
          ?? Bounds(.zero, .one)
      }
      if let share, share.high > .one {
        findings.error(
          stated.location, "more than 100 % of the tokens", hint: "write a share up to 100 %")
        return nil
      }
    }
    return checked(
      .total(total.value, inputShare: share ?? Bounds(.zero, .one)), total.location, &findings)
  }

  /// Volumes up to a quadrillion leave room for every product the engine forms.
  private static func checked(
    _ volume: TokenVolume, _ place: SourceLocation, _ findings: inout Findings
  ) -> TokenVolume? {
    let limit = 1_000_000_000_000_000
    let isTooLarge =
      switch volume {
      case .split(let input, let output): input > limit || output > limit
      case .total(let tokens, _): tokens > limit
      }
    guard isTooLarge else { return volume }
    findings.error(
      place, "too large a number of tokens for the engine",
      hint: "write at most 1000000B; check the suffix")
    return nil
  }
}

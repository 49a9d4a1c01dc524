import ArgumentParser
import Content
import Diagnostics

/// What is asked of an offer, as flags: the keys of a scenario's workload.
struct WorkloadFlags: ParsableArguments {
  @Option(help: ArgumentHelp("Tokens in and out together, such as 20M.", valueName: "count"))
  var tokens: String?

  @Option(
    help: ArgumentHelp(
      "The share of --tokens that is input; anything from 0 to 100% if left out.",
      valueName: "percent"))
  var inputShare: String?

  @Option(help: ArgumentHelp("Tokens read by the model.", valueName: "count"))
  var inputTokens: String?

  @Option(help: ArgumentHelp("Tokens written by the model.", valueName: "count"))
  var outputTokens: String?

  @Option(help: ArgumentHelp("How many requests, such as 10k.", valueName: "count"))
  var requests: String?

  @Option(
    help: ArgumentHelp(
      "How many of anything else, by its key in a workload, such as cached_input_tokens=4M or "
        + "web_searches=1000; may be given again.", valueName: "key=count"))
  var count: [String] = []

  @Option(
    help: ArgumentHelp(
      "Which of several prices is chosen, such as tier=batch or region=eu, or when all requests come, such as "
        + "hours=16:30-00:30 with time_zone=UTC; may be given again.", valueName: "what=which"))
  var when: [String] = []

  @Option(help: ArgumentHelp("Machine-hours of work, such as 72.", valueName: "hours"))
  var hours: String?

  @Option(
    help: ArgumentHelp(
      "GPU-hours of work, on as many machines as hold them, such as 1500.", valueName: "hours"))
  var gpuHours: String?

  @Option(
    help: ArgumentHelp("The share of the month one replica works.", valueName: "percent"))
  var busyShare: String?

  @Option(
    help: ArgumentHelp(
      "In how many runs a month of work comes; anything from one to a machine that never stops "
        + "if left out.", valueName: "count"))
  var runs: String?

  @Option(
    help: ArgumentHelp(
      "Work that comes again and again, such as 20s/300s.", valueName: "work/every"))
  var burst: String?

  @Option(
    help: ArgumentHelp(
      "The time in which a job is to be done, with --once, such as 24h.", valueName: "time"))
  var within: String?

  @Option(
    help: ArgumentHelp("Sessions at once, at every hour of a month.", valueName: "count"))
  var sessionsAtOnce: String?

  @Option(
    help: ArgumentHelp(
      "How many sessions a replica serves at once, where the offer does not say; anything from one to all "
        + "if left out.", valueName: "count"))
  var concurrency: String?

  @Option(help: ArgumentHelp("One run, then silence, such as 9m.", valueName: "time"))
  var session: String?

  @Flag(help: "All tokens one after the other, as fast as the speed allows.")
  var batch = false

  @Flag(help: "The tokens arrive evenly over the month.")
  var steady = false

  @Flag(help: "Nobody calls: the deployment waits.")
  var idle = false

  @Option(
    help: ArgumentHelp("Speed of a replica, for --batch and --steady.", valueName: "number"))
  var tokensPerSecond: String?

  @Option(help: ArgumentHelp("The same by the hour, such as 2M.", valueName: "count"))
  var tokensPerHour: String?

  @Option(
    help: ArgumentHelp(
      "The share of its time a replica really works; 100% if left out.", valueName: "percent"))
  var utilisation: String?

  @Flag(help: "Price the work once, as a job, instead of a month of it.")
  var once = false

  @Option(
    help: ArgumentHelp(
      "Hours of a month; as in content/site.yaml if left out.", valueName: "hours"))
  var month: String?

  @Option(
    help: ArgumentHelp(
      "Replicas to hold, instead of the minimum of the offer.", valueName: "count"))
  var minimumReplicas: String?

  /// The flags that were given, as the keys of files.
  func values() -> [GivenValue] {
    let percent = [
      ("input_share", inputShare), ("busy_share", busyShare), ("utilisation", utilisation),
    ]
    let plain = [
      ("tokens", tokens), ("input_tokens", inputTokens), ("output_tokens", outputTokens),
      ("requests", requests), ("gpu_hours", gpuHours), ("runs", runs),
      ("sessions_at_once", sessionsAtOnce), ("concurrency", concurrency),
      ("minimum_replicas", minimumReplicas),
      ("throughput.tokens_per_second", tokensPerSecond),
      ("throughput.tokens_per_hour", tokensPerHour),
    ]
    var texts = plain + percent.map { ($0, $1.map { ShellForm.written($0) }) }
    texts += [("hours", hours), ("month", month)].map {
      ($0, $1.map { ShellForm.written($0, unit: "h") })
    }
    texts.append(("within", within.map { ShellForm.written($0) }))
    texts.append(("session", session.map { ShellForm.written($0) }))
    if let burst {
      let parts = burst.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
      texts.append(("burst.work", ShellForm.written(String(parts[0]))))
      texts.append(("burst.every", ShellForm.written(String(parts.dropFirst().first ?? ""))))
    }
    for (word, isGiven) in [("idle", idle), ("batch", batch), ("steady", steady)] where isGiven {
      texts.append(("traffic", word))
    }
    if once { texts.append(("period", "once")) }
    return Self.pairs(count, prefix: "", flag: "--count")
      + Self.pairs(when, prefix: "when.", flag: "--when")
      + texts.compactMap { key, text in
        text.map { GivenValue(key, $0, at: Self.place(of: key, value: $0)) }
      }
  }

  /// What a flag with `key=value` gives.
  private static func pairs(_ texts: [String], prefix: String, flag: String) -> [GivenValue] {
    texts.map { text in
      let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      return GivenValue(
        prefix + parts[0], String(parts.dropFirst().first ?? ""), at: SourceLocation(file: flag))
    }
  }

  /// The flag that stands for a key.
  private static func place(of key: String, value: String) -> SourceLocation {
    let name =
      switch key {
      case "traffic": value
      case "period": "once"
      case _ where key.hasPrefix("burst."): "burst"
      default: String(key.split(separator: ".").last ?? "").replacing("_", with: "-")
      }
    return SourceLocation(file: "--\(name)")
  }
}

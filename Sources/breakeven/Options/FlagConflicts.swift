import Diagnostics

/// Flags that contradict each other, or say nothing without another one.
extension WorkloadFlags {
  /// Every such flag, each with a way out.
  func conflicts() -> [Diagnostic] {
    var findings: [Diagnostic] = []
    func refuse(_ flag: String, _ message: String, _ hint: String) {
      findings.append(
        Diagnostic(.error, at: SourceLocation(file: flag), message, hint: hint))
    }
    for flag in traffic.dropFirst() {
      refuse(
        flag, "a second kind of traffic beside '\(traffic[0])'",
        "keep one of \(traffic.joined(separator: ", "))")
    }
    if tokens != nil, inputTokens != nil || outputTokens != nil {
      refuse(
        "--tokens", "the sum beside tokens of each kind",
        "remove it: it follows from --input-tokens and --output-tokens")
    }
    if inputShare != nil, tokens == nil {
      refuse("--input-share", "a share of nothing", "add --tokens, or remove it")
    }
    if once, busyShare != nil {
      refuse("--busy-share", "no month to share", "remove --once, or give --hours or --session")
    }
    if once, steady {
      refuse("--steady", "no month to spread tokens over", "remove --once, or give --batch")
    }
    if once, month != nil {
      refuse("--month", "a month beside '--once'", "keep one of --month, --once")
    }
    if tokensPerSecond != nil, tokensPerHour != nil {
      refuse(
        "--tokens-per-hour", "a second speed beside '--tokens-per-second'",
        "keep one of --tokens-per-second, --tokens-per-hour")
    }
    for (flag, text) in speedFlags where text != nil && !batch && !steady {
      refuse(
        flag, "a speed that nothing depends on",
        "add --batch for a job or --steady for a month of tokens, or remove it")
    }
    if let burst, burst.split(separator: "/", omittingEmptySubsequences: true).count != 2 {
      refuse(
        "--burst", "'\(burst)' is not work and the time between", "write it like 20s/300s")
    }
    return findings
  }

  /// The flags given that say when machines work.
  private var traffic: [String] {
    [
      ("--hours", hours != nil), ("--busy-share", busyShare != nil), ("--burst", burst != nil),
      ("--session", session != nil), ("--batch", batch), ("--steady", steady), ("--idle", idle),
    ].compactMap { $1 ? $0 : nil }
  }

  private var speedFlags: [(String, String?)] {
    [
      ("--tokens-per-second", tokensPerSecond), ("--tokens-per-hour", tokensPerHour),
      ("--utilisation", utilisation),
    ]
  }
}

import Content
import Messages
import Pricing
import Wording

/// The line under every chart that says where its figures come from.
enum FigureSources {
  /// The sources with the terms of use, for a file that stands alone.
  static func lineWithLicence(_ sources: [SourceDocument], _ view: ScenarioView) -> String {
    "\(line(sources)) \(view.context.content.settings.licence)."
  }

  /// Who states the rates, in the order of the offers, and then how much work there is and how fast
  /// machines do it.
  ///
  /// - Parameters:
  ///   - view: The scenario.
  ///   - offers: The ids of those that are shown; `nil` for all.
  ///   - columns: The workloads that are shown; `nil` for all.
  /// - Returns: Each source once.
  static func all(
    _ view: ScenarioView, of offers: Set<String>? = nil, columns: [Int]? = nil
  ) -> [SourceDocument] {
    let shown = view.scenario.offers.filter { offers?.contains($0.id) ?? true }
    let workloads = (columns ?? Array(view.scenario.workloads.indices)).map {
      view.scenario.workloads[$0]
    }
    let timed = shown.filter { $0.meters.contains(.time) }
    let isSpeedAsked = timed.contains { $0.throughput == nil }
    let speeds =
      timed.map(\.throughput) + (isSpeedAsked ? workloads.map(\.throughput) : [])
    let asked = workloads.flatMap { workload in
      Workload.Input.allCases
        .filter { !timed.isEmpty || $0.isCounted }
        .filter { $0 != .month || workload.isMonthly }
        .compactMap { workload.evidence[$0] }
    }
    let citations =
      shown.flatMap { $0.rates(on: view.scenario.date).map(\.citation) } + asked
      + speeds.flatMap { $0?.citations ?? [] }
    var seen: [String] = []
    for source in citations.map(\.source) where !seen.contains(source) { seen.append(source) }
    return seen.compactMap(view.context.content.source)
  }

  /// Publishers with the dates of what they published.
  static func line(_ view: ScenarioView) -> String { line(all(view)) }

  /// The same of some sources, in their order.
  static func line(_ sources: [SourceDocument]) -> String {
    var publishers: [(name: String, dates: [String])] = []
    for source in sources {
      let read = TimeText.day(.read(source.read))
      let date =
        source.published.map { "\(TimeText.date($0)) (\(read))" }
        ?? source.copied.map { "\(TimeText.day(.copied($0))) (\(read))" } ?? read
      if let index = publishers.firstIndex(where: { $0.name == source.publisher }) {
        if !publishers[index].dates.contains(date) { publishers[index].dates.append(date) }
      } else {
        publishers.append((source.publisher, [date]))
      }
    }
    guard !publishers.isEmpty else { return localized("No source: no rate is in force.") }
    let count = publishers.reduce(0) { $0 + $1.dates.count }
    let list = publishers.map { "\($0.name), \(UnitText.list($0.dates))" }.joined(separator: "; ")
    return localized(count == 1 ? "Source: \(list)." : "Sources: \(list).")
  }
}

extension Throughput {
  /// Who states the speed and the share of time.
  fileprivate var citations: [Pricing.Citation] {
    [basis, utilisationBasis].compactMap { basis in
      if case .stated(let citation) = basis { citation } else { nil }
    }
  }
}

extension Workload {
  /// Whether it is what a month brings, and not done once.
  var isMonthly: Bool { if case .month = period { true } else { false } }
}

extension Workload.Input {
  /// Whether it is counted without any machine.
  fileprivate var isCounted: Bool {
    switch self {
    case .tokens, .inputShare, .inputTokens, .outputTokens, .requests: true
    case .traffic, .hours, .gpuHours, .busyShare, .runs, .burstWork, .burstEvery, .bursts, .session,
      .sessions, .requestTime, .concurrency, .deadline, .month:
      false
    }
  }
}

import Messages
import Pricing

/// Something that a scenario is computed from, and who states it.
struct ScenarioInput {
  let subject: Subject

  let citation: Pricing.Citation

  /// The provider whose price or rule it is; `nil` for anything else.
  var provider: String?

  /// Whether it is what is asked for: how much work there is, which no figure can contradict.
  var isAsked = false

  /// What it is; few inputs are ever named, so the words are made when somebody asks.
  enum Subject {
    /// The price of an offer, by its name.
    case price(String)
    /// How the provider with an id bills time, or an offer's, by its name.
    case billing(provider: String, offer: String)
    /// Something that a workload states, by what it is called and the workload's name.
    case asked(String, of: String)
  }

  /// What it is in a sentence: `Managed API`, `hours of 10M tokens`, `speed of “Batch, once”`.
  ///
  /// - Parameter provider: What readers call a provider, by its id.
  /// - Returns: The words.
  func name(calling provider: (String) -> String?) -> String {
    switch subject {
    case .price(let offer): offer.spoken
    case .billing(let id, let offer): localized("how \(provider(id) ?? offer.spoken) bills time")
    case .asked(let input, let name):
      localized("\(localized(name: input)) of \(name.spoken)", context: "input")
    }
  }

  /// The inputs of a scenario.
  ///
  /// - Parameter scenario: The scenario.
  /// - Returns: The prices, the rules by which time is billed, how fast machines work and what workloads
  ///   state, in the order of the scenario.
  static func all(_ scenario: Scenario) -> [ScenarioInput] {
    let prices = scenario.offers.flatMap { offer in
      offer.rates(on: scenario.date).map {
        ScenarioInput(
          subject: .price(offer.name), citation: $0.citation, provider: offer.provider)
      }
    }
    let rules = scenario.offers.flatMap { Self.rules(of: $0, on: scenario.date) }
    let speeds = scenario.offers.flatMap { Self.speeds($0.throughput, of: $0.name) }
    return prices + rules + speeds + scenario.workloads.flatMap(asked)
  }

  /// What states how the time of an offer's machines is billed.
  private static func rules(of offer: Offer, on date: CalendarDate?) -> [ScenarioInput] {
    guard offer.meters.contains(.time) else { return [] }
    // Rules have no order; the words that state them have one.
    let ordered = offer.scaling(on: date).citations.sorted {
      ($0.source, $0.quote ?? "") < ($1.source, $1.quote ?? "")
    }
    let subject = Subject.billing(provider: offer.provider, offer: offer.name)
    return ordered.map {
      ScenarioInput(subject: subject, citation: $0, provider: offer.provider)
    }
  }

  /// What a workload states.
  private static func asked(_ workload: Workload) -> [ScenarioInput] {
    var inputs: [ScenarioInput] = []
    for input in Workload.Input.allCases {
      guard let citation = workload.evidence[input] else { continue }
      inputs.append(
        ScenarioInput(
          subject: .asked(input.rawValue, of: workload.name), citation: citation,
          isAsked: workload.isAsked(input)))
    }
    return inputs + speeds(workload.throughput, of: workload.name)
  }

  private static func speeds(_ throughput: Throughput?, of name: String) -> [ScenarioInput] {
    let inputs = [("speed", throughput?.basis), ("utilisation", throughput?.utilisationBasis)]
    return inputs.compactMap { input, basis -> ScenarioInput? in
      guard case .stated(let citation)? = basis else { return nil }
      return ScenarioInput(subject: .asked(input, of: name), citation: citation)
    }
  }
}

extension Workload {
  /// Whether a figure says how much is asked for, and not how long that takes: hours are an answer
  /// where tokens are the question.
  fileprivate func isAsked(_ input: Input) -> Bool {
    switch input {
    case .tokens, .inputTokens, .outputTokens, .requests, .traffic: true
    case .hours, .gpuHours, .busyShare, .burstWork, .burstEvery, .bursts, .session, .sessions:
      tokens == nil
    case .inputShare, .runs, .requestTime, .concurrency, .deadline, .month: false
    }
  }
}

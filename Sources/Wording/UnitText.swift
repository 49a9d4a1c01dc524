package import Pricing

/// The units, phases and lines of the engine in the reader's words.
package enum UnitText {
  /// What a rate is for: `per GPU-hour`.
  package static func per(_ unit: RateUnit) -> String {
    switch unit {
    case .millionTokens: "per 1M tokens"
    case .millionInputTokens: "per 1M input tokens"
    case .millionOutputTokens: "per 1M output tokens"
    case .request: "per request"
    case .gpuHour: "per GPU-hour"
    case .replicaHour: "per replica-hour"
    case .gpuSecond: "per GPU-second"
    case .second: "per second"
    case .gigabyteSecond: "per GB-second"
    }
  }

  /// So many of a unit: `1,440 GPU-hours`, `20 M input tokens`.
  package static func plural(_ unit: RateUnit, quantity: Ratio) -> String {
    let one = quantity == .one
    return switch unit {
    case .millionTokens: "million tokens"
    case .millionInputTokens: "million input tokens"
    case .millionOutputTokens: "million output tokens"
    case .request: one ? "request" : "requests"
    case .gpuHour: one ? "GPU-hour" : "GPU-hours"
    case .replicaHour: one ? "replica-hour" : "replica-hours"
    case .gpuSecond: one ? "GPU-second" : "GPU-seconds"
    case .second: one ? "second" : "seconds"
    case .gigabyteSecond: one ? "GB-second" : "GB-seconds"
    }
  }

  /// What a rate charges for, as the head of its row.
  package static func label(_ unit: RateUnit) -> String {
    switch unit {
    case .millionTokens: "Tokens, in and out"
    case .millionInputTokens: "Input tokens"
    case .millionOutputTokens: "Output tokens"
    case .request: "Requests"
    case .gpuHour, .gpuSecond: "GPU time"
    case .replicaHour: "Replica time"
    case .second: "Instance time"
    case .gigabyteSecond: "Memory and time"
    }
  }

  /// A line of an invoice: `kept warm`.
  package static func line(_ kind: LineItem.Kind) -> String {
    switch kind {
    case .tokens: "tokens"
    case .inputTokens: "input tokens"
    case .outputTokens: "output tokens"
    case .requests: "requests"
    case .phase(let phase): self.phase(phase)
    case .rounding: "rounding up"
    case .scaledToZero: "scaled to zero"
    }
  }

  /// A phase of a machine: `idle tail`.
  package static func phase(_ phase: Phase) -> String {
    switch phase {
    case .waiting: "waiting for a machine"
    case .pulling: "pulling the image"
    case .loading: "loading the model"
    case .active: "active"
    case .idleTail: "idle tail"
    case .keptWarm: "kept warm"
    case .draining: "draining"
    }
  }

  /// How often: `once`, `twice`, `3 times`.
  package static func times(_ count: Int) -> String {
    count == 1 ? "once" : count == 2 ? "twice" : "\(NumberText.whole(count)) times"
  }

  /// A list in words: `a, b and c`.
  package static func list(_ words: [String], conjunction: String = "and") -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " \(conjunction) " + last
  }
}

extension String {
  /// The text with its first letter as a capital.
  package var capitalisedSentence: String { prefix(1).uppercased() + dropFirst() }

  /// The text with no line break inside a range such as `5.71–20.6M`, or before a unit of memory.
  package var keepingRangesTogether: String {
    replacing("–", with: "\u{2060}–\u{2060}").replacing(" GB", with: "\u{A0}GB")
  }
}

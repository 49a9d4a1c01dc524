import Messages
package import Pricing

/// A rule of scaling: how it reads, and what its evidence is called.
package struct RuleKey: Sendable {
  /// A short stable name for data files and columns.
  package let key: String

  /// What the rule is about, with a capital.
  package let title: String

  /// What evidence for it is called.
  package let subject: ScalingRules.Subject

  /// What a policy says of it, in a few words.
  package let text: @Sendable (ScalingPolicy) -> String

  /// The class of those words.
  package let kind: @Sendable (ScalingPolicy) -> String

  /// The phases in the order of time, then how time is counted.
  package static var all: [RuleKey] { phases + counting }

  private static var phases: [RuleKey] {
    Phase.allCases.map { phase in
      RuleKey(
        key: phase.rawValue, title: UnitText.phase(phase).capitalisedSentence,
        subject: .billing(of: phase),
        text: { RuleText.words(RuleText.state(of: phase, in: $0)) },
        kind: { RuleText.kind(RuleText.state(of: phase, in: $0)) })
    }
  }

  private static var counting: [RuleKey] {
    [
      RuleKey(
        key: "billing-increment", title: localized("Billing increment"), subject: .billingIncrement,
        text: { RuleText.increment($0.billingIncrement) },
        kind: { $0.billingIncrement == .zero ? "not-stated" : "length" }),
      RuleKey(
        key: "idle-timeout", title: localized("Idle timeout"), subject: .idleTimeout,
        text: { RuleText.idleTimeout($0.idleTimeout) },
        kind: { $0.idleTimeout == .notStated ? "not-stated" : "length" }),
    ]
  }

  /// Rules of which hardly anybody says anything; they have a place where somebody does.
  package static var seldom: [RuleKey] {
    [
      RuleKey(
        key: "decision-interval", title: localized("Decision interval"),
        subject: .decisionInterval,
        text: {
          $0.decisionInterval == .zero ? RuleText.notStated : TimeText.length($0.decisionInterval)
        },
        kind: { $0.decisionInterval == .zero ? "not-stated" : "length" })
    ]
  }

  /// The rules of a table of some policies: ``all``, and those of ``seldom`` that one of them states.
  package static func columns(of policies: [ScalingPolicy]) -> [RuleKey] {
    all + seldom.filter { rule in policies.contains { rule.text($0) != RuleText.notStated } }
  }

  /// Every rule that a price by time depends on: those of the table, and numbers and lengths.
  package static var every: [RuleKey] { all + seldom + numbers + lengths }

  private static var numbers: [RuleKey] {
    [
      RuleKey("minimum-replicas", localized("Minimum replicas"), .minimumReplicas) {
        NumberText.whole($0.minimumReplicas)
      },
      RuleKey("maximum-replicas", localized("Maximum replicas"), .maximumReplicas) {
        $0.maximumReplicas.map { NumberText.whole($0) } ?? RuleText.notStated
      },
      RuleKey("concurrency", localized("Sessions at once on a replica"), .concurrency) {
        $0.concurrency.map(RuleText.concurrency) ?? RuleText.notStated
      },
      RuleKey("minimum-charge", localized("Minimum charge"), .minimumCharge) {
        $0.minimumCharge == .zero
          ? localized("none", context: "length") : TimeText.length($0.minimumCharge)
      },
    ]
  }

  private static var lengths: [RuleKey] {
    Phase.timed.map { phase in
      RuleKey(
        "\(phase.rawValue)-length", localized("Length of \(UnitText.phase(phase))"), .start
      ) {
        $0.durations[phase].map(TimeText.range) ?? RuleText.notStated
      }
    }
  }

  private init(
    _ key: String, _ title: String, _ subject: ScalingRules.Subject,
    _ text: @escaping @Sendable (ScalingPolicy) -> String
  ) {
    self.init(key: key, title: title, subject: subject, text: text, kind: { _ in "length" })
  }

  private init(
    key: String, title: String, subject: ScalingRules.Subject,
    text: @escaping @Sendable (ScalingPolicy) -> String,
    kind: @escaping @Sendable (ScalingPolicy) -> String
  ) {
    self.key = key
    self.title = title
    self.subject = subject
    self.text = text
    self.kind = kind
  }

  /// What two policies say differently, rule by rule.
  package static func differences(
    _ old: ScalingPolicy, _ new: ScalingPolicy
  ) -> [(rule: RuleKey, old: String, new: String)] {
    every.compactMap { rule in
      let (before, now) = (rule.text(old), rule.text(new))
      return before == now ? nil : (rule, before, now)
    }
  }
}

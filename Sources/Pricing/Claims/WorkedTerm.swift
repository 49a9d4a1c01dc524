/// A term of a claim's formula with the value that the engine found for it.
public struct WorkedTerm: Hashable, Sendable {
  /// What is done with the value.
  public let operation: Derivation.Operation

  /// The value; `nil` where something is not stated.
  public let value: Bounds<Ratio>?

  /// The sides on which it may lie beyond the value.
  public let open: OpenSides

  /// What is counted.
  public let unit: ClaimUnit

  /// What the value is, in the reader's words.
  public let name: String

  /// Where the value comes from.
  public let origin: Origin

  /// The terms that the value is made of, if it is a quantity or gathered from several.
  public let parts: [WorkedTerm]

  /// What is missing; empty where the value is known.
  public let gaps: [Verdict.Gap]

  /// Where the value of a term comes from.
  public enum Origin: Hashable, Sendable {
    /// A source states it; `nil` for what holds by definition.
    case stated(Citation?)

    /// Nobody states it.
    case notStated

    /// A rate card.
    case rate(offer: String, Rate)

    /// An invoice of a scenario, with the prices of the claim's day; `nil` where there is none.
    case invoice(scenario: String, offer: String, workload: String, Invoice?)

    /// The curves of a scenario.
    case crossings(scenario: String)

    /// The length of a scenario's month.
    case month(scenario: String)

    /// The published figure of another claim.
    case claim(String)

    /// A formula of its own, or several values gathered; see the parts.
    case parts(ClaimOperand.Gathering?)
  }
}

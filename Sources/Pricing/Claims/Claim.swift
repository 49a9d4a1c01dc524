/// A figure that a source published, and the formula that computes it again.
public struct Claim: Hashable, Sendable {
  /// Unique in a site; the anchor of the claim on its page.
  public let id: String

  /// What is claimed, in our own words.
  public let says: String

  /// Who published it, in which words.
  public let citation: Citation

  /// The figure as printed.
  public let published: PublishedValue

  /// How the figure has to stand to the computed value.
  public let relation: Relation

  /// How it is computed again; its result has the unit of ``published``.
  public let formula: ClaimFormula

  /// What the source says has to be so for the figure to hold; `nil` for nothing.
  public let condition: Condition?

  /// A condition that stands in the words of the source: `if single GPU sufficient`.
  public struct Condition: Hashable, Sendable {
    /// The words of the source.
    public let quote: String

    /// What has to be so, in our own words.
    public let says: String

    /// What must not be less than nothing.
    public let formula: ClaimFormula

    /// Creates a condition.
    public init(quote: String, says: String, formula: ClaimFormula) {
      self.quote = quote
      self.says = says
      self.formula = formula
    }
  }

  /// How a published figure has to stand to the computed value.
  public enum Relation: String, CaseIterable, Hashable, Sendable {
    /// Both ends are the same; of a bound, the computed value lies on its side.
    case equals

    /// The published figure or range lies inside the computed range.
    case within

    /// The published range holds all of the computed one.
    case covers

    /// The published figure is no more than the lowest computed value.
    case atMost = "at most"

    /// The published figure is no less than the highest computed value.
    case atLeast = "at least"
  }

  /// Creates a claim.
  public init(
    id: String, says: String, citation: Citation, published: PublishedValue,
    relation: Relation = .equals, formula: ClaimFormula, condition: Condition? = nil
  ) {
    self.id = id
    self.says = says
    self.citation = citation
    self.published = published
    self.relation = relation
    self.formula = formula
    self.condition = condition
  }
}

/// What an offer allows beside its price; a recommendation asks this before it asks what it costs.
///
/// Whether a request may wait for a cold start is not in here, because the rules of scaling say
/// so: see ``Offer/mayStartCold(on:)``.
public struct Features: Hashable, Sendable {
  /// Whether one's own or fine-tuned weights can be served.
  public var customWeights: Fact<Answer>

  /// Whether one's own container, and so any inference stack, can be run.
  public var ownContainer: Fact<Answer>

  /// Whether the customer decides where data is processed and who sees it.
  public var dataControl: Fact<Answer>

  /// Which kinds of models can be called; no kind at all where nobody says.
  public var catalogue: Fact<Set<Catalogue>>

  /// Creates features; what is left out is not stated.
  public init(
    customWeights: Fact<Answer> = Fact(.notStated), ownContainer: Fact<Answer> = Fact(.notStated),
    dataControl: Fact<Answer> = Fact(.notStated), catalogue: Fact<Set<Catalogue>> = Fact([])
  ) {
    self.customWeights = customWeights
    self.ownContainer = ownContainer
    self.dataControl = dataControl
    self.catalogue = catalogue
  }

  /// Whether an offer allows something.
  public enum Answer: String, CaseIterable, Hashable, Sendable {
    /// It does.
    case yes

    /// It does not.
    case no

    /// Nobody says; neither a reason to choose the offer nor one to exclude it.
    case notStated = "not stated"
  }

  /// The kinds of models that readers choose between, in the order of a page.
  public enum Catalogue: String, CaseIterable, Hashable, Sendable {
    /// Models whose weights are published.
    case openModels = "open models"

    /// Models that only their makers, or those they allow, can serve.
    case proprietaryModels = "proprietary models"

    /// Models that the customer brings.
    case ownModels = "own models"
  }

  /// An answer with its evidence.
  public struct Fact<Value: Hashable & Sendable>: Hashable, Sendable {
    /// What is so.
    public let value: Value

    /// Who says so; `nil` where nobody does.
    public let citation: Citation?

    /// Creates a fact.
    public init(_ value: Value, citation: Citation? = nil) {
      self.value = value
      self.citation = citation
    }
  }
}

extension Offer {
  /// Whether a request may have to wait until a machine has started.
  ///
  /// Only where machines are billed by time and none is held: who sells tokens or requests keeps
  /// the machines ready.
  ///
  /// - Parameter date: The day whose rules hold; `nil` for the latest.
  /// - Returns: Whether nothing is held that could answer at once.
  public func mayStartCold(on date: CalendarDate? = nil) -> Bool {
    meters.contains(.time) && scaling(on: date).scalesToZero && !isHeld
  }
}

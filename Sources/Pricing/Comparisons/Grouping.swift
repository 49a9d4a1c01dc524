/// Which offers of a scenario can take each other's place.
///
/// Two offers are held against each other only inside a group: the lowest, the crossings and what
/// to take are those of the group.
public struct Grouping: Hashable, Sendable {
  /// By what offers are told apart.
  public var key: Key

  /// Offers that can take each other's place although their goods differ.
  public var alternatives: [Alternatives]

  /// Creates a grouping.
  public init(by key: Key = .model, alternatives: [Alternatives] = []) {
    self.key = key
    self.alternatives = alternatives
  }

  /// By what offers are told apart.
  public enum Key: String, CaseIterable, Hashable, Sendable {
    /// Models by name, or by what else is known of them; machines by name and number of GPUs.
    case model

    /// Models by class, as far as one is stated; machines as before.
    case modelClass = "class"
  }

  /// Offers that can take each other's place, and why.
  public struct Alternatives: Hashable, Sendable {
    /// The ids of the offers; `nil` for all of the scenario.
    public let offers: Set<String>?

    /// What readers call them together; `nil` for what the goods are called.
    public let name: String?

    /// Why one can take the place of another, in a sentence.
    public let reason: String

    /// Who says so; `nil` for the scenario itself.
    public let citation: Citation?

    /// Creates alternatives.
    public init(
      offers: Set<String>? = nil, name: String? = nil, reason: String, citation: Citation? = nil
    ) {
      self.offers = offers
      self.name = name
      self.reason = reason
      self.citation = citation
    }
  }

  /// What an offer is told apart by; `nil` where nobody says what one gets.
  public func kind(of offer: Offer) -> OfferGroup.Kind? {
    offer.goods.map { OfferGroup.Kind($0, by: key) }
  }

  /// The groups of offers, in the order in which their first offers stand.
  ///
  /// Offers of which nobody says what one gets are one group.
  ///
  /// - Complexity: O(*n*) in the offers.
  public func groups(of offers: [Offer]) -> [OfferGroup] {
    /// What puts an offer into a group: a stated reason, or else its goods.
    enum Mark: Hashable {
      case alternatives(Int)
      case kind(OfferGroup.Kind?)
    }
    var groups: [OfferGroup] = []
    var places: [Mark: Int] = [:]
    for (row, offer) in offers.enumerated() {
      let kind = kind(of: offer)
      let reason = alternatives.firstIndex { $0.offers?.contains(offer.id) ?? true }
      let mark = reason.map(Mark.alternatives) ?? .kind(kind)
      if let place = places[mark] {
        groups[place].rows.append(row)
        if !groups[place].kinds.contains(kind) { groups[place].kinds.append(kind) }
      } else {
        places[mark] = groups.count
        groups.append(
          OfferGroup(rows: [row], kinds: [kind], alternatives: reason.map { alternatives[$0] }))
      }
    }
    return groups
  }
}

/// Offers of a scenario that can take each other's place.
public struct OfferGroup: Hashable, Sendable {
  /// The places of its offers in the scenario, in order; at least one.
  public fileprivate(set) var rows: [Int]

  /// What its offers are, each kind once; `nil` stands for what nobody says.
  public fileprivate(set) var kinds: [Kind?]

  /// Why offers of several kinds are in it; `nil` where they are of one.
  public let alternatives: Grouping.Alternatives?

  /// What goods are told apart by.
  public struct Kind: Hashable, Sendable {
    /// The model; `nil` where the buyer brings one.
    public let model: Model?

    /// The machine, without what does not tell it apart; `nil` where none is rented.
    public let machine: Goods.Machine?

    /// By what a model is told apart.
    public enum Model: Hashable, Sendable {
      /// Its name.
      case name(String)

      /// Its class.
      case modelClass(String)

      /// Who may serve it.
      case access(Goods.Access)
    }

    init(_ goods: Goods, by key: Grouping.Key) {
      model = goods.model.flatMap { model in
        let name = model.name.map(Model.name)
        let modelClass = model.modelClass.map(Model.modelClass)
        let known = key == .model ? name ?? modelClass : modelClass ?? name
        return known ?? model.access.map(Model.access)
      }
      machine = goods.machine.map { Goods.Machine(name: $0.name, count: $0.count) }
    }
  }
}

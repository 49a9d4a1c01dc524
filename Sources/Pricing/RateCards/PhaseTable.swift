/// A value for some of the phases of a machine, found without a search.
public struct PhaseTable<Value: Hashable & Sendable>: Hashable, Sendable {
  /// One place for each phase, in their order.
  private var values: [Value?] = Array(repeating: nil, count: Phase.allCases.count)

  /// The value for a phase; `nil` where there is none.
  public subscript(phase: Phase) -> Value? {
    get { values[phase.place] }
    set { values[phase.place] = newValue }
  }
}

extension PhaseTable: ExpressibleByDictionaryLiteral {
  /// A table of some phases; of two values for one phase the last counts.
  public init(dictionaryLiteral elements: (Phase, Value)...) {
    for (phase, value) in elements { self[phase] = value }
  }
}

extension Phase {
  /// The place of the phase among all.
  var place: Int {
    switch self {
    case .waiting: 0
    case .pulling: 1
    case .loading: 2
    case .active: 3
    case .idleTail: 4
    case .keptWarm: 5
    case .draining: 6
    }
  }
}

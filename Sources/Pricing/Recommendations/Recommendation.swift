/// Which of the offers that can take each other's place to take for a workload: first what it must
/// be able to do, then what it costs.
public struct Recommendation: Hashable, Sendable {
  /// The offers among which it chooses.
  public let group: OfferGroup

  /// What the offer must be able to do, in the order of ``Requirement``; empty for the price alone.
  public let requirements: [Requirement]

  /// The offers that are out, in the order of the scenario.
  public let excluded: [Exclusion]

  /// What to take, for each workload of the scenario.
  public let choices: [Choice]

  /// An offer that is out, and all that keeps it out.
  public struct Exclusion: Hashable, Sendable {
    /// The id of the offer in the scenario.
    public let offer: String

    /// The requirements that it is known not to meet.
    public let lacks: [Requirement]

    /// The requirements of which nobody says whether it meets them; what is not known never wins.
    public let notStated: [Requirement]
  }

  /// What to take for one workload.
  public enum Choice: Hashable, Sendable {
    /// The cheapest of those that are left, whatever turns out within the ranges; several on a tie.
    case cheapest([String])

    /// One of these, depending on where in its range each input lies.
    case oneOf([String])

    /// The only one that is left, at whatever price.
    case only(String)

    /// Nobody: no offer that is left can be priced and can do the work.
    case none
  }

  /// Decides from what was priced.
  ///
  /// - Parameters:
  ///   - group: The offers among which it chooses.
  ///   - priced: The scenario.
  ///   - requirements: What the offer must be able to do.
  public init(
    among group: PricedGroup, of priced: PricedScenario,
    requiring requirements: Set<Requirement>
  ) {
    self.init(
      group, priced, excluding: Answers(group, priced.scenario).excluded(by: requirements),
      requirements)
  }

  private init(
    _ group: PricedGroup, _ priced: PricedScenario, excluding excluded: [Exclusion],
    _ requirements: Set<Requirement>
  ) {
    self.group = group.group
    self.requirements = Requirement.allCases.filter(requirements.contains)
    self.excluded = excluded
    let out = Set(excluded.map(\.offer))
    choices = priced.scenario.workloads.indices.map { column in
      let standings = group.standings[column]
      let left = standings.entries.filter { !out.contains($0.id) }
      if left.count == 1 { return .only(left[0].id) }
      let comparison = Comparison(workload: priced.scenario.workloads[column].id, standings, left)
      if !comparison.cheapest.isEmpty { return .cheapest(comparison.cheapest) }
      return comparison.candidates.isEmpty ? .none : .oneOf(comparison.candidates)
    }
  }

  /// What the offers of a group that are compared say to each requirement, asked once: an offer has
  /// much to copy.
  private struct Answers {
    private let rows: [(offer: String, answers: [Features.Answer])]

    /// How many offers are compared; who takes no part is not out either.
    var count: Int { rows.count }

    init(_ group: PricedGroup, _ scenario: Scenario) {
      rows = group.group.rows.compactMap { row in
        let offer = scenario.offers[row]
        guard !scenario.leftOut.contains(offer.id) else { return nil }
        return (offer.id, Requirement.allCases.map { offer.answer(to: $0, on: scenario.date) })
      }
    }

    private func places(of requirements: Set<Requirement>) -> [Int] {
      Requirement.allCases.indices.filter { requirements.contains(Requirement.allCases[$0]) }
    }

    /// How many offers ``excluded(by:)`` has.
    func count(excludedBy requirements: Set<Requirement>) -> Int {
      let places = places(of: requirements)
      return rows.count { row in places.contains { row.answers[$0] != .yes } }
    }

    /// The offers that do not meet requirements, or of which nobody says that they do.
    func excluded(by requirements: Set<Requirement>) -> [Exclusion] {
      let places = places(of: requirements)
      return rows.compactMap { offer, answers in
        guard places.contains(where: { answers[$0] != .yes }) else { return nil }
        func said(_ answer: Features.Answer) -> [Requirement] {
          places.filter { answers[$0] == answer }.map { Requirement.allCases[$0] }
        }
        return Exclusion(offer: offer, lacks: said(.no), notStated: said(.notStated))
      }
    }
  }

  /// The decisions that a reader may ask for, group by group: by what the scenario requires, and by
  /// that and each other requirement on which the offers of the group differ.
  ///
  /// - Parameters:
  ///   - priced: The scenario.
  ///   - requirements: What the scenario requires in any case.
  /// - Returns: Of each group at least one, that by the scenario's own requirements first.
  public static func all(
    for priced: PricedScenario, requiring requirements: Set<Requirement>
  ) -> [Recommendation] {
    priced.groups.flatMap { group in
      let answers = Answers(group, priced.scenario)
      let base = Recommendation(
        group, priced, excluding: answers.excluded(by: requirements), requirements)
      var all = [base]
      for requirement in Requirement.allCases where !requirements.contains(requirement) {
        let more = requirements.union([requirement])
        let out = answers.count(excludedBy: more)
        // A requirement that all offers meet decides nothing, nor does one that none is known to.
        guard out > base.excluded.count, out < answers.count else { continue }
        all.append(Recommendation(group, priced, excluding: answers.excluded(by: more), more))
      }
      return all
    }
  }
}

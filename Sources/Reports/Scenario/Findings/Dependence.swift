import Pricing
import Wording

/// On which inputs it depends what offers cost for workloads.
struct Dependence {
  /// The inputs that have a range, in words: `prices and the speed`.
  let words: String

  /// The same without prices; `nil` if no other input has a range.
  let besidesPrices: String?

  /// - Parameters:
  ///   - offers: The offers.
  ///   - workloads: The workloads.
  ///   - date: The day whose rates hold.
  ///   - startsVary: Whether how often machines start is open too.
  ///   - servingVaries: Whether how many sessions a replica serves is.
  ///   - stopsVary: Whether idle replicas go when an autoscaler decides.
  init(
    of offers: [Offer], for workloads: [Workload], on date: CalendarDate?, startsVary: Bool = false,
    servingVaries: Bool = false, stopsVary: Bool = false
  ) {
    var inputs: [String] = []
    func add(_ input: String, _ isOpen: Bool) { if isOpen { inputs.append(input) } }
    let prices = offers.flatMap { $0.rates(on: date).compactMap(\.price) }
    add("prices", prices.contains { !$0.isExact })
    let timed = offers.filter { $0.meters.contains(.time) }
    add(
      "the speed",
      timed.contains { offer in
        workloads.contains { workload in
          guard let speed = offer.throughput ?? workload.throughput else { return false }
          return !speed.tokensPerSecond.isExact || !speed.utilisation.isExact
        }
      })
    add(
      "the hours of work",
      !timed.isEmpty
        && workloads.contains { workload in
          switch workload.traffic {
          case .hours(let hours), .gpuHours(let hours): !hours.isExact
          case .busyShare(let share): !share.isExact
          case .sessions(let profile): !profile.isExact
          case .none, .bursts, .session, .batch, .steady, .notStated: false
          }
        })
    add("how many sessions a replica serves", servingVaries)
    add(
      "the start",
      timed.contains { offer in
        offer.mayStartCold(on: date)
          && Phase.timed.contains { offer.scaling(on: date).durations[$0]?.isExact == false }
      })
    add("when an autoscaler decides", stopsVary)
    add("how often machines start", startsVary)
    add(
      "the share of input",
      offers.contains { $0.rates(on: date).count > 1 && $0.meters.contains(.tokens) }
        && workloads.contains { workload in
          guard case .total(_, let share)? = workload.tokens else { return false }
          return !share.isExact
        })
    let others = inputs.filter { $0 != "prices" }
    besidesPrices = others.isEmpty ? nil : UnitText.list(others)
    words = inputs.isEmpty ? "inputs with a range" : UnitText.list(inputs)
  }

  /// What the cost of some offers of a scenario depends on, for one workload or for all.
  init(of offers: [String], column: Int? = nil, _ view: ScenarioView) {
    let workloads = view.scenario.workloads
    let notes = Self.notes(of: offers, column, view)
    self.init(
      of: view.scenario.offers.filter { offers.contains($0.id) },
      for: column.map { [workloads[$0]] } ?? workloads, on: view.scenario.date,
      startsVary: Self.startsVary(offers, column, view),
      servingVaries: notes.contains { note in
        if case .serves(let service) = note { !service.concurrency.isExact } else { false }
      },
      stopsVary: notes.contains { if case .decides = $0 { true } else { false } })
  }

  /// What invoices of some offers say, for one workload or for all.
  private static func notes(
    of offers: [String], _ column: Int?, _ view: ScenarioView
  ) -> [Pricing.Note] {
    let rows = view.scenario.offers.indices.filter { offers.contains(view.scenario.offers[$0].id) }
    let columns = column.map { $0...$0 } ?? 0...(view.scenario.workloads.count - 1)
    return rows.flatMap { row in
      columns.flatMap { view.priced.quotes[row][$0].invoice?.notes ?? [] }
    }
  }

  private static func startsVary(
    _ offers: [String], _ column: Int?, _ view: ScenarioView
  ) -> Bool {
    let isOpen = notes(of: offers, column, view).contains(.startsNotStated)
    // Along an axis they may be open where they are not at a single place.
    let isBound = view.priced.groups.contains { group in
      group.breakEven?.curves.contains { $0.isBound && offers.contains($0.offer) } == true
    }
    return isOpen || column == nil && isBound
  }
}

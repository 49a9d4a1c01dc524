import Messages
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
    func add(_ input: @autoclosure () -> String, _ isOpen: Bool) {
      if isOpen { inputs.append(input()) }
    }
    let prices = offers.flatMap { $0.rates(on: date).compactMap(\.price) }
    let arePricesOpen = prices.contains { !$0.isExact }
    add(localized("prices", context: "input"), arePricesOpen)
    let timed = offers.filter { $0.meters.contains(.time) }
    add(
      localized("the speed", context: "input"),
      timed.contains { offer in
        workloads.contains { workload in
          guard let speed = offer.throughput ?? workload.throughput else { return false }
          return !speed.tokensPerSecond.isExact || !speed.utilisation.isExact
        }
      })
    add(
      localized("the hours of work", context: "input"),
      !timed.isEmpty
        && workloads.contains { workload in
          switch workload.traffic {
          case .hours(let hours), .gpuHours(let hours): !hours.isExact
          case .busyShare(let share): !share.isExact
          case .sessions(let profile): !profile.isExact
          case .none, .bursts, .session, .batch, .steady, .notStated: false
          }
        })
    add(localized("how many sessions a replica serves", context: "input"), servingVaries)
    add(
      localized("the start", context: "input"),
      timed.contains { offer in
        offer.mayStartCold(on: date)
          && Phase.timed.contains { offer.scaling(on: date).durations[$0]?.isExact == false }
      })
    add(localized("when an autoscaler decides", context: "input"), stopsVary)
    add(localized("how often machines start", context: "input"), startsVary)
    add(
      localized("the share of input", context: "input"),
      offers.contains { $0.rates(on: date).count > 1 && $0.meters.contains(.tokens) }
        && workloads.contains { workload in
          guard case .total(_, let share)? = workload.tokens else { return false }
          return !share.isExact
        })
    let others = Array(inputs.dropFirst(arePricesOpen ? 1 : 0))
    besidesPrices = others.isEmpty ? nil : UnitText.list(others)
    words =
      inputs.isEmpty ? localized("inputs with a range", context: "input") : UnitText.list(inputs)
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

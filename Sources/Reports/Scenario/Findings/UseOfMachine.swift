import Content
import Pricing

/// How fully machines are taken to be used where the speed of a workload says how long they work.
struct UseOfMachine {
  /// Of two offers the one that is a machine, taken as working at its full speed whenever it works,
  /// beside one that counts no time; `nil` if there is none.
  ///
  /// Used less it costs the same and does less, so what is said of it holds at full use alone.
  let machineOfOne: String?

  init(_ pair: AskedQuestion.Pair, _ view: ScenarioView) {
    let offers = [pair.first, pair.second].compactMap(view.offer)
    let machines = offers.filter { $0.meters.contains(.time) }
    machineOfOne =
      machines.count == 1 && machines.allSatisfy { Self.isFullyUsed($0, view.scenario) }
      ? machines[0].id : nil
  }

  /// Whether the work of an offer follows from tokens and a speed, without any idle share.
  static func isFullyUsed(_ offer: Offer, _ scenario: Scenario) -> Bool {
    scenario.workloads.allSatisfy { workload in
      guard workload.traffic == .batch || workload.traffic == .steady,
        let throughput = offer.throughput ?? workload.throughput
      else { return false }
      return throughput.utilisation == Bounds(.one)
    }
  }
}

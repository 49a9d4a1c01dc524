import Content
import Pricing

extension ScenarioDocument {
  /// How long a scenario takes beside others: curves do, the more the more offers there are.
  ///
  /// The longest is begun first, so that no core has nothing to do while another is at it.
  package var effort: Int {
    (scenario.sweep == nil ? 0 : 1000) + scenario.offers.count * scenario.workloads.count
  }
}

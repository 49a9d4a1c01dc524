/// A scenario's report, kept by a program that builds a site again and again.
///
/// It stands for what a build would make of the scenario as long as nothing changed that the scenario
/// depends on, and no template that charts are drawn with. It is a class, as room for a report would
/// be kept in ten thousand places that have none.
package final class RememberedReport: Sendable {
  let report: ScenarioReport

  /// What changes of its offers moved in it.
  let moves: [ScenarioMove]

  init(_ report: ScenarioReport, moves: [ScenarioMove]) {
    (self.report, self.moves) = (report, moves)
  }
}

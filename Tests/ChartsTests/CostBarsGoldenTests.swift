import Charts
import TestSupport
import Testing

@Suite("Cost bar drawings")
struct CostBarsGoldenTests {
  @Test(arguments: ChartLayout.allCases)
  func drawsACostThatIsAThousandTimesAnother(layout: ChartLayout) throws {
    var text = ""
    dump(try Samples.idleReplicas.drawing(layout), to: &text)
    try expectGolden(text, "idle-replicas-\(layout.rawValue).txt")
  }

  @Test(arguments: ChartLayout.allCases)
  func drawsRangesAndWhatIsNotStated(layout: ChartLayout) throws {
    var text = ""
    dump(try Samples.job.drawing(layout), to: &text)
    try expectGolden(text, "job-\(layout.rawValue).txt")
  }
}

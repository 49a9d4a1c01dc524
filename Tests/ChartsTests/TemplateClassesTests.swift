import Foundation
import Testing

@testable import Charts

/// A chart file carries only the rules for its own classes, so the lists have to be complete.
@Suite("Classes of the templates")
struct TemplateClassesTests {
  @Test(arguments: [
    ("break-even.svg", BreakEvenDrawing.classes), ("cost-bars.svg", CostBarsDrawing.classes),
    ("tornado.svg", TornadoDrawing.classes), ("heat-map.svg", HeatMapDrawing.classes),
    ("rate-history.svg", RateHistoryDrawing.classes),
    ("rate-panels.svg", RatePanelsDrawing.classes),
  ])
  func areTheOnesThatRulesAreWrittenFor(template: String, classes: Set<String>) throws {
    #expect(try Self.used(in: template).subtracting(["chart", "c"]) == classes)
  }

  /// The classes that a template names itself, with what fields add in front of the hole.
  private static func used(in template: String) throws -> Set<String> {
    var used: Set<String> = []
    for match in try StyleFiles.template(template).matches(of: /class="([^"]*)"/) {
      for name in match.1.replacing(/\{\{[^}]*\}\}/, with: "").split(separator: " ") {
        used.insert(String(name))
      }
    }
    // What fields add: the edge and the width of a curve, the end of an assumption.
    let added: [String: Set<String>] = [
      "break-even.svg": ["high", "close"], "tornado.svg": ["low-end", "high-end"],
    ]
    return used.union(added[template] ?? []).subtracting(["chart-"])
  }
}

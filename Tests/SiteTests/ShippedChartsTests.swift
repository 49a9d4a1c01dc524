import Foundation
import TestSupport
import Testing
import XML

/// What every published chart file of this repository keeps to.
@Suite("The shipped charts")
struct ShippedChartsTests {
  @Test func areAtMostTwelveThousandBytesAndFourOnTheWire() async throws {
    let packed = try TemporaryFolder()
    let names = try await ShippedSite.names(in: "charts", ending: ".svg")
    #expect(names.count > 30)
    for name in names {
      let text = try await ShippedSite.text("charts/\(name)")
      #expect(text.utf8.count <= 12_000, "\(name)")
      try packed.write(text, to: name)
    }
    #expect(try await OtherProgram.run("gzip", ["-9", "-r", packed.path]).code == 0)
    for name in names {
      let size = try URL(filePath: packed.at("\(name).gz")).resourceValues(forKeys: [.fileSizeKey])
      #expect(try #require(size.fileSize) <= 4_000, "\(name)")
    }
  }

  @Test func fitInTheWidestFontToo() async throws {
    let names = try await ShippedSite.names(in: "charts", ending: ".svg")
      .filter { !$0.hasSuffix("-dark.svg") && !$0.hasSuffix("-light.svg") }
    var drawings: [(name: String, text: String)] = []
    for name in names { drawings.append((name, try await ShippedSite.text("charts/\(name)"))) }
    for scenario in ShippedSite.scenarios {
      let page = try await ShippedSite.text("scenarios/\(scenario)/index.html")
      // The wide ones are those of the files; phones have drawings of their own.
      for match in page.matches(of: /<svg[^>]*chart-compact(?s:.)*?<\/svg>/) {
        drawings.append((scenario, String(match.0)))
      }
    }
    #expect(drawings.count > 60)
    for drawing in drawings {
      let texts = DrawnTexts(drawing.text)
      #expect(texts.lines.count > 5 && texts.unmeasured == [], "\(drawing.name)")
      #expect(texts.faults == [], "\(drawing.name)")
    }
  }

  /// A kind of chart has its own figures, whatever the scenario's first chart shows.
  @Test(
    "Carry their own data",
    arguments: [
      ("monthly-tiers", "curves"), ("monthly-tiers-costs", "bars"),
      ("idle-replicas-phases", "shares"), ("monthly-tiers-sensitivity", "assumptions"),
      ("machine-or-tokens-heat-map", "rows"),
    ])
  func carry(chart: String, member: String) async throws {
    let text = try await ShippedSite.text("charts/\(chart).json")
    let data = try JSONDecoder().decode(ChartFile.self, from: Data(text.utf8))
    #expect(data.chart == chart)
    #expect(data.members.contains(member))
    let drawing = try await ShippedSite.text("charts/\(chart).svg")
    #expect(drawing.contains("<title>\(data.title.replacing("&", with: "&amp;"))</title>"))
  }

  @Test(
    "Have their values in the table under them",
    arguments: [
      ("idle-replicas", "phases", "segment"), ("monthly-tiers", "sensitivity", "swing"),
      ("machine-or-tokens", "heat-map", "cells"),
    ])
  func haveTheirValuesInTheTableUnderThem(
    scenario: String, suffix: String, drawn: String
  ) async throws {
    let chart = "\(scenario)-\(suffix)"
    let page = try await ShippedSite.scenario(scenario)
    let figure = try #require(page.element(id: "chart_\(chart)"))
    let links = figure.all { $0.name == "a" && $0.wholeText == "Table" }
    #expect(links.map { $0["href"] } == ["../../embed/\(scenario)/\(suffix).html"])
    let table = try await ShippedSite.page("embed/\(scenario)/\(suffix).html").root
    let cells = table.all { $0.name == "td" }.map(\.wholeText).joined(separator: "; ")
    let drawing = try Element(
      parsing: Array(try await ShippedSite.text("charts/\(chart).svg").utf8), file: chart,
      limits: .published)
    let values = drawing.all { $0["class"] == drawn }
      .flatMap { $0.all { $0.name == "text" && $0["class"]?.contains("muted") != true } }
      .map(\.wholeText)
      .filter {
        $0.contains { "0123456789".contains($0) } && ("$−0123456789".contains($0.prefix(1)))
      }
    #expect(values.count > 0)
    #expect(values.filter { !cells.contains($0) } == [])
    let rows = CSVReader.records(try await ShippedSite.text("tables/\(scenario)/\(suffix).csv"))
    #expect(rows.count == table.bodyRows.count + 1)
  }

  /// A data file's name, finding and what else it holds.
  private struct ChartFile: Decodable {
    let chart: String
    let title: String
    let members: Set<String>

    private struct Key: CodingKey {
      let stringValue: String
      var intValue: Int? { nil }
      init(stringValue: String) { self.stringValue = stringValue }
      init?(intValue: Int) { nil }
    }

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: Key.self)
      chart = try container.decode(String.self, forKey: Key(stringValue: "chart"))
      title = try container.decode(String.self, forKey: Key(stringValue: "title"))
      members = Set(container.allKeys.map(\.stringValue))
    }
  }
}

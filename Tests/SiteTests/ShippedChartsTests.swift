import Foundation
import TestSupport
import Testing

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
    let gzip = Process()
    gzip.executableURL = URL(filePath: "/usr/bin/env")
    gzip.arguments = ["gzip", "-9", "-r", packed.at("")]
    try gzip.run()
    gzip.waitUntilExit()
    for name in names {
      let size = try URL(filePath: packed.at("\(name).gz")).resourceValues(forKeys: [.fileSizeKey])
      #expect(try #require(size.fileSize) <= 4_000, "\(name)")
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

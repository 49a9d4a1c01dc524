import Foundation
import Templates
import TestSupport
import Testing
import XML

@testable import Charts
@testable import Reports

/// Every kind as the file that is published, byte for byte, and what every such file keeps to.
@Suite("Chart files")
struct ChartFileTests {
  /// A kind of chart, named as its golden files are.
  enum Kind: String, CaseIterable {
    case breakEven = "break-even"
    case hours = "hours"
    case costBars = "cost-bars"
    case idleCost = "idle-cost"
    case tornado = "tornado"
    case heatMap = "heat-map"
    case rateHistory = "rate-history"
    case ratePanels = "rate-panels"

    func file(_ layout: ChartLayout, _ style: ChartStyle?) async throws -> [UInt8] {
      func render<Chart: Charts.Chart>(
        _ chart: Chart, _ template: String
      ) async throws -> [UInt8] where Chart.Drawing: TemplateModel {
        let drawing = try chart.laidOut(layout)
        return try await ChartFiles.templates()
          .template("charts/\(template).svg", for: Chart.Drawing.self)
          .render(style.map(drawing.file) ?? drawing.onPage)
      }
      return switch self {
      case .breakEven: try await render(Samples.breakEven, "break-even")
      case .hours: try await render(Samples.hours, "break-even")
      case .costBars: try await render(Samples.job, "cost-bars")
      case .idleCost: try await render(Samples.idleCost, "cost-bars")
      case .tornado: try await render(Samples.tornado, "tornado")
      case .heatMap: try await render(Samples.heatMap, "heat-map")
      case .rateHistory: try await render(Samples.rateHistory, "rate-history")
      case .ratePanels: try await render(Samples.ratePanels, "rate-panels")
      }
    }
  }

  @Test(arguments: Kind.allCases)
  func areTheSameBytes(kind: Kind) async throws {
    let file = try await kind.file(.wide, ChartFiles.style(.adaptive))
    #expect(try await kind.file(.wide, ChartFiles.style(.adaptive)) == file)
    try expectGolden(String(decoding: file, as: UTF8.self), "\(kind.rawValue).svg")
  }

  @Test(arguments: Kind.allCases, ChartStyle.Theme.allCases)
  func areSmallValidAndNeedNothingElse(kind: Kind, theme: ChartStyle.Theme) async throws {
    for layout in ChartLayout.allCases {
      let file = try await kind.file(layout, ChartFiles.style(theme))
      #expect(file.count <= 12_000)
      try ChartFiles.validate(file)

      let text = String(decoding: file, as: UTF8.self)
      let outside = ["http", "url(", "@import", "@font-face", "<script", "<image", "var(", " id="]
      let body = text.replacing("xmlns=\"http://www.w3.org/2000/svg\"", with: "")
      #expect(outside.filter { body.contains($0) } == [])
      #expect(!body.contains("aria-"), "checkers of files know no aria-*")
      #expect(!body.contains(/(d="")|(<text[^>]*><\/text>)|(<g[^>]*>\s*<\/g>)/), "an empty node")
      #expect(text.contains("role=\"img\""))
      #expect(text.contains("<title>") && text.contains("<desc>"))
      #expect(text.contains("<rect class=\"surface\""), "a file paints its own background")
    }
  }

  @Test(arguments: Kind.allCases)
  func areAtMostFourThousandBytesOnTheWire(kind: Kind) async throws {
    let golden = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(components: "Golden", "\(kind.rawValue).svg")
    #expect(try await ChartFiles.compressedSize(of: golden) <= 4_000)
  }

  @Test(arguments: Kind.allCases, ChartLayout.allCases)
  func areOnAPageWhatTheyAreWithoutTheirNotes(kind: Kind, layout: ChartLayout) throws {
    func check(_ chart: some Chart) throws {
      let page = try chart.laidOut(layout).onPage
      #expect(try page == chart.onPage(showsTitle: true).laidOut(layout).onPage)
      #expect(page.frame.style == nil && !page.frame.titleLines.isEmpty)
      #expect(try chart.onPage(showsTitle: false).laidOut(layout).onPage.frame.titleLines == [])
    }
    switch kind {
    case .breakEven: try check(Samples.breakEven)
    case .hours: try check(Samples.hours)
    case .costBars: try check(Samples.job)
    case .idleCost: try check(Samples.idleCost)
    case .tornado: try check(Samples.tornado)
    case .heatMap: try check(Samples.heatMap)
    case .rateHistory: try check(Samples.rateHistory)
    case .ratePanels: try check(Samples.ratePanels)
    }
  }

  @Test(arguments: Kind.allCases)
  func differInTheirRulesOnlyFromThemeToTheme(kind: Kind) async throws {
    var files: Set<String> = []
    for theme in ChartStyle.Theme.allCases {
      let file = try await kind.file(.wide, ChartFiles.style(theme))
      files.insert(
        String(decoding: file, as: UTF8.self).replacing(/<style>[^<]*<\/style>/, with: ""))
    }
    #expect(files.count == 1)
  }

  @Test(arguments: Kind.allCases, ChartLayout.allCases)
  func bringNoRulesIntoAPageAndSpeakWithOneVoice(kind: Kind, layout: ChartLayout) async throws {
    let text = String(decoding: try await kind.file(layout, nil), as: UTF8.self)
    #expect(!text.contains("<style") && !text.contains(" id="))
    #expect(text.contains("<g aria-hidden=\"true\">"))
    let before = try #require(text.firstRange(of: "<g aria-hidden")?.lowerBound)
    #expect(!text[..<before].contains("<text"), "what is read aloud is the title and the text")
  }
}

/// The templates and style sheets of this repository, as a site uses them.
enum ChartFiles {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../..").standardizedFileURL

  static func templates() async throws -> TemplateSet { try await compiled.value }

  private static let templateEntries: [TemplateEntry] = {
    var paths: Set<String> = []
    return (FigureKinds.templates + ProviderReports.templates).filter {
      $0.path.hasPrefix("charts/") && paths.insert($0.path).inserted
    }
  }()

  private static let compiled = Task {
    let names = ["break-even", "cost-bars", "tornado", "heat-map", "rate-history", "rate-panels"]
    let files = try names.map { name in
      TemplateFile(
        path: "charts/\(name).svg", text: Array(try StyleFiles.template("\(name).svg").utf8))
    }
    return try await TemplateSet(
      BoundTemplates(files: files, entries: templateEntries),
      profiles: TemplateSet.Profiles(
        page: try schema("page", .template), chart: try schema("chart", .template)))
  }

  static func style(_ theme: ChartStyle.Theme) throws -> ChartStyle {
    try ChartStyle(
      palette: StyleFiles.text("palette.css"), drawing: StyleFiles.text("drawing.css"),
      theme: theme)
  }

  static func validate(_ file: [UInt8]) throws {
    let document = try PublishedDocument(parsing: file, file: "chart.svg")
    try document.validate(against: try schema("chart", .document))
  }

  /// How many bytes a server sends for a file.
  static func compressedSize(of file: URL) async throws -> Int {
    let count = "test -s \"$0\" && gzip -9 -c \"$0\" | wc -c"
    let result = try await OtherProgram.run("/bin/sh", ["-c", count, file.path])
    return try #require(Int(result.output.trimmingCharacters(in: .whitespacesAndNewlines)))
  }

  private static func schema(_ name: String, _ role: Schema.Role) throws -> Schema {
    try Schema("templates/schema/\(name).rng", as: role) { path in
      (try? Data(contentsOf: root.appending(path: path))).map { Array($0) }
    }
  }
}

import Foundation
import Testing

@testable import Charts

/// What the published colours promise, measured as WCAG 2 and Machado and others (2009) define it.
@Suite("Palette")
struct PaletteTests {
  enum Screen: CaseIterable {
    case light
    case dark
  }

  @Test(arguments: Screen.allCases)
  func textStandsOutFromTheSurface(screen: Screen) throws {
    let colours = try colours(screen)
    let surface = try #require(colours["--chart-surface"])
    for (name, colour) in colours
    where !["--chart-surface", "--chart-grid"].contains(name) && !Self.isShade(name) {
      #expect(colour.contrast(with: surface) >= 4.5, "\(name)")
    }
  }

  @Test(arguments: Screen.allCases)
  func theGridStaysInTheBackground(screen: Screen) throws {
    let colours = try colours(screen)
    let surface = try #require(colours["--chart-surface"])
    let grid = try #require(colours["--chart-grid"])
    #expect((1.1...1.5).contains(grid.contrast(with: surface)))
  }

  @Test(arguments: Screen.allCases, [true, false])
  func coloursDifferForEveryEye(screen: Screen, series: Bool) throws {
    let ours = try colours(screen).filter { name, _ in
      !["surface", "ink", "muted", "grid"].contains { name == "--chart-\($0)" }
        && !Self.isShade(name) && name.contains(/-s[0-9]$/) == series
    }.sorted { $0.key < $1.key }
    #expect(ours.count == (series ? ChartStyle.seriesColours : 9))
    for (index, first) in ours.enumerated() {
      for second in ours[(index + 1)...] {
        for eye in Eye.allCases {
          let difference = first.value.difference(from: second.value, for: eye)
          #expect(difference >= 12, "\(first.key) and \(second.key) for \(eye)")
        }
      }
    }
  }

  /// The rules of the heat map say which shades carry which ink.
  @Test(arguments: Screen.allCases, 1...HeatMapShade.count)
  func everyShadeCarriesItsText(screen: Screen, shade: Int) throws {
    let colours = try colours(screen)
    let isDarkInk = shade <= 4
    let ink = try #require(colours[isDarkInk ? "--chart-ink" : "--chart-surface"])
    #expect(try #require(colours["--chart-h\(shade)"]).contrast(with: ink) >= 4.5)
    let css = try StyleFiles.text("drawing.css")
    #expect(css.contains(".chart .cells .h\(shade)") == !isDarkInk)
  }

  @Test(arguments: Screen.allCases)
  func shadesGrowInOneDirection(screen: Screen) throws {
    let colours = try colours(screen)
    let surface = try #require(colours["--chart-surface"])
    let contrasts = try (1...HeatMapShade.count).map {
      try #require(colours["--chart-h\($0)"]).contrast(with: surface)
    }
    for (lighter, darker) in zip(contrasts, contrasts.dropFirst()) {
      #expect(darker / lighter >= 1.15)
    }
  }

  private static func isShade(_ name: String) -> Bool { name.contains(/-h[0-9]$/) }

  @Test func knowsWhatIsAlike() {
    let (white, black) = (Colour(red: 1, green: 1, blue: 1), Colour(red: 0, green: 0, blue: 0))
    #expect(abs(white.contrast(with: black) - 21) < 1e-9)
    #expect(abs(white.difference(from: black, for: .usual) - 100) < 0.1)
    let (bronze, brown) = (Colour(hex: "#946200"), Colour(hex: "#a33a00"))
    #expect((bronze?.difference(from: brown ?? black, for: .deuteranope) ?? 99) < 12)
  }

  private func colours(_ screen: Screen) throws -> [String: Colour] {
    let palette = try Palette(StyleFiles.text("palette.css"))
    return try (screen == .light ? palette.light : palette.dark).mapValues {
      try #require(Colour(hex: $0))
    }
  }
}

import Foundation
import Testing

/// What the pages' stylesheet promises readers.
@Suite("Stylesheet of the pages")
struct StylesheetTests {
  @Test(
    "Text keeps a contrast of 4.5 in both themes",
    arguments: Stylesheet.Theme.allCases,
    [
      ("ink", "paper"), ("muted", "paper"), ("link", "paper"), ("accent", "paper"),
      ("good", "paper"), ("doubt", "paper"), ("ink", "shade"), ("link", "shade"),
      ("muted", "good-shade"), ("good", "good-shade"), ("ink", "good-shade"),
    ])
  func textIsLegible(theme: Stylesheet.Theme, pair: (text: String, ground: String)) throws {
    let style = try Stylesheet()
    let contrast = try style.colour(pair.text, in: theme)
      .contrast(to: style.colour(pair.ground, in: theme))
    #expect(contrast >= 4.5)
  }

  @Test("Rules are seen and stay behind the text", arguments: Stylesheet.Theme.allCases)
  func rulesAreQuiet(theme: Stylesheet.Theme) throws {
    let style = try Stylesheet()
    let contrast = try style.colour("rule", in: theme).contrast(
      to: style.colour("paper", in: theme))
    #expect((1.3...3).contains(contrast))
  }

  @Test("Nothing is fetched", arguments: ["@import", "@font-face", "url(", "://"])
  func fetchesNothing(word: String) throws {
    #expect(try !Stylesheet().text.contains(word))
  }

  @Test func stylesNoClassThatNoTemplateUses() throws {
    let used = try Stylesheet.classesInTemplates().union(Self.classesInModels)
    #expect(try Stylesheet().classes.subtracting(used).sorted() == [])
  }

  @Test func stylesEveryClassThatTheModelsName() throws {
    let plain = ["length", "step"]
    let styled = try Stylesheet().classes
    #expect(Self.classesInModels.subtracting(styled).subtracting(plain).sorted() == [])
  }

  /// What the view models put into holes of `class`.
  private static let classesInModels: Set<String> = [
    "s1", "s2", "s3", "s4", "s5", "s6",
    "amount", "cheapest", "short", "not-offered", "not-stated", "times",
    "reproduced", "restated", "consistent", "off", "inconsistent", "open", "part", "step",
    "billed", "free", "does-not-apply",
    "phase-tokens", "phase-input-tokens", "phase-output-tokens", "phase-requests",
    "phase-active",
    "phase-cold-start", "phase-idle-tail", "phase-kept-warm", "phase-rounding",
  ]
}

extension Stylesheet {
  /// The classes that page templates write out.
  static func classesInTemplates() throws -> Set<String> {
    var classes: Set<String> = []
    for path in try FileManager.default.subpathsOfDirectory(atPath: templates.path).sorted()
    where path.hasSuffix(".xhtml") {
      let text = try String(contentsOf: templates.appending(path: path), encoding: .utf8)
      for match in text.matches(of: /class="([^"]*)"/) {
        classes.formUnion(match.1.split(separator: " ").map(String.init))
      }
    }
    return classes
  }
}

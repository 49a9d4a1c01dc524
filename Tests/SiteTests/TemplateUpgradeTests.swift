import Foundation
import TestSupport
import Testing

@testable import Site

@Suite("Templates of a site and of its program")
struct TemplateUpgradeTests {
  private let folder: TemporaryFolder

  /// Every file that the cases are about, below `templates/`.
  private static let before = [
    "layout.xhtml": "1", "same.xhtml": "1", "outdated.xhtml": "1", "gone.xhtml": "1",
    "gone-changed.xhtml": "1", "changed.xhtml": "1", "both.xhtml": "1", "removed.xhtml": "1",
  ]

  /// A site that was started with one program, changed by its author, and meets the next program.
  init() throws {
    folder = try TemporaryFolder()
    try folder.write("title: x\n", to: "home/starter/content/site.yaml")
    try folder.write("{}", to: "home/content/schema/page.schema.json")
    for (name, text) in Self.before { try folder.write(text, to: "home/templates/\(name)") }
    _ = try StarterSite(home: folder.at("home")).write(to: folder.at("site"))

    for name in ["changed", "both", "gone-changed", "own"] {
      try folder.write("mine", to: "site/templates/\(name).xhtml")
    }
    try remove("site/templates/removed.xhtml")

    for name in ["outdated", "both", "new"] {
      try folder.write("2", to: "home/templates/\(name).xhtml")
    }
    for name in ["gone", "gone-changed"] { try remove("home/templates/\(name).xhtml") }
  }

  private func remove(_ path: String) throws {
    try FileManager.default.removeItem(atPath: folder.at(path))
  }

  private func upgrade() throws -> TemplateUpgrade {
    try TemplateUpgrade(of: folder.at("site"), with: folder.at("home"))
  }

  private func states() throws -> [String: TemplateUpgrade.State] {
    let entries = try upgrade().entries.map {
      ($0.path.replacing("templates/", with: ""), $0.state)
    }
    return Dictionary(uniqueKeysWithValues: entries)
  }

  private static let expected: [String: TemplateUpgrade.State] = [
    "layout.xhtml": .same, "same.xhtml": .same, "content/schema/page.schema.json": .same,
    "outdated.xhtml": .outdated, "new.xhtml": .new, "gone.xhtml": .gone,
    "gone-changed.xhtml": .onlyHere, "changed.xhtml": .changedHere,
    "both.xhtml": .changedOnBothSides, "removed.xhtml": .removedHere, "own.xhtml": .onlyHere,
  ]

  @Test func saysHowEachFileCompares() throws {
    let before = folder.tree("site")
    #expect(try states() == Self.expected)
    #expect(folder.tree("site") == before)
  }

  @Test func takesWhatLosesNothing() throws {
    try upgrade().write()
    let texts = [
      "layout.xhtml": "1", "outdated.xhtml": "2", "new.xhtml": "2", "gone.xhtml": nil,
      "gone-changed.xhtml": "mine", "changed.xhtml": "mine", "both.xhtml": "mine",
      ".both.xhtml.program": "2", "removed.xhtml": nil, "own.xhtml": "mine",
    ]
    for (name, text) in texts { #expect(folder.text("site/templates/\(name)") == text, "\(name)") }
    // What an author has been told of is not asked again.
    var expected = Self.expected
    expected["gone.xhtml"] = nil
    for name in ["outdated", "new"] { expected["\(name).xhtml"] = .same }
    expected["both.xhtml"] = .changedHere
    #expect(try states() == expected)
    let after = try FixtureSite.bytes(below: folder.at("site"))
    try upgrade().write()
    #expect(try FixtureSite.bytes(below: folder.at("site")) == after)
  }

  @Test(
    "A site that nobody knows the beginning of",
    arguments: [nil, "", "{}", "[1]", "{\"files\": 1}"])
  func withoutARecord(text: String?) throws {
    try remove("site/.breakeven/templates.json")
    if let text { try folder.write(text, to: "site/.breakeven/templates.json") }
    let expected: [String: TemplateUpgrade.State] = [
      "layout.xhtml": .same, "same.xhtml": .same, "content/schema/page.schema.json": .same,
      "outdated.xhtml": .different, "new.xhtml": .new, "gone.xhtml": .onlyHere,
      "gone-changed.xhtml": .onlyHere, "changed.xhtml": .different, "both.xhtml": .different,
      "removed.xhtml": .new, "own.xhtml": .onlyHere,
    ]
    #expect(try states() == expected)
    try upgrade().write()
    #expect(folder.text("site/templates/outdated.xhtml") == "1")
    #expect(folder.text("site/templates/.outdated.xhtml.program") == "2")
    #expect(folder.text("site/templates/.changed.xhtml.program") == "1")
    #expect(folder.text("site/templates/new.xhtml") == "2")
  }

  @Test func aSiteMayDoWithoutSchemas() throws {
    try remove("site/content/schema")
    #expect(try states()["content/schema/page.schema.json"] == .removedHere)
  }

  @Test func ourOwnTemplatesAreTheProgramsOwn() throws {
    let home = FixtureSite.repository.path
    let states = try Set(TemplateUpgrade(of: home, with: home).entries.map(\.state))
    #expect(states == [.same])
  }
}

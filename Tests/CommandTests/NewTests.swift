import Foundation
import TestSupport
import Testing

@Suite("breakeven new")
struct NewTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test(
    "Begins a file that is right as it is",
    arguments: [
      ("scenario", "scenarios/night-shift.yaml"), ("rate-card", "rate-cards/night-shift.yaml"),
      ("page", "pages/night-shift.md"), ("claim", "claims/night-shift.yaml"),
    ])
  func begins(kind: String, path: String) async throws {
    try await start()
    let run = try await new(kind, "night-shift")
    let file = "content/\(path)"
    #expect(run.code == 0 && run.errors.isEmpty)
    #expect(run.output.hasSuffix("Wrote \(folder.at("costs"))/\(file)\n"))
    try expectGolden(try #require(folder.text("costs/\(file)")), "new-\(kind).txt")
    try await expectRight()
  }

  @Test func beginsAllOfThemInALargeSite() async throws {
    for part in ["content", "templates"] {
      try FileManager.default.createDirectory(
        atPath: folder.at("costs"), withIntermediateDirectories: true)
      try FileManager.default.copyItem(
        atPath: Program.repository.appending(path: part).path, toPath: folder.at("costs/\(part)"))
    }
    for kind in ["rate-card", "scenario", "page", "claim"] {
      #expect(try await new(kind, "a.new-one").transcript.hasPrefix("exit 0\n"))
    }
    try await expectRight()
  }

  @Test("Lists a source as the others are listed", arguments: ["  ", "", "    "])
  func listsASource(margin: String) async throws {
    try await start()
    let sources = try #require(folder.text("costs/content/sources.yaml"))
    try folder.write(
      sources.replacing("\n  ", with: "\n\(margin)").replacing(
        "\n\(margin)  ", with: "\n\(margin)  "),
      to: "costs/content/sources.yaml")
    #expect(try await new("rate-card", "cloud").code == 0)
    let listed = try #require(folder.text("costs/content/sources.yaml"))
    #expect(listed.contains("\n\n\(margin)- id: cloud-pricing\n\(margin)  title: Pricing\n"))
    try await expectRight()
    // The source is there now, and stays as it is.
    try FileManager.default.removeItem(atPath: folder.at("costs/content/rate-cards/cloud.yaml"))
    #expect(try await new("rate-card", "cloud").code == 0)
    #expect(folder.text("costs/content/sources.yaml") == listed)
  }

  @Test func tellsProgramsWhatItWrote() async throws {
    try await start()
    let run = try await Program.run(
      ["new", "rate-card", "cloud", "--format", "json", "-s", folder.at("costs")], in: nil)
    let answer = try JSONDecoder().decode([String: Value].self, from: Data(run.output.utf8))
    #expect(answer["path"] == .text("content/rate-cards/cloud.yaml"))
    #expect(
      answer["files"] == .texts(["content/sources.yaml", "content/rate-cards/cloud.yaml"]))
  }

  @Test(
    "Refuses what it cannot begin",
    arguments: [
      (
        "page about",
        "'content/pages/about.md' exists already\n  hint: choose another name, or write in that file"
      ),
      (
        "page About",
        "'About' is not an identifier\n"
          + "  hint: write at most 80 lower-case letters and digits, joined by - or ."
      ),
      (
        "page ../about",
        "'../about' is not an identifier\n"
          + "  hint: write at most 80 lower-case letters and digits, joined by - or ."
      ),
      ("pages about", "the value 'pages' is invalid for '<kind>'\n  hint: did you mean 'page'?"),
      ("page", "missing expected argument '<name>'\n  hint: see 'breakeven new --help'"),
    ])
  func refuses(line: String, errors: String) async throws {
    try await start()
    let before = folder.tree()
    let run = try await Program.run(
      ["new"] + line.split(separator: " ").map(String.init) + ["-s", folder.at("costs")], in: nil)
    #expect(run.errors == "breakeven: error: \(errors)\n")
    #expect(run.code == 2 && run.output.isEmpty)
    #expect(folder.tree() == before)
  }

  @Test(
    "Refuses a name whose pages the site could not have",
    arguments: [
      ("scenario con", "'scenarios/con/index.html' cannot be copied to every system"),
      ("rate-card nul", "'providers/nul/index.html' cannot be copied to every system"),
      ("page aux.x", "'aux.x/index.html' cannot be copied to every system"),
      ("page scenarios", "'scenarios/index.html' would be made twice"),
      ("scenario volumes.html", "'tables/volumes.html' would be made twice"),
      ("rate-card index.html", "'providers/index.html' would be made twice"),
    ])
  func refusesPaths(line: String, message: String) async throws {
    try await start()
    let before = folder.tree()
    let words = line.split(separator: " ").map(String.init)
    let run = try await new(words[0], words[1])
    #expect(run.code == 1 && run.output.isEmpty && folder.tree() == before)
    #expect(run.errors.hasPrefix("content/") && run.errors.contains(": error: \(message)"))
  }

  @Test func refusesAFolderWithoutAName() async throws {
    let run = try await Program.run(["new", "page", "more", "--source", ""], in: nil)
    #expect(run.code == 2 && run.output.isEmpty)
    #expect(
      run.errors == "breakeven: error: '--source' names no folder\n"
        + "  hint: name one, or leave the option out\n")
  }

  @Test func beginsAFrontPage() async throws {
    try await start()
    #expect(try await new("page", "index").code == 0)
    #expect(folder.text("costs/content/pages/index.md")?.contains("navigation") == false)
    try await expectRight()
  }

  @Test func refusesAnOfferThatIsSoldAlready() async throws {
    try await start()
    let card = try #require(folder.text("costs/content/rate-cards/example-cloud.yaml"))
    try folder.write(
      card.replacing("id: example-api", with: "id: cloud-h100"),
      to: "costs/content/rate-cards/example-cloud.yaml")
    let scenario = try #require(folder.text("costs/content/scenarios/volumes.yaml"))
    try folder.write(
      scenario.replacing("offer: example-api", with: "offer: cloud-h100"),
      to: "costs/content/scenarios/volumes.yaml")
    let run = try await new("rate-card", "cloud")
    #expect(
      run.errors
        == "breakeven: error: an offer 'cloud-h100' exists already\n  hint: choose another name\n")
    #expect(run.code == 2)
  }

  @Test func refusesAScenarioWithoutAPrice() async throws {
    try await start()
    for path in ["scenarios/volumes.yaml", "rate-cards/example-cloud.yaml", "pages/about.md"] {
      try FileManager.default.removeItem(atPath: folder.at("costs/content/\(path)"))
    }
    let site = try #require(folder.text("costs/content/site.yaml"))
    try folder.write(
      String(site[..<(try #require(site.firstRange(of: "scenario_order"))).lowerBound]),
      to: "costs/content/site.yaml")
    let run = try await new("scenario", "first")
    #expect(run.errors.hasPrefix("breakeven: error: no offer of this site has a price yet\n"))
    #expect(run.code == 2 && folder.text("costs/content/scenarios/first.yaml") == nil)
  }

  @Test func aSiteWithAMistakeIsMendedFirst() async throws {
    try await start()
    try folder.write("title: 1\n", to: "costs/content/scenarios/volumes.yaml")
    let before = folder.tree()
    let run = try await new("page", "more")
    #expect(run.errors.contains("content/scenarios/volumes.yaml:1:1: error: "))
    #expect(run.code == 1 && run.output.isEmpty && folder.tree() == before)
  }

  private enum Value: Decodable, Hashable {
    case text(String)
    case texts([String])

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let text = try? container.decode(String.self) {
        self = .text(text)
      } else {
        self = .texts(try container.decode([String].self))
      }
    }
  }

  private func start() async throws {
    let run = try await Program.run(["init", "-q", "--from", ".", folder.at("costs")], in: nil)
    try #require(run.transcript == "exit 0\n")
  }

  private func new(_ kind: String, _ name: String) async throws -> OtherProgram.Outcome {
    try await Program.run(["new", kind, name, "--source", folder.at("costs")], in: nil)
  }

  private func expectRight() async throws {
    let check = try await Program.run(
      ["check", "--strict", "-q", "-s", folder.at("costs")], in: nil)
    #expect(check.transcript == "exit 0\n")
  }
}

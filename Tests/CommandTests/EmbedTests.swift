import Foundation
import TestSupport
import Testing

@Suite("breakeven embed")
struct EmbedTests {
  /// The site of the fixtures with this repository's templates.
  static func site() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let manager = FileManager.default
    try folder.makeFolder("site")
    try manager.copyItem(
      at: Program.fixtures.appending(path: "site/content"),
      to: URL(filePath: folder.at("site/content")))
    try manager.copyItem(
      at: Program.repository.appending(path: "templates"),
      to: URL(filePath: folder.at("site/templates")))
    return folder
  }

  private static let address = "--base-url https://costs.example"

  @Test(
    "One table in every format",
    arguments: ["html", "markdown", "csv", "json", "asciidoc", "rst", "latex", "iframe"])
  func table(format: String) async throws {
    let site = try Self.site()
    let run = try await Program.run(
      "embed night-shift --format \(format) \(Self.address) -s \(site.at("site"))")
    #expect(run.code == 0 && run.errors == "")
    try expectGolden(run.output, "embed-table.\(format)")
  }

  @Test(
    "One chart in every format that shows it",
    arguments: ["html", "markdown", "asciidoc", "rst", "latex", "iframe", "picture"])
  func chart(format: String) async throws {
    let site = try Self.site()
    let files = format == "latex" ? "--at img" : ""
    let run = try await Program.run(
      "embed night-shift --chart costs --format \(format) \(files) \(Self.address) -s \(site.at("site"))"
    )
    #expect(run.code == 0 && run.errors == "")
    try expectGolden(run.output, "embed-chart.\(format)")
  }

  @Test("A drawing in the colours that are asked for", arguments: ["adaptive", "light", "dark"])
  func drawing(theme: String) async throws {
    let site = try Self.site()
    let run = try await Program.run(
      "embed night-shift --format svg --theme \(theme) -s \(site.at("site"))")
    #expect(run.code == 0 && run.output.hasPrefix("<svg "))
    #expect(run.output.contains("prefers-color-scheme") == (theme == "adaptive"))
  }

  @Test("What is wanted of a table, and nothing else")
  func selection() async throws {
    let site = try Self.site()
    let run = try await Program.run(
      [
        "embed", "night-shift", "--columns", "offer, workload-month", "--sort=-workload-month",
        "--rows", "2", "--caption", "What *nights* cost", "--locale", "de", "-s", site.at("site"),
      ])
    #expect(run.code == 0 && run.errors == "")
    try expectGolden(run.output, "embed-selection.md")
  }

  @Test(
    "A call that the site cannot answer says what comes nearest",
    arguments: [
      (
        "embed night-shft", "breakeven: error: 'night-shft' is not a table of this site",
        "'night-shift'"
      ),
      (
        "embed night-shift/x", "breakeven: error: 'night-shift/x' is not a table of 'night-shift'",
        "'night-shift'"
      ),
      (
        "embed night-shift --columns ofer",
        "--columns: error: 'ofer' is not a column of 'night-shift'", "'offer'"
      ),
      (
        "embed night-shift --rows a,b", "--rows: error: 'a' is not a row of 'night-shift'",
        "serverless-h100"
      ),
      ("embed night-shift --columns ,,", "--columns: error: 'columns' has no value", "write it"),
      ("embed night-shift --rows ,", "--rows: error: 'rows' has no value", "write it"),
      ("embed night-shift --rows 0", "--rows: error: '0' rows are no table", "how many"),
      (
        "embed night-shift --sort cost", "--sort: error: 'cost' is not a column of 'night-shift'",
        "workload-month"
      ),
      (
        "embed night-shift --locale dr",
        "--locale: error: 'dr' is not a language whose numbers are known", "'da'"
      ),
      (
        "embed night-shift --locale de --format csv", "--locale: error: csv is for programs",
        "leave"
      ),
      (
        "embed night-shift --chart cots", "--chart: error: 'cots' is not a chart of 'night-shift'",
        "'costs'"
      ),
      (
        "embed night-shft --chart costs",
        "breakeven: error: 'night-shft' is not a scenario of this site", "'night-shift'"
      ),
      (
        "embed night-shift --format svg --rows 2",
        "--rows: error: 'rows' is not an option of a chart", "use one of the options"
      ),
      (
        "embed night-shift --chart costs --format csv", "breakeven: error: csv shows no chart",
        "take json"
      ),
      (
        "embed night-shift --chart costs --format latex", "breakeven: error: TeX reads pictures",
        "night-shift.png"
      ),
      (
        "embed night-shift --chart costs --format picture",
        "breakeven: error: nobody knows the address of the published site", "'at'"
      ),
      (
        "embed night-shift/invoices --format iframe --base-url https://a.example",
        "breakeven: error: 'night-shift/invoices' has no page for a frame", "take html"
      ),
      (
        "embed providers --format iframe --base-url https://a.example",
        "breakeven: error: 'providers' has no page for a frame", "take html"
      ),
      (
        "embed night-shift --format iframe",
        "breakeven: error: nobody knows the address of the published site", "base_url"
      ),
      ("embed night-shift --base-url x --format iframe", "--base-url: error:", "http"),
    ])
  func refuses(line: String, error: String, hint: String) async throws {
    let site = try Self.site()
    let run = try await Program.run("\(line) -s \(site.at("site"))")
    #expect(run.code == 2 && run.output == "")
    #expect(run.errors.hasPrefix(error))
    #expect(run.errors.contains("hint: ") && run.errors.contains(hint))
  }

  @Test func aChartWithoutThemesIsOnePicture() async throws {
    let site = try Self.site()
    let settings = try #require(site.text("site/content/site.yaml"))
    try site.write("\(settings)publish: [pages, charts]\n", to: "site/content/site.yaml")
    let run = try await Program.run(
      "embed night-shift --format picture \(Self.address) -s \(site.at("site"))")
    #expect(run.code == 0 && !run.output.contains("<source"))
    #expect(run.output.contains("src=\"https://costs.example/charts/night-shift.svg\""))
  }

  @Test func aPictureNeedsAProgramThatIsNotOurs() async throws {
    let site = try Self.site()
    let run = try await Program.run(
      "embed night-shift --format png -s \(site.at("site"))", environment: ["PATH": "/nowhere"])
    #expect(run.code == 2 && run.output == "")
    #expect(
      run.errors == "breakeven: error: no 'rsvg-convert' on the path, and a PNG needs it\n"
        + "  hint: install librsvg2-bin, or take svg\n")
  }

  @Test func aScenarioThatIsNotAskedForIsNotRead() async throws {
    let site = try Self.site()
    try site.write("broken: [", to: "site/content/scenarios/quiet-month.yaml")
    let run = try await Program.run("embed night-shift -s \(site.at("site"))")
    #expect(run.code == 0 && run.errors == "")
    let other = try await Program.run("embed quiet-month -s \(site.at("site"))")
    #expect(other.code == 1 && other.errors.hasPrefix("content/scenarios/quiet-month.yaml:"))
  }
}

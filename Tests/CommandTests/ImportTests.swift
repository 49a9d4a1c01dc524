import Foundation
import TestSupport
import Testing

@Suite("breakeven import")
struct ImportTests {
  private static let list = """
    {"chat": {"litellm_provider": "acme", "mode": "chat", "input_cost_per_token": 3e-06,
      "output_cost_per_token": 1.5e-05},
     "dance": {"litellm_provider": "acme", "mode": "chat", "cost_per_dance": 1}}
    """

  private static func site() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try FileManager.default.copyItem(
      at: Program.fixtures.appending(path: "site"), to: URL(filePath: folder.at("site")))
    try folder.write(list, to: "list.json")
    try folder.write(
      list, to: "package/litellm/model_prices_and_context_window_backup.json")
    try folder.write("", to: "package/litellm-1.2.3.dist-info/METADATA")
    return folder
  }

  @Test("Writes a card for each provider and the source, and says what it left out")
  func writes() async throws {
    let folder = try Self.site()
    let line = "import litellm \(folder.at("package")) --read 2026-10-01 -s \(folder.at("site"))"
    let dry = try await Program.run("\(line) --dry-run")
    #expect(dry.code == 0 && dry.errors == "")
    #expect(folder.text("site/content/rate-cards/litellm-acme.yaml") == nil)
    let run = try await Program.run(line)
    #expect(run.code == 0 && run.errors == "")
    #expect(
      run.output.hasSuffix("not expressed: cost_per_dance (1)\nexpressed 1 of 2 priced entries\n"))
    let card = try #require(folder.text("site/content/rate-cards/litellm-acme.yaml"))
    #expect(card.contains("usd_per_million_input_tokens: 3\n"))
    #expect(folder.text("site/content/sources.yaml")?.contains("- id: litellm-1.2.3\n") == true)
    let price = try await Program.run(
      "price litellm-acme-chat --input-tokens 1M --output-tokens 1M -s \(folder.at("site"))")
    #expect(price.code == 0 && price.output.contains("18"))
    let again = try await Program.run(line)
    #expect(again.code == 0 && !again.output.contains("Wrote"))
  }

  @Test("Prices calls by the cards that it would write")
  func calls() async throws {
    let folder = try Self.site()
    try folder.write(
      "acme\tchat\t-\t-\tinput_tokens=1000000,output_tokens=0\nacme\tgone\t-\t-\trequests=1\n",
      to: "calls.tsv")
    let run = try await Program.run(
      "import litellm \(folder.at("list.json")) --read 2026-10-01 -s \(folder.at("site")) "
        + "--calls \(folder.at("calls.tsv"))")
    #expect(run.output == "3\nno such entry\n")
    #expect(folder.text("site/content/rate-cards/litellm-acme.yaml") == nil)
  }

  @Test(
    "Refuses what it cannot read",
    arguments: [
      ("import litellm nowhere --read 2026-10-01", "'nowhere' cannot be read"),
      ("import litellm LIST --read soon", "'soon' is no day"),
      ("import genai-prices LIST --read 2026-10-01", "cannot be read from here on"),
      ("import litellm LARGE --read 2026-10-01", "' is a file of over 64 MiB"),
      ("import litellm LIST --read 2026-10-01 --calls LARGE", "' is a file of over 64 MiB"),
      ("inject LARGE", "' is a file of over 64 MiB"), ("inject /dev/zero", "cannot be read"),
      ("import litellm /dev/zero --read 2026-10-01", "cannot be read"),
      ("import pricelist LIST --read 2026-10-01", "pricelist"),
    ])
  func refuses(line: String, message: String) async throws {
    let folder = try Self.site()
    // A file of holes takes no room on the disk.
    try folder.write("", to: "large")
    let handle = try FileHandle(forWritingTo: URL(filePath: folder.at("large")))
    try handle.truncate(atOffset: 1 << 36)
    try handle.close()
    let line = line.replacing("LARGE", with: folder.at("large"))
    let run = try await Program.run(
      "\(line.replacing("LIST", with: folder.at("list.json"))) -s \(folder.at("site"))")
    #expect(run.code == 2 && run.output == "")
    #expect(run.errors.contains(message), "\(run.errors)")
  }
}

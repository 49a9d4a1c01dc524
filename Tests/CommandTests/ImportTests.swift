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

  @Test("Reads each list as a file, and as the folder that holds it or its files")
  func folders() async throws {
    let folder = try Self.site()
    let catalogue = "InstanceType,AcceleratorName,AcceleratorCount,Region,Price,SpotPrice\n"
    try folder.write("\(catalogue)big,H100,8,eu,20,\n", to: "clouds/v8/acme/vms.csv")
    try folder.write("\(catalogue)small,,,eu,,0.5\n", to: "clouds/v8/other/vms.csv")
    let answer = "{\"acme\": {\"models\": {\"chat\": {\"cost\": {\"input\": 3, \"output\": 15}}}}}"
    try folder.write(answer, to: "api/api.json")
    try folder.write("[cost]\ninput = 3\noutput = 15\n", to: "git/providers/acme/models/chat.toml")
    try folder.write("name = 'Acme'\n", to: "git/providers/acme/provider.toml")
    let rows = """
      currency: USD
      models: [{canonical_id: chat, prices: [{channel: acme, effective_from: '2026-01-01',
        input_per_mtok: 3, output_per_mtok: 15}]}]

      """
    try folder.write(rows, to: "meter/metergraph_core/data/prices.yaml")
    try folder.write("", to: "meter/metergraph_core-0.7.4.dist-info/METADATA")
    let provider = "id: acme\nmodels:\n- {id: chat, prices: {input_mtok: 3, output_mtok: 15}}\n"
    try folder.write(provider, to: "yaml/acme.yml")
    try folder.write(provider.replacing("acme", with: "other"), to: "yaml/other.yml")
    try folder.write(provider, to: "clone/prices/providers/acme.yml")
    try folder.write("on: {push: !odd x}\n", to: "clone/.github/workflows/ci.yml")
    let data =
      #"[{"id": "acme", "models": [{"id": "chat", "prices": {"input_mtok": 3, "output_mtok": 15}}]}]"#
    try folder.write(data, to: "data_slim.json")
    for (line, entries, source) in [
      ("genai-prices yaml", 2, "2 files"), ("genai-prices yaml/acme.yml", 1, "acme.yml"),
      ("genai-prices clone", 1, "prices/providers/acme.yml"),
      ("genai-prices data_slim.json", 1, "data_slim.json"),
      ("skypilot clouds", 2, "2 files"), ("skypilot clouds/v8/acme/vms.csv", 1, "vms.csv"),
      ("models-dev api", 1, "api.json"), ("models-dev api/api.json", 1, "api.json"),
      ("models-dev git", 1, "2 files"),
      ("metergraph meter", 1, "metergraph_core/data/prices.yaml"),
      ("metergraph meter/metergraph_core/data/prices.yaml", 1, "prices.yaml"),
    ] {
      let site = try Self.site()
      let words = line.split(separator: " ")
      let run = try await Program.run(
        "import \(words[0]) \(folder.at(String(words[1]))) --read 2026-10-01 -s \(site.at("site"))")
      #expect(run.code == 0 && run.errors == "", "\(line)")
      #expect(
        run.output.hasSuffix("expressed \(entries) of \(entries) priced entries\n"), "\(line)")
      let sources = try #require(site.text("site/content/sources.yaml"))
      #expect(sources.contains("# \(source), SHA-256 "), "\(line)")
    }
  }

  @Test("Names prices that were changed by hand, a few of them, and leaves them alone")
  func leftAlone() async throws {
    let folder = try Self.site()
    let models = (0..<7).map {
      #""m\#($0)": {"litellm_provider": "acme", "input_cost_per_token": 3e-06}"#
    }
    try folder.write("{\(models.joined(separator: ",\n"))}", to: "list.json")
    let line =
      "import litellm \(folder.at("list.json")) --read 2026-10-01 -s \(folder.at("site"))"
    _ = try await Program.run(line)
    let path = "site/content/rate-cards/litellm-acme.yaml"
    let card = try #require(folder.text(path))
    try folder.write(card.replacing("input_tokens: 3\n", with: "input_tokens: 2.5\n"), to: path)
    let again = try await Program.run(line)
    let lines = again.output.split(separator: "\n").map(String.init)
    #expect(lines.count == 8 && lines.first == "left alone: 7 prices changed by hand")
    #expect(lines[1] == "  content/rate-cards/litellm-acme.yaml:8:39: 2.5, and the list has 3")
    #expect(lines.suffix(2) == ["  and 2 more", "expressed 7 of 7 priced entries"])
    let json = try await Program.run("\(line) --format json")
    let report = try #require(
      JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    let left = try #require(report["left_alone"] as? [[String: Any]])
    #expect(left.count == 7 && left[0]["price"] as? String == "2.5")
    #expect(left[0]["listed"] as? String == "3")
  }

  @Test("Says what the list holds as JSON, by feature")
  func json() async throws {
    let folder = try Self.site()
    let run = try await Program.run(
      "import litellm \(folder.at("list.json")) --read 2026-10-01 -s \(folder.at("site")) --dry-run "
        + "--format json")
    let report = try #require(
      JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    #expect(report["entries"] as? Int == 2 && report["expressed"] as? Int == 1)
    let features = try #require(report["features"] as? [[String: Any]])
    #expect(features.map { $0["feature"] as? String } == ["Input and output tokens"])
    #expect(features.first?["expressed"] as? Int == 1)
    let missing = try #require(report["not_expressed"] as? [[String: Any]])
    #expect(missing.map { $0["key"] as? String } == ["cost_per_dance"])
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
      ("import litellm WHEEL --read 2026-10-01", "' is a wheel that is packed"),
      ("import litellm WORDS --read 2026-10-01", "' holds no price that litellm would have"),
      ("import litellm LARGE --read 2026-10-01", "' is a file of over 64 MiB"),
      ("import litellm LIST --read 2026-10-01 --calls LARGE", "' is a file of over 64 MiB"),
      ("inject LARGE", "' is a file of over 64 MiB"), ("inject /dev/zero", "cannot be read"),
      ("import litellm /dev/zero --read 2026-10-01", "cannot be read"),
      ("import pricelist LIST --read 2026-10-01", "pricelist"),
      ("import skypilot EMPTY --read 2026-10-01", "holds no file of skypilot"),
      ("import models-dev EMPTY --read 2026-10-01", "holds no file of models-dev"),
      ("import genai-prices EMPTY --read 2026-10-01", "holds no file of genai-prices"),
      ("import models-dev PACKED --read 2026-10-01", "is compressed"),
    ])
  func refuses(line: String, message: String) async throws {
    let folder = try Self.site()
    // A file of holes takes no room on the disk.
    try folder.write("", to: "large")
    let handle = try FileHandle(forWritingTo: URL(filePath: folder.at("large")))
    try handle.truncate(atOffset: 1 << 36)
    try handle.close()
    try folder.write("", to: "empty/README.md")
    try Data([0x1F, 0x8B, 8]).write(to: URL(filePath: folder.at("packed")))
    try Data([0x50, 0x4B, 3, 4, 20]).write(to: URL(filePath: folder.at("wheel")))
    try folder.write("{\"words\": {\"about\": \"nothing\"}}", to: "words.json")
    let line = line.replacing("LARGE", with: folder.at("large"))
      .replacing("EMPTY", with: folder.at("empty")).replacing("PACKED", with: folder.at("packed"))
      .replacing("WHEEL", with: folder.at("wheel"))
      .replacing("WORDS", with: folder.at("words.json"))
    let run = try await Program.run(
      "\(line.replacing("LIST", with: folder.at("list.json"))) -s \(folder.at("site"))")
    #expect(run.code == 2 && run.output == "")
    #expect(run.errors.contains(message), "\(run.errors)")
  }
}

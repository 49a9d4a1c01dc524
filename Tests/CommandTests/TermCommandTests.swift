import Foundation
import TestSupport
import Testing

@Suite("Commands of a site with machines that are held for a term, or bought")
struct TermCommandTests {
  /// The fixture with a rate card of machines that are held.
  private static func site(changing card: (String) -> String = { $0 }) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let fixtures = Program.fixtures.appending(path: "../../SiteTests/Fixtures").standardizedFileURL
    try FileManager.default.copyItem(
      at: fixtures.appending(path: "site"), to: URL(filePath: folder.at("site")))
    for path in ["rate-cards/delta.yaml", "scenarios/held.yaml", "scenarios/job.yaml"] {
      let file = fixtures.appending(path: "terms/content/\(path)")
      let text = try String(contentsOf: file, encoding: .utf8)
      let target = path.hasPrefix("scenarios") ? "scenarios/delta-\(path.dropFirst(10))" : path
      try folder.write(card(text), to: "site/content/\(target)")
    }
    return folder
  }

  @Test func priceListsWhatIsUsedAndWhatIsNot() async throws {
    let folder = try Self.site()
    let price = try await Program.run("price own-gpu --hours 100 -s \(folder.at("site"))")
    #expect(price.code == 0 && price.errors == "")
    try expectGolden(price.output, "price-own-machine.txt")
  }

  @Test func diffTellsAnotherTermAtTheSamePrice() async throws {
    let before = try Self.site()
    let after = try Self.site {
      $0.replacing("term: 1 year", with: "term: 3 years")
        .replacing("amortised_months: 36", with: "amortised_months: 48")
    }
    let (old, new) = (before.at("site"), after.at("site"))
    let diff = try await Program.run("diff \(old) \(new)")
    #expect(diff.code == 0 && diff.errors == "")
    let text = diff.output.replacing("\u{A0}", with: " ")
    for words in [
      "2 prices change",
      "$2 committed for 1 year, then 1 month at a time | $2 committed for 3 years",
      "$25,200 over 36 months | $25,200 over 48 months", "$17,520 | $52,560",
    ] {
      #expect(text.contains(words), "\(text)")
    }
    let json = try await Program.run("diff \(old) \(new) --format json")
    #expect(
      json.output.replacing("\u{A0}", with: " ")
        .contains(#""term": ["over 36 months", "over 48 months"]"#))
  }

  @Test(
    "reprice keeps for how long a machine is paid",
    arguments: [
      (
        "delta-gpu --when commitment=1-year --expect 2 --to 1.8",
        ["term: 1 year", "renewed_by: 1 month"]
      ),
      ("own-gpu --unit machine --expect 25200 --to 24000", ["amortised_months: 36"]),
    ])
  func reprice(price: String, kept: [String]) async throws {
    let folder = try Self.site()
    let written = try await Program.run(
      "reprice \(price) --from 2026-03-01 --source survey --dry-run -s \(folder.at("site"))")
    #expect(written.code == 0 && written.errors == "")
    for words in kept { #expect(written.output.contains(words), "\(written.output)") }
  }
}

import ArgumentParser
import Content
import Diagnostics
import Reports
import Site

/// `breakeven embed`: one table or chart for somebody's document.
struct EmbedCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "embed",
    abstract: "Print one table or chart, for a document of somebody else's.",
    discussion: """
      Nothing is built: what is needed of content/ is read and priced. A table is named by its \
      scenario (monthly-tiers), with what it is if it is not the comparison (monthly-tiers/crossings), \
      or is billing-rules, claims, providers, providers/<id> or compare/<pair>/costs or rules. A chart is the first of its scenario, \
      unless --chart names another.

      Examples:
        breakeven embed monthly-tiers --columns offer,workload-high --rows 5 --sort workload-high
        breakeven embed machine-or-tokens --chart heat-map --format png > heat-map.png
      """)

  @Argument(help: "The id of a table, or of the scenario of a chart.")
  var id: String

  @OptionGroup var options: EmbedOptions
  @OptionGroup var site: EmbedSite

  func run() async throws {
    let request = try options.request(id)
    let embedding = try await site.embedding(for: [request])
    var findings: [Diagnostic] = []
    guard let piece = embedding.piece(request, as: options.format, into: &findings) else {
      throw Failure(findings)
    }
    switch piece {
    case .text(let bytes): try Console.write(bytes)
    case .drawing(let drawing): try Console.write(try PictureRenderer.picture(of: drawing))
    }
  }
}

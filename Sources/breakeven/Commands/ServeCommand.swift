import ArgumentParser
import Diagnostics
import Serving
import Site

/// `breakeven serve`: the site in a browser, built again whenever a file of it changes.
struct ServeCommand: AsyncParsableCommand, ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Show the site in a browser while it is written.",
    discussion: """
      Builds the site into a folder of its own and serves it on 127.0.0.1. When a file in content/ \
      or templates/ is saved, the site is built again and open pages become the new ones. A mistake is \
      shown on the page, before the last site that had none. Ctrl-C ends it; output/ stays as it is.

      Examples:
        breakeven serve
        breakeven serve --source docs/costs --port 8000
      """)

  @Option(help: ArgumentHelp("The port to serve on; 0 takes any free one.", valueName: "number"))
  var port: UInt16 = 4040

  @OptionGroup var site: SiteFolder
  @OptionGroup var reporting: Reporting

  func run() async throws {
    let preview = try Preview(of: site.source, folders: ["content", "templates"], port: port)
    let folder = try TemporaryFolder()
    let builder = PreviewBuilder(
      SiteOptions(
        source: site.source, output: folder.path + "/site", baseURL: preview.address,
        isStrict: reporting.strict),
      reporting)
    let first = try await builder.build()
    try Console.write("Serving \(preview.address)/ until Ctrl-C\n")
    try await withThrowingTaskGroup { group in
      group.addTask {
        try await preview.run(from: folder.path + "/site", after: first) {
          await builder.rebuild()
        } settle: {
          await builder.settle()
        }
      }
      group.addTask { await Interruption.wait() }
      defer { group.cancelAll() }
      try await group.next()
    }
  }
}

import ArgumentParser
import Content
import Diagnostics
import Site

/// Where the site is published: the folder it is written to, and the address it will have.
struct Publication: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The folder to write, relative to the source.", valueName: "folder"))
  var output = "output"

  @OptionGroup var address: SiteAddress

  /// What the builder needs to know.
  ///
  /// - Throws: ``Failure`` if there is no folder, or the address or the day is none.
  func options(of site: SiteFolder, on day: PricingDay) throws -> SiteOptions {
    guard !output.isEmpty else {
      throw Failure([
        Diagnostic(
          .error, at: SourceLocation(file: "--output"), "no folder",
          hint: "name a folder, or leave the option out")
      ])
    }
    return SiteOptions(
      source: site.source, output: SiteFolder.joined(site.source, output),
      baseURL: try address.text(),
      day: try day.date())
  }
}

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

  @Option(
    help: ArgumentHelp(
      "The address of the published site; as in content/site.yaml if left out.",
      valueName: "address"))
  var baseURL: String?

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
    var address: String?
    if let baseURL {
      let place = SourceLocation(file: "--base-url")
      do { address = try GivenValue("base_url", baseURL, at: place).siteAddress() } catch {
        throw Failure([error.diagnostic(at: place)])
      }
    }
    return SiteOptions(
      source: site.source, output: SiteFolder.joined(site.source, output), baseURL: address,
      day: try day.date())
  }
}

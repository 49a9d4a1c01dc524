import ArgumentParser
import Content
import Diagnostics
import Reports
import Site

/// The site whose tables and charts go into documents.
struct EmbedSite: ParsableArguments {
  @OptionGroup var site: SiteFolder
  @OptionGroup var day: PricingDay
  @OptionGroup var address: SiteAddress

  /// What writes the pieces that are asked for.
  ///
  /// - Throws: ``Failure``, or an exit code after the site's findings.
  func embedding(for requests: [EmbedRequest]) async throws -> Embedding {
    let reading = try await EmbedReading(
      site.source, for: requests, on: try day.date(), baseURL: try address.text())
    // Warnings are for those who write the site, not for those who use it.
    let errors = reading.diagnostics.filter { $0.severity == .error }
    FindingsWriter(format: .text).write(errors, texts: reading.texts)
    guard let embedding = reading.embedding, errors.isEmpty else { throw ExitCode.failure }
    return embedding
  }
}

/// The address that the published site has.
struct SiteAddress: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The address of the published site; as in content/site.yaml if left out.",
      valueName: "address"))
  var baseURL: String?

  /// The address, if one was given.
  ///
  /// - Throws: ``Failure`` if it is none.
  func text() throws -> String? {
    guard let baseURL else { return nil }
    let place = SourceLocation(file: "--base-url")
    do { return try GivenValue("base_url", baseURL, at: place).siteAddress() } catch {
      throw Failure([error.diagnostic(at: place)])
    }
  }
}

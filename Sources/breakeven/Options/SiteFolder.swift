import ArgumentParser
import Content
import Pricing
import Publishing

/// Where the site is.
struct SiteFolder: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The folder with content/ and templates/.", valueName: "folder"))
  var source = "."

  /// An empty word would be the root of the file system in front of a path.
  func validate() throws {
    guard !source.isEmpty else {
      throw ValidationError("'--source' names no folder. Name one, or leave the option out")
    }
  }

  /// Everything in `content/` as of a day, with its warnings reported.
  ///
  /// - Throws: ``Failure``, ``SiteError``, or an exit code after findings.
  func content(on day: PricingDay, reporting: Reporting) throws -> SiteContent {
    let date = try day.date()
    return try Self.content(of: try SiteFiles.content(of: source), on: date, reporting: reporting)
  }

  /// What the files of `content/` say as of a day, with their warnings reported.
  ///
  /// - Throws: An exit code after findings.
  static func content(
    of files: [SiteFile], on day: CalendarDate? = nil, reporting: Reporting
  ) throws -> SiteContent {
    var loader = ContentLoader()
    return try reporting.checked(loader.load(files, on: day), loader)
  }

  /// What an offer is priced with as of a day, with the warnings of these files reported.
  ///
  /// Other rate cards are read only where none mentions the offer, for what it may be meant to be.
  ///
  /// - Throws: ``Failure``, ``SiteError``, or an exit code after findings.
  func prices(of offer: String, on day: PricingDay, reporting: Reporting) throws -> SiteContent {
    let date = try day.date()
    let files = try SiteFiles(below: "content", of: source)
    let (cards, rest) = try Self.priceFiles(files)
    let mentioning = cards.filter { card in
      var words = MentionedWords()
      words.add(card.bytes)
      return words.contains(offer)
    }
    var loader = ContentLoader()
    let content = loader.loadPrices(rest + (mentioning.isEmpty ? cards : mentioning), on: date)
    return try reporting.checked(content, loader)
  }

  /// The rate cards, and what else prices depend on.
  private static func priceFiles(
    _ files: SiteFiles
  ) throws -> (cards: [SiteFile], rest: [SiteFile]) {
    let names = ["site", "sources", "exchange-rates"].map { "content/\($0).yaml" }
    var (cards, rest): ([SiteFile], [SiteFile]) = ([], [])
    for path in files.paths {
      if path.hasPrefix("content/rate-cards/") {
        cards.append(try files.read(path))
      } else if names.contains(path) {
        rest.append(try files.read(path))
      }
    }
    return (cards, rest)
  }

  /// A path below a folder; an absolute one stays as it is, and `.` leaves no trace.
  static func joined(_ folder: String, _ path: String) -> String {
    if path.hasPrefix("/") || folder == "." { return path }
    return folder.hasSuffix("/") ? folder + path : "\(folder)/\(path)"
  }
}

extension Reporting {
  /// What a loader made of files, with its findings reported.
  ///
  /// - Throws: An exit code after findings that keep it from being used.
  fileprivate func checked(_ content: SiteContent?, _ loader: ContentLoader) throws -> SiteContent {
    report(loader.diagnostics, texts: loader.texts)
    guard let content, !fails(with: loader.diagnostics) else { throw ExitCode.failure }
    return content
  }
}

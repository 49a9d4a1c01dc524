import Diagnostics
import Pricing
import Testing

@testable import Content

/// What an import of a list makes of a small site.
struct ImportTrial {
  /// What the site says afterwards.
  let content: SiteContent

  /// Its files.
  let files: [SiteFile]

  /// What was made.
  let made: PriceListImport

  /// The ids of the offers of its cards.
  var offers: [String] { content.rateCards.flatMap(\.offers).map(\.offer.id) }

  /// Imports a list; a card that cannot be read fails the test.
  init(_ list: PriceList, into files: [SiteFile] = site()) throws {
    var loader = ContentLoader()
    let loaded = loader.load(files)
    let before = try #require(loaded, "\(loader.diagnostics)")
    made = try PriceListImport(list, into: files, saying: before)
    let paths = Set(made.files.map(\.path))
    self.files = files.filter { !paths.contains($0.path) } + made.files
    var again = ContentLoader()
    let content = again.load(self.files)
    #expect(again.diagnostics.filter { $0.severity == .error } == [])
    self.content = try #require(content)
  }

  /// The files of a site without a rate card.
  static func site(_ more: String = "") -> [SiteFile] {
    [
      (
        "content/site.yaml",
        "title: S\ntagline: T\ndescription: D.\nupdated: 2026-11-21\nlicence: L\n" + more
      ),
      ("content/sources.yaml", "sources:\n  - {id: a, title: A, publisher: A, read: 2026-01-01}\n"),
    ].map { SiteFile(path: $0.0, bytes: Array($0.1.utf8)) }
  }

  /// A list as a package has it.
  static func list(
    _ text: String, _ kind: PriceList.Kind, _ day: String = "2026-11-01", version: String = "1.0.0",
    path: String = "list"
  ) throws -> PriceList {
    let origin = PriceList.Origin(
      kind: kind, version: version, hash: "abc", read: try #require(CalendarDate(day)),
      files: "list")
    return try PriceList([.init(path: path, bytes: Array(text.utf8))], origin)
  }
}

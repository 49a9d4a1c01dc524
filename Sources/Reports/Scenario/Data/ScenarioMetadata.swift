import Content
import Diagnostics
import Pricing
import Publishing

/// `data/metadata/<id>.json`: what the tables and charts of a scenario are, for those who show copies.
struct ScenarioMetadata {
  private let view: ScenarioView
  private let headline: String
  private var items: [JSONValue] = []

  /// Starts without any table or chart.
  init(_ view: ScenarioView, headline: String) { (self.view, self.headline) = (view, headline) }

  /// Adds a table or a chart with its published files, the first of which tells whether a copy is
  /// current; nothing where it has none.
  ///
  /// - Parameters:
  ///   - kind: `table` or `chart`.
  ///   - id: Its name among those of its kind.
  ///   - title: What it shows, or found.
  ///   - frame: The page that shows nothing else.
  ///   - paths: Its files.
  ///   - writer: Wrote them.
  mutating func add(
    _ kind: String, _ id: String, _ title: String, frame: String?, _ paths: [String],
    by writer: SiteWriter
  ) {
    guard let first = paths.first else { return }
    let hash = writer.hashes[first].map { [("sha256", JSONValue.string($0.text))] } ?? []
    items.append(
      .object(
        [
          ("id", .string(id)), ("kind", .string(kind)), ("title", .string(title)),
          ("files", .strings(paths)),
        ] + (frame.map { [("embed", .string($0))] } ?? []) + hash))
  }

  /// All of it as one object.
  var json: JSONValue {
    let settings = view.context.content.settings
    return .object([
      ("scenario", .string(view.scenario.id)), ("title", .string(view.document.title)),
      ("finding", .string(headline)),
      ("page", .string(view.context.address(of: view.page) ?? view.page)),
      ("publication", .string(settings.title)), ("licence", .string(settings.licence)),
      ("updated", .string("\(min(settings.updated, settings.day))")),
      ("sources", .array(FigureSources.all(view).map(Self.source))), ("items", .array(items)),
    ])
  }

  private static func source(_ source: SourceDocument) -> JSONValue {
    let texts: [(String, String?)] = [
      ("title", source.title), ("publisher", source.publisher), ("url", source.url),
      ("published", source.published.map { "\($0)" }), ("copied", source.copied.map { "\($0)" }),
      ("read", "\(source.read)"),
    ]
    return .object(texts.compactMap { key, text in text.map { (key, .string($0)) } })
  }
}

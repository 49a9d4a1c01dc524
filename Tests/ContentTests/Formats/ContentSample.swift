import Content
import Diagnostics
import Pricing
import Testing

/// A site of the smallest size, in which a test puts one rate, offer or scenario.
enum ContentSample {
  private static let files = [
    "content/site.yaml": """
    title: Sample
    tagline: A sample
    description: A site for tests.
    updated: 2026-12-31
    licence: CC BY 4.0
    """,
    "content/sources.yaml": """
    sources:
      - {id: page, title: A page, publisher: Somebody, read: 2026-01-01}
      - {id: older, title: An older page, publisher: Somebody, published: 2025-05, read: 2026-01-01}
    """,
    "content/rate-cards/alpha.yaml": """
    name: Alpha
    summary: Sells one thing.
    offers:
      - id: gpu
        name: GPU
        rates: [{from: 2026-01-01, usd_per_gpu_hour: 2, source: page}]
    """,
  ]

  /// The day of the source `page`, which bears none.
  static let dayOfPage = CalendarDate("2026-01-01").map(EvidenceDay.read)

  /// What was read, and what was refused as `message | hint`.
  struct Outcome {
    var content: SiteContent?
    var messages: [String]
  }

  /// Reads the site with one more offer, given by its keys after `id` and `name`.
  static func offer(_ keys: String) -> Outcome {
    read(["content/rate-cards/beta.yaml": card(keys)])
  }

  private static func card(_ keys: String) -> String {
    "name: Beta\nsummary: Sells it.\noffers:\n  - {id: new, name: New, \(keys)}\n"
  }

  /// Reads the site with a scenario of the offer `gpu`, of others, or of a new one given by its keys.
  static func scenario(
    workloads: [String], offers: String? = nil, _ rest: String = "", newOffer keys: String? = nil
  ) -> Outcome {
    let list = workloads.enumerated()
      .map { "  - {id: w\($0.offset + 1), name: Work, \($0.element)}\n" }.joined()
    let head = "title: One\nquestion: What does it cost?\nsummary: It matters.\n"
    let offers = offers ?? (keys == nil ? "{offer: gpu}" : "{offer: new}")
    var files: [String: String] = [:]
    if let keys { files["content/rate-cards/beta.yaml"] = card(keys) }
    files["content/scenarios/one.yaml"] =
      "\(head)workloads:\n\(list)offers: [\(offers)]\n\(rest)\n"
    return read(files)
  }

  private static func read(_ added: [String: String]) -> Outcome {
    let files = Self.files.merging(added) { $1 }
    var loader = ContentLoader()
    let content = loader.load(
      files.sorted { $0.key < $1.key }.map { SiteFile(path: $0.key, bytes: Array($0.value.utf8)) })
    return Outcome(
      content: content, messages: loader.diagnostics.map { "\($0.message) | \($0.hint ?? "")" })
  }
}

import Diagnostics

/// What `content/gallery.yaml` says: the kinds of charts and the checks that they are held to.
public struct GalleryDocument: Hashable, Sendable {
  /// The heading.
  public let title: String

  /// What the page shows, in a sentence or two.
  public let summary: String

  /// One chart of each kind, in the order of the page.
  public let charts: [Chart]

  /// The checks, in the order of the table.
  public let checks: [Check]

  /// How others did in the same checks on the same data.
  public let peers: [Peer]

  /// A chart of the site that stands for its kind.
  public struct Chart: Hashable, Sendable {
    /// The id of the chart, which is the name of its file.
    public let id: Located<String>

    /// What the kind is called.
    public let kind: Located<String>

    /// When it is the right chart, in a sentence.
    public let text: String
  }

  /// Something that a chart or a table is held to.
  public struct Check: Hashable, Sendable {
    /// Its number, such as `C12`.
    public let id: Located<String>

    /// What has to be so.
    public let check: String

    /// 0 for no, 1 for in part, 2 for yes without anybody's doing.
    public let score: Int

    /// The test or place that shows it.
    public let evidence: String

    /// The kinds that it applies to; empty for all.
    public let kinds: [Located<String>]

    /// Whether it is about tables and not about charts.
    public let isAboutTables: Bool
  }

  /// A rendering by somebody else.
  public struct Peer: Hashable, Sendable {
    /// Who drew it.
    public let name: String

    /// The sum of its scores in the checks of charts.
    public let score: Int
  }

  /// The points of a kind, and the most that it could have.
  public func score(ofKind kind: String) -> (points: Int, most: Int) {
    let applying = checks.filter { check in
      !check.isAboutTables
        && (check.kinds.isEmpty || check.kinds.contains { $0.value == kind })
    }
    return (applying.map(\.score).reduce(0, +), applying.count * 2)
  }

  /// The points of all checks of charts or tables, and the most that there are.
  public func score(ofTables tables: Bool) -> (points: Int, most: Int) {
    let applying = checks.filter { $0.isAboutTables == tables }
    return (applying.map(\.score).reduce(0, +), applying.count * 2)
  }
}

/// The format of `content/gallery.yaml`.
public enum GalleryFormat {
  private static let chart = Shape(
    "chart of the gallery", "A chart of the site that stands for its kind.",
    [
      Field(
        "chart", .identifier, .required, "The id of the chart, which is the name of its file.",
        example: "monthly-tiers"),
      Field("kind", .line, .required, "What the kind is called.", example: "Break-even"),
      Field("text", .text, .required, "When it is the right chart.", example: "Costs over volume."),
    ])

  private static let check = Shape(
    "check", "Something that charts or tables are held to.",
    [
      Field("id", .line, .required, "Its number.", example: "C12"),
      Field("about", .choice(["charts", "tables"]), .required, "What is held to it."),
      Field("check", .text, .required, "What has to be so.", example: "Text is readable."),
      Field(
        "score", .count, .required, "0 for no, 1 for in part, 2 for yes without anybody's doing.",
        example: "2"),
      Field(
        "evidence", .text, .required, "The test or the place that shows it.",
        example: "PaletteTests: contrast of all colours"),
      Field("kinds", .list(of: .line), .optional, "The kinds it applies to; all if left out."),
    ])

  private static let peer = Shape(
    "peer", "A rendering of the same data by somebody else.",
    [
      Field("name", .line, .required, "Who drew it.", example: "Vega-Lite 6.4"),
      Field("score", .count, .required, "Its points in the checks of charts.", example: "20"),
    ])

  /// The keys of the file.
  public static let shape = Shape(
    "gallery", "Every kind of chart, and the checks that charts and tables are held to.",
    [
      Field("title", .line, .required, "The heading.", example: "Gallery"),
      Field("summary", .text, .required, "What the page shows.", example: "Every kind of chart."),
      Field("charts", .list(of: .shape(chart)), .required, "One chart of each kind."),
      Field("checks", .list(of: .shape(check)), .required, "The checks, in order."),
      Field("peers", .list(of: .shape(peer)), .optional, "How others did on the same data."),
    ])

  static func gallery(_ mapping: Mapping, into findings: inout Findings) -> GalleryDocument? {
    guard let title = mapping.text("title"), let summary = mapping.text("summary") else {
      return nil
    }
    let charts = mapping.mappings("charts").compactMap { entry -> GalleryDocument.Chart? in
      guard let id = entry.text("chart"), let kind = entry.text("kind"),
        let text = entry.text("text")
      else { return nil }
      return .init(id: id, kind: kind, text: text.value)
    }
    let kinds = charts.map(\.kind.value)
    var checks: [GalleryDocument.Check] = []
    for entry in mapping.mappings("checks") {
      guard let id = entry.text("id"), let check = entry.text("check"),
        let score = entry.count("score"), let evidence = entry.text("evidence"),
        let about = entry.text("about")
      else { continue }
      if score.value > 2 {
        findings.error(
          score.location, "a score of \(score.value)", hint: "write 0, 1 or 2")
      }
      if checks.contains(where: { $0.id.value == id.value }) {
        findings.error(
          id.location, "'\(id.value)' is the id of two checks",
          hint: "give one of them another id")
      }
      for kind in entry.texts("kinds") where !kinds.contains(kind.value) {
        findings.error(
          kind.location, "'\(kind.value)' is not a kind of this gallery",
          hint: Suggestion.hint(for: kind.value, in: kinds, noun: "kinds"))
      }
      checks.append(
        .init(
          id: id, check: check.value, score: score.value, evidence: evidence.value,
          kinds: entry.texts("kinds"), isAboutTables: about.value == "tables"))
    }
    let peers = mapping.mappings("peers").compactMap { entry -> GalleryDocument.Peer? in
      guard let name = entry.text("name"), let score = entry.count("score") else { return nil }
      return .init(name: name.value, score: score.value)
    }
    return GalleryDocument(
      title: title.value, summary: summary.value, charts: charts, checks: checks, peers: peers)
  }
}

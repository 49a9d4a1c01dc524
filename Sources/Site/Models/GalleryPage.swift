import Templates

/// Every kind of chart with its score, and the checks behind the scores.
struct GalleryPage: TemplateModel {
  /// What stands around the page.
  let frame: Frame

  /// The heading.
  let title: String

  /// What the page shows.
  let summary: String

  /// The points of charts and tables in one line.
  let scores: String

  /// One chart of each kind.
  let charts: [GalleryChart]

  /// The checks with their evidence.
  let checks: [GalleryCheck]

  /// How others did on the same data.
  let peers: [GalleryPeer]

  static let modelName = "GalleryPage"
  static let variable = "page"
  static var fields: [Field<Self>] {
    [
      .record("frame", Frame.self) { $0.frame },
      .text("title") { $0.title },
      .text("summary") { $0.summary },
      .text("scores") { $0.scores },
      .list("charts", GalleryChart.self) { $0.charts },
      .list("checks", GalleryCheck.self) { $0.checks },
      .list("peers", GalleryPeer.self) { $0.peers },
    ]
  }
}

/// A chart that stands for its kind.
struct GalleryChart: TemplateModel {
  /// The anchor of the entry.
  let id: String

  /// What the kind is called.
  let kind: String

  /// When it is the right chart.
  let text: String

  /// Its points, such as `58 of 60`.
  let score: String

  /// The chart.
  let figure: ChartFigure

  /// The page where it is at home.
  let home: PageLink

  static let modelName = "GalleryChart"
  static let variable = "chart"
  static var fields: [Field<Self>] {
    [
      .text("id") { $0.id },
      .text("kind") { $0.kind },
      .text("text") { $0.text },
      .text("score") { $0.score },
      .record("figure", ChartFigure.self) { $0.figure },
      .record("home", PageLink.self) { $0.home },
    ]
  }
}

/// A check, and what shows it.
struct GalleryCheck: TemplateModel {
  /// Its number.
  let id: String

  /// What has to be so.
  let check: String

  /// The kinds it applies to; absent for all.
  let kinds: String?

  /// Its points of 2.
  let score: String

  /// The test or the place that shows it.
  let evidence: String

  static let modelName = "GalleryCheck"
  static let variable = "check"
  static var fields: [Field<Self>] {
    [
      .text("id") { $0.id },
      .text("check") { $0.check },
      .optionalText("kinds") { $0.kinds },
      .text("score") { $0.score },
      .text("evidence") { $0.evidence },
    ]
  }
}

/// A rendering by somebody else.
struct GalleryPeer: TemplateModel {
  /// Who drew it.
  let name: String

  /// Its points.
  let score: String

  static let modelName = "GalleryPeer"
  static let variable = "peer"
  static var fields: [Field<Self>] {
    [.text("name") { $0.name }, .text("score") { $0.score }]
  }
}

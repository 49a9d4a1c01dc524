import Messages
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

  /// What points mean.
  let scale = localized("0 points for no, 1 for in part, 2 for yes without anybody’s doing.")

  /// The checks with their evidence.
  let checks: [GalleryCheck]

  /// How others did on the same data.
  let peers: [GalleryPeer]

  static let variable = "page"
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

  static let variable = "chart"
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

  static let variable = "check"
}

/// A rendering by somebody else.
struct GalleryPeer: TemplateModel {
  /// Who drew it.
  let name: String

  /// Its points.
  let score: String

  static let variable = "peer"
}

import Templates

/// A chart on a page: two drawings of the same data, of which the stylesheet shows one.
struct ChartFigure: TemplateModel {
  /// The anchor of the figure on its page.
  let id: String

  /// What it found.
  let title: String

  /// The drawing for 760 px and more.
  let wide: Fragment

  /// The drawing for a phone, 360 px wide.
  let compact: Fragment

  /// What the drawing does not say about itself: its marks, how points were interpolated, sources.
  let caption: String

  /// The chart as files under stable names, and its data.
  var files: [PageLink]

  /// How to use it elsewhere; absent on a page that is made for that.
  var use: EmbedUse?

  /// What it found, or what an author says of it; absent where page or drawing say it.
  var heading: String?

  static let variable = "figure"

  /// The chart for a page of its own.
  var alone: ChartFigure {
    var figure = self
    (figure.files, figure.use) = ([], nil)
    return figure
  }
}

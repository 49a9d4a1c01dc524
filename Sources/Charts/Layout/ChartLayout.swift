/// For how much room a chart is drawn.
///
/// One drawing cannot serve both: shrunk to the width of a phone, the wide one's 12-pixel text
/// would be less than 6 pixels high. The widths are what leaves every text 11 pixels high where
/// a page has the least room for it: a window of 320 pixels, and one of 992.
public enum ChartLayout: String, CaseIterable, Sendable {
  /// 740 pixels: names beside the lines, labels left of the bars.
  case wide

  /// 312 pixels, for phones: short names at the lines and a list below, labels above the bars.
  case compact

  /// The width of the drawing in pixels.
  var width: Double { self == .wide ? 740 : 312 }

  /// The margin on every side, in pixels.
  var margin: Double { self == .wide ? 16 : 10 }

  /// The width inside the margins, in pixels.
  var innerWidth: Double { width - 2 * margin }
}

/// For how much room a chart is drawn.
///
/// One drawing cannot serve both: shrunk from 760 to 360 pixels, its 12-pixel text would be
/// less than 6 pixels high.
public enum ChartLayout: String, CaseIterable, Sendable {
  /// 760 pixels: names beside the lines, labels left of the bars.
  case wide

  /// 360 pixels, for phones: letters at the lines and a list below, labels above the bars.
  case compact

  /// The width of the drawing in pixels.
  var width: Double { self == .wide ? 760 : 360 }

  /// The margin on every side, in pixels.
  var margin: Double { self == .wide ? 16 : 10 }

  /// The width inside the margins, in pixels.
  var innerWidth: Double { width - 2 * margin }
}

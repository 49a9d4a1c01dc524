/// The kinds of text in a chart: how large, how heavy, how far apart the lines.
///
/// `templates/assets/charts/drawing.css` sets the same sizes under the class of the same name;
/// a test compares the two, because the layout is only right while they agree.
enum TextStyle: String, CaseIterable {
  /// The finding, above everything.
  case title

  /// What is measured, under the title.
  case subtitle

  /// The name of a workload, above its bars.
  case heading

  /// The name of a line or a bar.
  case name

  /// What qualifies a name, such as a rate.
  case detail

  /// The volume and cost at a crossing, or the value of a bar.
  case value

  /// A crossing, or a value, that decides nothing.
  case aside

  /// A number on an axis, and the axis's title.
  case tick

  /// Assumptions, source and licence, under the plot.
  case note

  /// The font size in pixels; 12 at least, because pages show a drawing at no less than eleven
  /// twelfths of its size.
  var size: Double {
    switch self {
    case .title: 18
    case .subtitle, .heading: 13
    case .name, .detail, .value, .aside, .tick, .note: 12
    }
  }

  /// From one baseline to the next, in pixels.
  var lineHeight: Double {
    switch self {
    case .title: 23
    case .subtitle, .heading: 18
    case .name, .detail, .value, .aside, .tick: 15
    case .note: 16
    }
  }

  /// Whether the text is set at weight 600.
  var isBold: Bool {
    switch self {
    case .title, .heading, .name, .value: true
    case .subtitle, .detail, .aside, .tick, .note: false
    }
  }

  /// From the baseline up to the top of figures and capitals, in pixels.
  var ascent: Double { size * 0.76 }

  /// From the baseline down to the foot of a `g`, in pixels.
  var descent: Double { size * 0.22 }

  /// The room a line of text takes in the widest font that a reader is likely to have.
  ///
  /// - Parameter text: One line of text.
  /// - Returns: Pixels.
  func width(of text: String) -> Double { width(of: text.utf8Span.span) }

  /// The room that text in UTF-8 takes, in pixels.
  func width(of text: Span<UInt8>) -> Double {
    Double(FontAdvances.sum(of: text, bold: isBold)) * size / 1000
  }
}

/// The rules that a chart file of its own carries, made from the same two files as the pages'.
///
/// `templates/assets/charts/palette.css` names the colours, once for light and once for dark
/// screens; `drawing.css` beside it uses them as `var(--chart-…)`. A page links both. A file
/// of its own cannot: converters to PNG and PDF know no `var()` and draw black. So here every
/// name becomes its colour.
public struct ChartStyle: Hashable, Sendable {
  /// Which colours a file has.
  public enum Theme: String, CaseIterable, Sendable {
    /// Light colours, and dark ones on dark screens; prints light.
    case adaptive

    /// Light colours everywhere.
    case light

    /// Dark colours everywhere.
    case dark
  }

  /// How many curves have a colour of their own, `s1` and on.
  public static let seriesColours = 6

  /// Which colours the rules have.
  public var theme: Theme

  private let rules: [ResolvedRule]

  /// Reads the two style sheets.
  ///
  /// - Parameters:
  ///   - palette: The text of the file that defines the colours.
  ///   - drawing: The text of the file that uses them.
  ///   - theme: Which colours the rules have.
  /// - Throws: ``ChartStyleError`` for braces that do not match and names that are not defined.
  public init(palette: String, drawing: String, theme: Theme) throws(ChartStyleError) {
    self.theme = theme
    let colours = try Palette(palette)
    var rules: [ResolvedRule] = []
    for rule in try StyleSheet(drawing, file: .drawing).rules {
      rules.append(try ResolvedRule(rule, colours))
    }
    self.rules = rules
  }

  /// The rules as CSS, without those for what a drawing has not.
  ///
  /// Rules under a condition come last, or else the dark colours would win over those that a
  /// reader chose.
  ///
  /// - Parameter classes: The classes of the drawing's elements, such as `title` and `s1`.
  /// - Returns: One line of CSS.
  func text(classes: Set<String>) -> String {
    let rules = self.rules.compactMap { $0.restricted(to: classes) }
    let plain = rules.filter { $0.media == nil }
    let conditional = ResolvedRule.conditionalText(rules.filter { $0.media != nil }, theme)
    switch theme {
    case .light: return plain.map { $0.text($0.light) }.joined() + conditional
    case .dark: return plain.map { $0.text($0.dark) }.joined() + conditional
    case .adaptive:
      let light = plain.map { $0.text($0.light) }.joined()
      let dark = plain.filter { !$0.darkOnly.isEmpty }.map { $0.text($0.darkOnly) }.joined()
      return light
        + (dark.isEmpty ? "" : "@media screen and (prefers-color-scheme:dark){\(dark)}")
        + conditional
    }
  }

  /// The class number of a colour: they repeat beyond the last.
  static func colour(_ number: Int) -> Int {
    let rest = (number - 1) % seriesColours
    return (rest < 0 ? rest + seriesColours : rest) + 1
  }
}

/// Why a style sheet of the charts cannot be used.
public enum ChartStyleError: Error, Hashable, Sendable {
  /// Which of the two files is meant.
  public enum File: String, Sendable {
    /// The file that defines the colours.
    case palette

    /// The file that uses them.
    case drawing
  }

  /// An opening or closing brace has no partner, or a declaration no colon; line from 1.
  case malformed(File, line: Int)

  /// A rule uses a colour that the palette does not define; line in `drawing.css`, from 1.
  case unknownColour(String, line: Int)
}

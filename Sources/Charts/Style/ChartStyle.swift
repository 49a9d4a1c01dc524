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

  /// The numbers of the classes that the rules ask for.
  private let numbers: [String: Int]

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
    let sheet = try StyleSheet(drawing, file: .drawing).rules
    let own = theme == .dark ? colours.dark : colours.light
    var rules: [ResolvedRule] = []
    var numbers: [String: Int] = [:]
    for rule in sheet where rule.condition == nil {
      if let rule = try ResolvedRule(rule, condition: nil, own, &numbers) { rules.append(rule) }
    }
    // Rules under a condition come last, or else the dark colours would win over those that a
    // reader chose.
    for rule in sheet where rule.condition == nil && theme == .adaptive {
      let dark = try ResolvedRule(
        rule, condition: Self.darkScreen, colours.dark, unlike: colours.light, &numbers)
      if let dark { rules.append(dark) }
    }
    for rule in sheet where rule.condition != nil {
      let rule = try ResolvedRule(rule, condition: rule.condition, own, &numbers)
      if let rule { rules.append(rule) }
    }
    self.rules = rules
    self.numbers = numbers
  }

  private static let darkScreen = "@media screen and (prefers-color-scheme:dark)"

  /// The rules as CSS, without those for what a drawing has not; neighbours under one condition.
  ///
  /// All that a rule says was worked out when the style was read, so this only picks and joins.
  ///
  /// - Parameter classes: The classes of the drawing's elements, such as `title` and `s1`.
  /// - Returns: One line of CSS.
  func text(classes: Set<String>) -> String {
    var isDrawn = Array(repeating: false, count: numbers.count)
    for name in classes {
      if let number = numbers[name] { isDrawn[number] = true }
    }
    var text = ""
    text.reserveCapacity(4096)
    var open: String?
    for rule in rules {
      var isFirst = true
      for selector in rule.selectors where selector.classes.allSatisfy({ isDrawn[$0] }) {
        if isFirst, rule.condition != open {
          if open != nil { text += "}" }
          if let condition = rule.condition { text += "\(condition){" }
          open = rule.condition
        }
        if !isFirst { text += "," }
        text += selector.text
        isFirst = false
      }
      guard !isFirst else { continue }
      text += "{"
      text += rule.body
      text += "}"
    }
    if open != nil { text += "}" }
    return text
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

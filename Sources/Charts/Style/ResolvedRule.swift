/// A rule whose colours are known.
struct ResolvedRule: Hashable, Sendable {
  let media: String?
  var selectors: [String]

  /// The declarations with light colours.
  let light: String

  /// The declarations with dark colours.
  let dark: String

  /// Of the declarations with dark colours, those that are not the same in light ones.
  let darkOnly: String

  init(_ rule: StyleSheet.Rule, _ palette: Palette) throws(ChartStyleError) {
    media = rule.media
    selectors = rule.selector.split(separator: ",").map(String.init)
    var (light, dark, darkOnly) = ([String](), [String](), [String]())
    for declaration in rule.declarations {
      let lightText = try Self.resolve(declaration, palette.light)
      let darkText = try Self.resolve(declaration, palette.dark)
      light.append(lightText)
      dark.append(darkText)
      if lightText != darkText { darkOnly.append(darkText) }
    }
    self.light = light.joined(separator: ";")
    self.dark = dark.joined(separator: ";")
    self.darkOnly = darkOnly.joined(separator: ";")
  }

  private static func resolve(
    _ declaration: StyleSheet.Declaration, _ colours: [String: String]
  ) throws(ChartStyleError) -> String {
    var result = "\(declaration.name):"
    var rest = declaration.value[...]
    while let start = rest.firstRange(of: "var(") {
      let inside = rest[start.upperBound...]
      guard let end = inside.firstIndex(of: ")") else { break }
      let name = String(inside[..<end])
      guard let colour = colours[name] else {
        throw .unknownColour(name, line: declaration.line)
      }
      result += rest[..<start.lowerBound] + colour
      rest = inside[inside.index(after: end)...]
    }
    return result + rest
  }

  /// The rule for the elements of one drawing, or `nil` if it says nothing about them.
  ///
  /// A file of its own has one chart, so its rules need not say `.chart` again.
  func restricted(to classes: Set<String>) -> Self? {
    var rule = self
    rule.selectors = selectors.filter { Self.classes(of: $0).isSubset(of: classes) }
      .map { $0.hasPrefix(".chart ") ? String($0.dropFirst(".chart ".count)) : $0 }
    return rule.selectors.isEmpty ? nil : rule
  }

  /// The classes that a selector asks for, `chart` aside.
  private static func classes(of selector: String) -> Set<String> {
    var classes: Set<String> = []
    for part in selector.split(separator: ".", omittingEmptySubsequences: false).dropFirst() {
      classes.insert(String(part.prefix { $0.isLetter || $0.isNumber || $0 == "-" }))
    }
    return classes.subtracting(["chart"])
  }

  /// The rule as CSS, without its condition.
  func text(_ declarations: String) -> String {
    "\(selectors.joined(separator: ",")){\(declarations)}"
  }

  /// Rules under their conditions, neighbours under one.
  static func conditionalText(_ rules: [Self], _ theme: ChartStyle.Theme) -> String {
    var (text, open) = ("", String?.none)
    for rule in rules {
      if rule.media != open {
        text += (open == nil ? "" : "}") + "@media \(rule.media ?? "all"){"
        open = rule.media
      }
      text += rule.text(theme == .dark ? rule.dark : rule.light)
    }
    return open == nil ? "" : text + "}"
  }
}

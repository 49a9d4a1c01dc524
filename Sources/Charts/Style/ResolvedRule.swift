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

  /// The rule for the colours of one drawing, or `nil` if it says nothing about them.
  func restricted(to colours: Set<String>) -> Self? {
    var rule = self
    rule.selectors = selectors.filter { selector in
      let classes = selector.split { !($0.isLetter || $0.isNumber || $0 == "-" || $0 == ".") }
        .flatMap { $0.split(separator: ".") }
      return classes.allSatisfy { !Self.isColour($0) || colours.contains(String($0)) }
    }
    return rule.selectors.isEmpty ? nil : rule
  }

  /// Whether a class stands for the colour of a curve or of a phase.
  private static func isColour(_ name: Substring) -> Bool {
    name.hasPrefix("phase-")
      || (name.hasPrefix("s") && name.count > 1 && name.dropFirst().allSatisfy(\.isNumber))
  }

  /// The rule as CSS.
  func text(_ declarations: String) -> String {
    let text = "\(selectors.joined(separator: ",")){\(declarations)}"
    return media.map { "@media \($0){\(text)}" } ?? text
  }
}

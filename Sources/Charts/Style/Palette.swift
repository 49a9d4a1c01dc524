/// The colours of a palette file by name, such as `--chart-ink`.
struct Palette {
  /// The colours on a light screen and on paper.
  let light: [String: String]

  /// The colours on a dark screen; what is not set again is as on a light one.
  let dark: [String: String]

  init(_ text: String) throws(ChartStyleError) {
    let rules = try StyleSheet(text, file: .palette).rules
    let light = Self.names(rules.filter { $0.condition == nil })
    let darkRules = rules.filter { $0.condition?.contains("prefers-color-scheme:dark") ?? false }
    self.light = light
    dark = light.merging(Self.names(darkRules)) { _, dark in dark }
  }

  private static func names(_ rules: [StyleSheet.Rule]) -> [String: String] {
    var names: [String: String] = [:]
    for declaration in rules.flatMap(\.declarations) where declaration.name.hasPrefix("--") {
      names[declaration.name] = declaration.value
    }
    return names
  }
}

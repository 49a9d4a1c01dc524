/// Reads the tables that we write in LaTeX, as TeX would: with its ligatures, and commands that take
/// the blanks behind them.
public enum LaTeXReader {
  /// The rows of the table of a file, cell by cell; `nil` for what is no such table.
  public static func rows(_ text: String) -> [[String]]? {
    // By scalars: an accent in front of a cell would join the blank before it to one character.
    let lines = text.unicodeScalars.split(separator: "\n")
      .filter { $0.starts(with: "  {}".unicodeScalars) }
    return allOrNone(
      lines.map { line in
        guard line.suffix(3).elementsEqual(" \\\\".unicodeScalars) else { return nil }
        let cells = line.dropFirst(4).dropLast(3)
          .split(separator: " & ".unicodeScalars, omittingEmptySubsequences: false)
        return allOrNone(cells.map { self.text(String($0)) })
      })
  }

  /// A cell as readers of the table see it, where TeX has no other sign for some: quotes are curly
  /// ones, and a hyphen breaks.
  public static func shown(_ text: String) -> String {
    let signs: [Unicode.Scalar: Unicode.Scalar] = [
      "'": "’", "\u{2011}": "-", "\u{2009}": "\u{202F}",
    ]
    return String(String.UnicodeScalarView(text.unicodeScalars.map { signs[$0] ?? $0 }))
  }

  private static let commands = [
    "textbackslash": "\\", "textasciitilde": "~", "textasciicircum": "^", "textless": "<",
    "textgreater": ">", "ldots": "…",
  ]
  private static let formulas = [
    "|": "|", "\\times": "×", "\\div": "÷", "-": "−", "\\approx": "≈", "\\geq": "≥", "\\leq": "≤",
    "\\neq": "≠", "\\rightarrow": "→",
  ]
  private static let ligatures: [(written: String, shown: String)] = [
    ("---", "—"), ("--", "–"), ("``", "“"), ("''", "”"), ("!`", "¡"), ("?`", "¿"), (",,", "„"),
    ("`", "‘"), ("'", "’"),
  ]

  /// A text without any command but those for signs; `nil` for any other.
  public static func text(_ text: String) -> String? {
    var plain = ""
    var left = text[...].unicodeScalars
    while let scalar = left.first {
      if let ligature = ligatures.first(where: { left.starts(with: $0.written.unicodeScalars) }) {
        plain += ligature.shown
        left.removeFirst(ligature.written.unicodeScalars.count)
        continue
      }
      left.removeFirst()
      switch scalar {
      case "\\":
        guard let sign = command(&left) else { return nil }
        plain += sign
      case "{", "}": continue
      case "~": plain += "\u{A0}"
      case "$":
        let formula = String(left.prefix { $0 != "$" })
        guard let sign = formulas[formula] else { return nil }
        plain += sign
        left.removeFirst(formula.unicodeScalars.count + 1)
      // In some languages a straight quote is a command.
      case "&", "#", "%", "_", "^", "\"": return nil
      case "[" where left.first != "}", "]" where left.first != "}": return nil
      default: plain.unicodeScalars.append(scalar)
      }
    }
    return plain
  }

  /// What stands behind a backslash.
  private static func command(_ left: inout Substring.UnicodeScalarView) -> String? {
    let name = String(left.prefix { $0.isASCII && $0.properties.isAlphabetic })
    guard !name.isEmpty else {
      guard let sign = left.popFirst() else { return nil }
      if sign == "," { return "\u{202F}" }
      // An accent on nothing.
      if sign == "`" { return left.starts(with: "{}".unicodeScalars) ? "`" : nil }
      return "{}$&#%_".unicodeScalars.contains(sign) ? String(sign) : nil
    }
    left.removeFirst(name.unicodeScalars.count)
    left = left.drop { $0 == " " }
    if name == "string" { return left.popFirst().map { String($0) } }
    return commands[name]
  }
}

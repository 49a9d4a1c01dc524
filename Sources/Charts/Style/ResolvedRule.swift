/// A rule whose colours are known, as files of one theme carry it.
struct ResolvedRule: Hashable, Sendable {
  /// A selector with the classes that it asks for, by their numbers.
  struct Selector: Hashable, Sendable {
    let text: String
    let classes: [Int]
  }

  /// The condition that the rule stands under.
  let condition: String?

  let selectors: [Selector]

  /// The declarations as CSS.
  let body: String

  /// Puts the colours into a rule; `nil` if nothing is left of it.
  ///
  /// - Parameters:
  ///   - rule: The rule as it is written.
  ///   - condition: The condition that it stands under.
  ///   - colours: The colours by name.
  ///   - others: Colours with which a declaration is not said again, if it is the same with them.
  ///   - numbers: The numbers of the classes so far; receives new ones.
  /// - Throws: ``ChartStyleError/unknownColour(_:line:)`` for a name that is not defined.
  init?(
    _ rule: StyleSheet.Rule, condition: String?, _ colours: [String: String],
    unlike others: [String: String]? = nil, _ numbers: inout [String: Int]
  ) throws(ChartStyleError) {
    var declarations: [String] = []
    for declaration in rule.declarations {
      let text = try Self.resolve(declaration, colours)
      if let others, try Self.resolve(declaration, others) == text { continue }
      declarations.append(text)
    }
    if others != nil, declarations.isEmpty { return nil }
    self.condition = condition
    body = declarations.joined(separator: ";")
    var selectors: [Selector] = []
    for selector in rule.selector.split(separator: ",") {
      // Put into a page as it is, a file restyles nothing but charts: all its rules are about what
      // is inside one, said in as few bytes as can be, because there are many of them.
      let text =
        selector.hasPrefix(".chart ") ? ".c " + selector.dropFirst(".chart ".count) : selector
      var classes: [Int] = []
      for name in Self.classes(of: selector) {
        let number = numbers[name] ?? numbers.count
        numbers[name] = number
        classes.append(number)
      }
      selectors.append(Selector(text: String(text), classes: classes))
    }
    self.selectors = selectors
  }

  private static func resolve(
    _ declaration: StyleSheet.Declaration, _ colours: [String: String]
  ) throws(ChartStyleError) -> String {
    var result = "\(declaration.name):"
    var rest = declaration.value[...]
    while rest.utf8.contains(UInt8(ascii: "(")), let start = rest.firstRange(of: "var(") {
      let inside = rest[start.upperBound...]
      guard let end = inside.firstIndex(of: ")") else { break }
      let name = String(inside[..<end])
      guard let colour = colours[name] else {
        throw .unknownColour(name, line: declaration.line)
      }
      result += rest[..<start.lowerBound] + shortened(colour)
      rest = inside[inside.index(after: end)...]
    }
    return result + rest
  }

  /// A colour in as few digits as say it: `#fff` for `#ffffff`.
  private static func shortened(_ colour: String) -> String {
    let digits = Array(colour.utf8.dropFirst())
    guard colour.hasPrefix("#"), digits.count == 6,
      stride(from: 0, to: 6, by: 2).allSatisfy({ digits[$0] == digits[$0 + 1] })
    else { return colour }
    return "#" + String(decoding: [digits[0], digits[2], digits[4]], as: UTF8.self)
  }

  /// The classes that a selector asks for, `chart` aside.
  private static func classes(of selector: Substring) -> [String] {
    selector.split(separator: ".", omittingEmptySubsequences: false).dropFirst()
      .map { String($0.prefix { $0.isLetter || $0.isNumber || $0 == "-" }) }
      .filter { $0 != "chart" }
  }
}

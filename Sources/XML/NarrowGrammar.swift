extension Grammar {
  /// The grammar without the elements and attributes of other names.
  ///
  /// It accepts nothing that the whole grammar refuses: alternatives go, and what may stay away
  /// stays away, but nothing that must be there is left out. libxml2 compiles a list of children
  /// in a time that grows with the square of its names, and asks each element for each attribute
  /// that it may have; a site uses half of both.
  ///
  /// - Returns: The grammar, or `nil` if no document could follow it.
  func limited(to names: Set<String>) -> Grammar? {
    var narrowing = Narrowing(self, names)
    return narrowing.narrowed(root).map(Grammar.init)
  }

  private struct Narrowing {
    private let names: Set<String>
    private let definitions: [String: [Element]]

    /// Definitions that nothing can follow any more.
    private var impossible: Set<String> = []

    /// Definitions that the start leads to.
    private var reached: Set<String> = []

    init(_ grammar: Grammar, _ names: Set<String>) {
      self.names = names
      definitions = Dictionary(grouping: grammar.root.elements.filter { $0.name == "define" }) {
        $0["name"] ?? ""
      }
      // What is impossible makes more so, until nothing new is.
      var known = -1
      while known < impossible.count {
        known = impossible.count
        for (name, parts) in definitions where !parts.allSatisfy({ isPossible($0) }) {
          impossible.insert(name)
        }
      }
    }

    private func isPossible(_ pattern: Element) -> Bool {
      switch pattern.name {
      case "element":
        pattern["name"].map(names.contains) == true && pattern.elements.allSatisfy(isPossible)
      case "notAllowed": false
      case "ref": pattern["name"].map { !impossible.contains($0) } ?? false
      case "choice": pattern.elements.contains(where: isPossible)
      case "attribute": pattern["name"].map(names.contains) ?? true
      case "optional", "zeroOrMore": true
      default: pattern.elements.allSatisfy(isPossible)
      }
    }

    mutating func narrowed(_ root: Element) -> Element? {
      let starts = root.elements.filter { $0.name == "start" }
      guard !starts.isEmpty, starts.allSatisfy(isPossible) else { return nil }
      var result = root
      result.children = starts.map { .element(pruned($0)) }
      var waiting = reached.sorted()
      while let name = waiting.popLast() {
        let before = reached
        result.children += (definitions[name] ?? []).map { .element(pruned($0)) }
        waiting += reached.subtracting(before).sorted()
      }
      return result
    }

    /// A possible pattern without its impossible parts.
    private mutating func pruned(_ pattern: Element) -> Element {
      if pattern.name == "ref", let name = pattern["name"] { reached.insert(name) }
      var result = pattern
      result.children.removeAll()
      for node in pattern.children {
        guard case .element(let part) = node else {
          result.children.append(node)
          continue
        }
        guard isPossible(part), !isEmptied(part) else { continue }
        result.children.append(.element(pruned(part)))
      }
      // Only where it has to be: libxml2 compiles no list of children that holds it.
      if result.children.isEmpty, !pattern.children.isEmpty {
        result.children.append(.element(Grammar.element("empty", [], at: pattern)))
      }
      return result
    }

    /// Whether a pattern that may stay away has to, now.
    private func isEmptied(_ pattern: Element) -> Bool {
      (pattern.name == "optional" || pattern.name == "zeroOrMore")
        && !pattern.elements.allSatisfy(isPossible)
    }
  }
}

import XML

/// What a document's structure depends on, decided while its template is assembled.
///
/// ``StructureMemory`` says why this is enough.
extension Assembler {
  /// What the children of an element stand in, and the unit of its own that the element needs.
  mutating func surroundings(
    of element: BoundElement, in around: Surroundings
  ) -> (around: Surroundings, newUnit: Int32?) {
    var inside = Surroundings(
      namespace: element.namespace, depth: around.depth + 1,
      pattern: pattern(of: element, in: around), scope: .unit(around.unit), unit: around.unit,
      keepsSpace: around.keepsSpace || Markup.keepsSpace(element.name),
      isCode: around.isCode || Markup.isCode(element.name))
    guard let rules, let pattern = inside.pattern else { return (inside, nil) }
    let isFree = allowsAllChildren(of: element, pattern)
    let isLoose = element.attributes.contains {
      !$0.isFixed && rules.alone($0.name, of: pattern) == nil
    }
    if isFree { inside.scope = .alone }
    guard isLoose || !isFree else { return (inside, nil) }
    inside.unit = program.units
    program.units += 1
    if !isFree { inside.scope = .unit(inside.unit) }
    return (inside, inside.unit)
  }

  private func pattern(of element: BoundElement, in around: Surroundings) -> Int? {
    if around.depth == 0 { return rules?.root(element.ruleName) }
    return around.pattern.flatMap { rules?.child(element.ruleName, of: $0) }
  }

  /// How the length of a loop counts.
  func counting(_ body: [BoundNode], in around: Surroundings) -> Program.Counting {
    guard case .unit(let unit) = around.scope else { return .coarsely(.alone) }
    guard let rules, let pattern = around.pattern, body.count == 1,
      let element = soleElement(body[0]), let child = rules.child(element.ruleName, of: pattern),
      rules.hasOnePlace(child, in: pattern)
    else { return .exactly(unit) }
    return .coarsely(around.scope)
  }

  /// The element that a node always comes to.
  private func soleElement(_ node: BoundNode) -> BoundElement? {
    switch node {
    case .element(let element): element
    case .include(_, let path) where path.kind.isCondition: nil
    case .include(let reference, _):
      library.templates[reference.path].flatMap { soleElement($0.root) }
    case .slot: page.flatMap { soleElement($0.root) }
    case .text, .loop, .choice: nil
    }
  }

  // MARK: Children

  /// Whether the schema allows every list of children that the template can make of an element.
  private func allowsAllChildren(of element: BoundElement, _ pattern: Int) -> Bool {
    guard let rules, !rules.isEntangled(pattern) else { return false }
    if element.fragment != nil { return rules.anyOrder(in: pattern) != nil }
    let start: Set = [rules.beginning(of: pattern)]
    guard let ends = reading(element.children, from: start, in: pattern) else { return false }
    return ends.allSatisfy(rules.isComplete)
  }

  /// How far any list of children that nodes can make leads; `nil` if one may not stand there.
  private func reading(
    _ nodes: [BoundNode], from start: Set<ElementRules.Progress>, in pattern: Int
  ) -> Set<ElementRules.Progress>? {
    var places: Set<ElementRules.Progress>? = start
    for node in nodes { places = places.flatMap { reading(node, from: $0, in: pattern) } }
    return places
  }

  private func reading(
    _ node: BoundNode, from start: Set<ElementRules.Progress>, in pattern: Int
  ) -> Set<ElementRules.Progress>? {
    switch node {
    case .text(let pieces):
      let isBlank = pieces.allSatisfy { piece in
        if case .literal(let text) = piece { text.utf8.allSatisfy(\.isBlank) } else { false }
      }
      return isBlank ? start : reading(child: nil, from: start)?.union(start)
    case .element(let element):
      guard let child = rules?.child(element.ruleName, of: pattern) else { return nil }
      return reading(child: child, from: start)
    case .loop(_, _, let body):
      var all = start
      while let more = reading(body, from: all, in: pattern) {
        if more.isSubset(of: all) { return all }
        all.formUnion(more)
      }
      return nil
    case .choice(_, let kept, let otherwise):
      guard let one = reading(kept, from: start, in: pattern),
        let other = reading(otherwise, from: start, in: pattern)
      else { return nil }
      return one.union(other)
    case .include(let reference, let path):
      guard let root = library.templates[reference.path]?.root,
        let places = reading(root, from: start, in: pattern)
      else { return nil }
      return path.kind.isCondition ? places.union(start) : places
    case .slot: return page.flatMap { reading($0.root, from: start, in: pattern) }
    }
  }

  private func reading(
    child: Int?, from start: Set<ElementRules.Progress>
  ) -> Set<ElementRules.Progress>? {
    var places: Set<ElementRules.Progress> = []
    for place in start {
      guard let next = rules?.reading(child, from: place) else { return nil }
      places.insert(next)
    }
    return places
  }
}

extension UInt8 {
  /// Whether XML calls it white space.
  var isBlank: Bool { self == 0x20 || self == 0x0A || self == 0x09 || self == 0x0D }
}

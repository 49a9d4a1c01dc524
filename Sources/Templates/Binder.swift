import Diagnostics
import XML

/// Understands one template: its directives, and its paths against its model.
///
/// It goes on after a mistake, so that one run reports all of them; what it returns then only
/// serves to check the rest.
struct Binder {
  private let model: ModelShape
  private var nextVariable = 1
  private(set) var mistakes: [Diagnostic] = []
  private(set) var references: [Reference] = []
  private(set) var slot: SourceLocation?

  /// The addresses from which a page would load something, as far as they are written out.
  private(set) var loaded: [LoadedAddress] = []

  init(_ model: ModelShape) { self.model = model }

  /// Binds a template's root.
  mutating func bind(root: Element) -> BoundNode {
    let directives = Directives(root, isRoot: true)
    mistakes += directives.mistakes
    return .element(bind(root, directives, in: Scope(model)))
  }

  private mutating func refuse(_ location: SourceLocation, _ message: String, hint: String? = nil) {
    mistakes.append(Diagnostic(.error, at: location, message, hint: hint))
  }

  // MARK: Elements

  private mutating func bind(
    _ element: Element, _ directives: Directives, in scope: Scope
  ) -> BoundElement {
    refuseForeign(element)
    let addresses = LoadedAddress.addresses(in: element)
    loaded += addresses.loaded
    for place in addresses.running {
      refuse(place, "an address that runs code", hint: "put the script into a file under assets")
    }
    let fragment = directives[.fragment].flatMap { fragmentPath($0, in: scope) }
    return BoundElement(
      name: element.name, namespace: element.namespace,
      attributes: element.attributes.compactMap { bind($0, in: scope) },
      children: bind(element.children, in: scope), fragment: fragment, location: element.location)
  }

  private mutating func refuseForeign(_ element: Element) {
    if element.namespace == Directive.namespace {
      refuse(
        element.location, "'t:\(element.name)' is not an element",
        hint: "use directives as attributes")
    } else if element.namespace == Markup.xhtml, ["script", "style"].contains(element.name),
      !Self.isData(element)
    {
      for case .text(let text) in element.children where !text.text.allSatisfy(\.isWhitespace) {
        refuse(
          text.start, "'\(element.name)' may not contain text",
          hint: "put it into a file under assets")
      }
    }
  }

  /// Whether an element holds a description for search engines, which no browser runs.
  private static func isData(_ element: Element) -> Bool {
    element.name == "script" && element["type"] == "application/ld+json"
  }

  private mutating func bind(_ attribute: Element.Attribute, in scope: Scope) -> BoundAttribute? {
    // Directives are no attributes of the output, and other namespaces are refused above.
    guard attribute.namespace.isEmpty || attribute.namespace == Directive.xmlNamespace else {
      return nil
    }
    let isSaid = TemplateWords.attributes.contains(attribute.name)
    let pieces = pieces(of: attribute.value, in: scope, isSaid: isSaid)
    let bound = BoundAttribute(
      name: attribute.namespace.isEmpty ? attribute.name : "xml:\(attribute.name)",
      pieces: pieces.map(\.piece), location: attribute.location)
    for (index, (piece, location)) in pieces.enumerated() {
      guard case .hole(let path) = piece else { continue }
      if case .flag = path.kind, bound.soleHole != nil { continue }
      if case .link = path.kind, index == 0 { continue }
      expectText(path, at: location)
    }
    return bound
  }

  // MARK: Children

  private mutating func bind(_ children: [Element.Node], in scope: Scope) -> [BoundNode] {
    var nodes: [BoundNode] = []
    // Where a t:else finds its t:if: the node, as long as only white space follows it.
    var condition: Int?
    for child in children {
      switch child {
      case .text(let text):
        if !text.text.allSatisfy(\.isWhitespace) { condition = nil }
        let pieces = pieces(of: text, in: scope, isSaid: true)
        for case (.hole(let path), let location) in pieces { expectText(path, at: location) }
        nodes.append(.text(pieces.map(\.piece)))
      case .element(let element):
        let directives = Directives(element, isRoot: false)
        mistakes += directives.mistakes
        guard directives[.remove] == nil else { continue }
        let node = bindChild(element, directives, in: scope)
        if let otherwise = directives[.otherwise] {
          attach(node, to: condition, in: &nodes, otherwise.location)
          condition = nil
        } else {
          condition = directives[.condition] != nil ? nodes.count : nil
          nodes.append(node)
        }
      }
    }
    return nodes
  }

  private mutating func attach(
    _ node: BoundNode, to condition: Int?, in nodes: inout [BoundNode], _ location: SourceLocation
  ) {
    guard let condition, case .choice(let path, let kept, _) = nodes[condition] else {
      refuse(
        location, "'t:else' does not follow an element with t:if alone",
        hint: "put it on the next element after one with t:if and without t:for")
      return nodes.append(node)
    }
    // The white space between the two goes with them.
    nodes.removeSubrange((condition + 1)...)
    nodes[condition] = .choice(path, kept, otherwise: [node])
  }

  /// Binds an element with its t:for around its t:if around itself.
  private mutating func bindChild(
    _ element: Element, _ directives: Directives, in scope: Scope
  ) -> BoundNode {
    var inner = scope
    var loop: (path: BoundPath, variable: Int)?
    if let attribute = directives[.loop] { loop = bindLoop(attribute, in: &inner) }
    let condition = directives[.condition].flatMap { conditionPath($0, in: inner) }

    var node: BoundNode?
    if let include = directives[.include], let with = directives[.with] {
      node = bindInclude(include, with, in: inner)
    } else if let attribute = directives[.slot] {
      if slot != nil { refuse(attribute.location, "'main' is a slot already") }
      slot = element.location
      node = .slot
    }
    var result = node ?? .element(bind(element, directives, in: inner))
    if let condition { result = .choice(condition, [result], otherwise: []) }
    if let loop { result = .loop(over: loop.path, variable: loop.variable, [result]) }
    return result
  }
}

extension Binder {
  // MARK: Directives

  private mutating func bindLoop(
    _ attribute: Element.Attribute, in scope: inout Scope
  ) -> (path: BoundPath, variable: Int)? {
    let words = attribute.value.text.split(separator: " ", omittingEmptySubsequences: true)
    guard words.count == 3, words[1] == "in", Scope.isName(String(words[0])) else {
      refuse(
        attribute.value.start, "'\(attribute.value.text)' is not a loop",
        hint: "write t:for=\"row in table.rows\"")
      return nil
    }
    let name = String(words[0])
    if scope.names.contains(name) {
      refuse(
        attribute.value.location(at: words[0].startIndex), "'\(name)' is a variable already",
        hint: "choose another name")
    }
    let location = attribute.value.location(at: words[2].startIndex)
    let path = find(String(words[2]), at: location, in: scope)
    var item = Kind.unknown
    switch path?.kind {
    case .list(let shape): item = .record(shape, isOptional: false)
    case .texts: item = .text(isOptional: false)
    case nil, .unknown: break
    case let kind?: refuse(location, "'\(words[2])' is \(kind.noun), not a list")
    }
    defer { nextVariable += 1 }
    scope = scope.adding(name, number: nextVariable, kind: item)
    return path.map { ($0, nextVariable) }
  }

  private mutating func bindInclude(
    _ include: Element.Attribute, _ with: Element.Attribute, in scope: Scope
  ) -> BoundNode? {
    let reference = Reference(path: include.value.text, location: include.value.start)
    references.append(reference)
    guard let path = find(with.value.text, at: with.value.start, in: scope) else { return nil }
    if case .unknown = path.kind { return nil }
    guard case .record = path.kind else {
      refuse(with.value.start, "'\(with.value.text)' is \(path.kind.noun), not a record")
      return nil
    }
    return .include(reference, with: path)
  }

  private mutating func conditionPath(
    _ attribute: Element.Attribute, in scope: Scope
  ) -> BoundPath? {
    let location = attribute.value.start
    let path = find(attribute.value.text, at: location, in: scope)
    guard let path, !path.kind.isCondition else { return path }
    refuse(
      location, "'\(attribute.value.text)' is always there", hint: "remove the t:if")
    return nil
  }

  private mutating func fragmentPath(
    _ attribute: Element.Attribute, in scope: Scope
  ) -> BoundPath? {
    let location = attribute.value.start
    guard let path = find(attribute.value.text, at: location, in: scope) else { return nil }
    switch path.kind {
    case .fragment, .unknown: return path
    default: break
    }
    refuse(location, "'\(attribute.value.text)' is \(path.kind.noun), not a fragment")
    return nil
  }

  // MARK: Paths

  private mutating func pieces(
    of text: LocatedText, in scope: Scope, isSaid: Bool
  ) -> [(piece: Piece, location: SourceLocation)] {
    let holes = Holes(text)
    mistakes += holes.mistakes
    let parts = isSaid ? TemplateWords.translated(holes.parts) : holes.parts
    return parts.map { part in
      switch part {
      case .literal(let literal): return (.literal(literal), text.start)
      case .path(let path, let location):
        // A stand-in, so that a misspelt path is not reported again by the profile.
        let unknown = BoundPath(variable: 0, slots: [], kind: .unknown)
        return (.hole(find(path, at: location, in: scope) ?? unknown), location)
      }
    }
  }

  private mutating func find(
    _ path: String, at location: SourceLocation, in scope: Scope
  ) -> BoundPath? {
    switch scope.find(path, at: location) {
    case .success(let found): return found
    case .failure(let unresolved):
      mistakes.append(unresolved.diagnostic)
      return nil
    }
  }

  private mutating func expectText(_ path: BoundPath, at location: SourceLocation) {
    let hint: String
    switch path.kind {
    case .text, .unknown: return
    case .link: hint = "start an attribute with it"
    case .flag: hint = "use it in t:if, or as the only value of an attribute"
    case .texts, .list: hint = "repeat an element with t:for"
    case .record: hint = "name one of its fields"
    case .fragment: hint = "put it into an element with t:fragment"
    }
    refuse(location, "\(path.kind.noun) stands where text is wanted", hint: hint)
  }
}

import Diagnostics

/// A RELAX NG grammar in one piece: includes put in place, namespaces on every element.
///
/// In one piece it compiles without opening another file, and answers what its compiled form
/// cannot: which attributes an element knows, and which it needs.
struct Grammar: Sendable {
  static let namespace = "http://relaxng.org/ns/structure/1.0"

  /// The `grammar` element, with `start` and `define` elements only.
  private(set) var root: Element

  private let definitions: [String: [Element]]
  private let elements: [String: [Element]]

  init(root: Element) {
    self.root = root
    definitions = Dictionary(grouping: root.elements.filter { $0.name == "define" }) {
      $0["name"] ?? ""
    }
    var elements: [String: [Element]] = [:]
    root.visit { pattern in
      if pattern.name == "element", let name = pattern["name"] {
        elements[name, default: []].append(pattern)
      }
    }
    self.elements = elements
  }

  /// Tells one grammar from another by what it says.
  var fingerprint: UInt64 {
    var text: [UInt8] = []
    root.write(inside: "", startingLines: false, to: &text)
    return Fingerprint.of(text, 0..<text.count)
  }

  /// Whether any element of the grammar has a name.
  func knows(_ element: String) -> Bool { elements[element] != nil }

  /// The names of all elements, sorted.
  var elementNames: [String] { elements.keys.sorted() }

  /// What an element may or must have.
  ///
  /// - Parameters:
  ///   - kind: `attribute` or `element`.
  ///   - element: The name of the element.
  /// - Returns: Names in the order of the grammar, each once, and whether none can do without.
  func parts(_ kind: String, of element: String) -> [(name: String, isRequired: Bool)] {
    var found: [(name: String, isRequired: Bool)] = []
    for pattern in elements[element] ?? [] {
      var visited: Set<String> = []
      collect(kind, in: pattern, isRequired: true, &visited) { part, isRequired in
        guard let name = part["name"], !found.contains(where: { $0.name == name }) else { return }
        found.append((name, isRequired))
      }
    }
    return found
  }

  /// The values that an attribute of an element can have, if they are listed.
  func values(of attribute: String, in element: String) -> [String] {
    var values: [String] = []
    for pattern in elements[element] ?? [] {
      var visited: Set<String> = []
      collect("attribute", in: pattern, isRequired: true, &visited) { part, _ in
        guard part["name"] == attribute else { return }
        part.visit { value in
          guard value.name == "value", case .text(let text)? = value.children.first else { return }
          if text.text != Grammar.hole { values.append(text.text) }
        }
      }
    }
    return values
  }

  /// Whether not every text is a value for an attribute of an element.
  func isTyped(_ attribute: String, of element: String) -> Bool {
    var isTyped = false
    for pattern in elements[element] ?? [] {
      var visited: Set<String> = []
      collect("attribute", in: pattern, isRequired: true, &visited) { part, _ in
        if part["name"] == attribute, !part.elements.isEmpty { isTyped = true }
      }
    }
    return isTyped
  }

  private func collect(
    _ kind: String, in pattern: Element, isRequired: Bool, _ visited: inout Set<String>,
    _ body: (Element, Bool) -> Void
  ) {
    for part in pattern.elements {
      switch part.name {
      case kind: body(part, isRequired)
      case "element", "attribute": break
      case "optional", "zeroOrMore", "choice":
        collect(kind, in: part, isRequired: false, &visited, body)
      case "ref":
        guard let name = part["name"], visited.insert(name).inserted else { continue }
        for definition in definitions[name] ?? [] {
          collect(kind, in: definition, isRequired: isRequired, &visited, body)
        }
      default: collect(kind, in: part, isRequired: isRequired, &visited, body)
      }
    }
  }
}

extension Grammar {
  /// What stands for a value that is known only when a template is filled.
  static let hole = "{{}}"

  /// The grammar for what a schema is to judge.
  func judging(_ role: Schema.Role) -> Self {
    switch role {
    case .document: self
    case .fragment: starting(with: ["fragment"])
    case .template: starting(with: ["document", "fragment"]).acceptingHoles()
    }
  }

  /// The names that say, on the root, which pattern follows, among documents and fragments.
  func unmistakableRoots(of role: Schema.Role) -> Set<String> {
    func roots(_ patterns: [Element]) -> [Element] {
      var roots: [Element] = []
      var visited: Set<String> = []
      for pattern in patterns {
        collect("element", in: pattern, isRequired: true, &visited) { element, _ in
          roots.append(element)
        }
      }
      return roots
    }
    let starts = roots(root.elements.filter { $0.name == "start" })
    let fragments = roots(definitions["fragment"] ?? [])
    let documents = roots(definitions["document"] ?? [])
    let own = role == .fragment ? fragments : starts
    let all = Dictionary(grouping: starts + fragments + documents) { $0["name"] ?? "" }
    return Set(own.compactMap { $0["name"] }).filter { name in
      all[name]?.allSatisfy { $0.location == all[name]?.first?.location } == true
    }
  }

  /// The grammar that also accepts a hole wherever it wants an attribute's value to be of a type.
  func acceptingHoles() -> Self { Self(root: Self.widened(root)) }

  private static func widened(_ pattern: Element) -> Element {
    var result = pattern
    result.children = pattern.children.map {
      if case .element(let child) = $0 { .element(widened(child)) } else { $0 }
    }
    guard pattern.name == "attribute", !pattern.elements.isEmpty else { return result }
    let hole = LocatedText(hole, written: hole, start: pattern.location)
    let value = element("value", [.text(hole)], at: pattern)
    result.children = [
      .element(
        element("choice", result.elements.map { .element($0) } + [.element(value)], at: pattern))
    ]
    return result
  }

  /// The grammar whose documents may start with what one of its definitions says.
  func starting(with definitions: [String]) -> Self {
    let references = definitions.map { name in
      var reference = Self.element("ref", [], at: root)
      let value = LocatedText(name, written: name, start: root.location)
      reference.attributes = [
        Element.Attribute(name: "name", namespace: "", value: value, location: root.location)
      ]
      return Element.Node.element(reference)
    }
    let choice = Self.element("choice", references, at: root)
    var result = root
    result.children.removeAll {
      if case .element(let element) = $0 { element.name == "start" } else { true }
    }
    result.children.insert(.element(Self.element("start", [.element(choice)], at: root)), at: 0)
    return Self(root: result)
  }

  static func element(
    _ name: String, _ children: [Element.Node], at other: Element
  ) -> Element {
    Element(
      name: name, namespace: namespace, attributes: [], children: children,
      location: other.location)
  }
}

/// Reads the patterns of a grammar into numbers and content models.
///
/// It gives up on whatever it does not know, because what it does not know it cannot decide.
struct RuleReader {
  /// The `element` patterns met so far; their places are their numbers.
  private(set) var elements: [Element] = []

  private var attributes: [Attribute] = []
  private let definitions: [String: Element]

  /// The definitions that nothing has led to yet.
  private(set) var unread: Set<String>

  private var read: [String: ContentModel] = [:]
  private var open: Set<String> = []

  /// What is to be known of an `attribute` pattern, which stands in many elements.
  private struct Attribute {
    let name: String

    /// Whether any text is a value.
    let isAnyText: Bool

    /// What values have to be; `nil` if any text will do, or if that is about more than the value.
    let type: ValueType?

    init(_ name: String, _ pattern: Element) {
      self.name = name
      let parts = pattern.elements
      isAnyText = parts.allSatisfy { $0.name == "text" } && parts.count < 2
      type = isAnyText ? nil : ValueType(pattern)
    }
  }

  init?(_ grammar: Grammar) {
    var definitions: [String: Element] = [:]
    for part in grammar.root.elements where part.name == "define" {
      guard let name = part["name"], part["combine"] == nil,
        definitions.updateValue(part, forKey: name) == nil
      else { return nil }
    }
    self.definitions = definitions
    unread = Set(definitions.keys)
  }

  /// The patterns a document or fragment can start with.
  mutating func starts() -> [Int]? {
    var numbers: [Int] = []
    for name in ["document", "fragment"] {
      guard let model = definition(name) else { return nil }
      model.visitLeaves { if case .element(let number) = $0 { numbers.append(number) } }
    }
    return numbers
  }

  /// The pattern of a number, and which of its attributes are not any text.
  mutating func pattern(
    _ number: Int, typed: inout [ElementRules.Name: Set<String>]
  ) -> ElementRules.Pattern? {
    let element = elements[number]
    guard let name = element["name"], let content = sequence(element) else { return nil }
    let key = ElementRules.Name(name, namespace: element["ns"] ?? "")
    var occurrences: [String: Int] = [:]
    var isKnown = true
    content.visitLeaves { leaf in
      guard case .attribute(let number) = leaf else { return }
      let attribute = attributes[number]
      occurrences[attribute.name, default: 0] += 1
      guard !attribute.isAnyText else { return }
      typed[key, default: []].insert(attribute.name)
      isKnown = isKnown && attribute.type != nil
    }
    guard isKnown else { return nil }

    var pattern = ElementRules.Pattern(name: key, content: .empty)
    var rest: [ContentModel] = []
    for factor in content.factors {
      guard let attribute = loneAttribute(factor).map({ attributes[$0] }),
        occurrences[attribute.name] == 1
      else {
        rest.append(factor)
        continue
      }
      pattern.alone[attribute.name] = ElementRules.Attribute(type: attribute.type)
    }
    pattern.content = .sequence(rest)
    pattern.content.visitLeaves { leaf in
      switch leaf {
      case .element(let child): pattern.children.append(child)
      case .attribute: pattern.isEntangled = true
      default: break
      }
    }
    pattern.anyOrder = pattern.content.anyOrder.map { symbols in
      let children = symbols.compactMap { symbol -> Int? in
        if case .element(let number) = symbol { number } else { nil }
      }
      return (Set(children), symbols.contains(.text))
    }
    return pattern
  }

  /// The attribute that a part of a group is, optional or not.
  private func loneAttribute(_ factor: ContentModel) -> Int? {
    switch factor {
    case .attribute(let number): return number
    case .choice(let ways):
      guard ways.count == 2, ways[1] == .empty, case .attribute(let number) = ways[0] else {
        return nil
      }
      return number
    default: return nil
    }
  }

  // MARK: Patterns

  private mutating func definition(_ name: String) -> ContentModel? {
    if let model = read[name] { return model }
    guard let definition = definitions[name], open.insert(name).inserted else { return nil }
    defer { open.remove(name) }
    unread.remove(name)
    let model = sequence(definition)
    read[name] = model
    return model
  }

  private mutating func models(_ pattern: Element) -> [ContentModel]? {
    var models: [ContentModel] = []
    for part in pattern.elements {
      guard let model = model(part) else { return nil }
      models.append(model)
    }
    return models
  }

  private mutating func sequence(_ pattern: Element) -> ContentModel? {
    models(pattern).map { .sequence($0) }
  }

  private mutating func model(_ pattern: Element) -> ContentModel? {
    switch pattern.name {
    case "empty": return .empty
    case "text": return .text
    case "group": return sequence(pattern)
    case "choice": return models(pattern).map { .choice($0) }
    case "optional": return sequence(pattern).map { .choice([$0, .empty]) }
    case "oneOrMore": return sequence(pattern).map { .oneOrMore($0) }
    case "zeroOrMore": return sequence(pattern).map { .choice([.oneOrMore($0), .empty]) }
    case "ref": return pattern["name"].flatMap { definition($0) }
    case "element":
      guard pattern["name"] != nil else { return nil }
      elements.append(pattern)
      return .element(elements.count - 1)
    case "attribute":
      guard let name = pattern["name"], pattern["ns"] ?? "" == "",
        let attribute = resolved(pattern, depth: 0)
      else { return nil }
      attributes.append(Attribute(name, attribute))
      return .attribute(attributes.count - 1)
    default: return nil
    }
  }

  /// The pattern of a value with what its references name in their place.
  private mutating func resolved(_ pattern: Element, depth: Int) -> Element? {
    guard depth < 16 else { return nil }
    var result = pattern
    result.children = []
    for node in pattern.children {
      guard case .element(let part) = node else {
        result.children.append(node)
        continue
      }
      let isReference = part.name == "ref"
      if isReference, let name = part["name"] { unread.remove(name) }
      guard let source = isReference ? part["name"].flatMap({ definitions[$0] }) : part,
        let inside = resolved(source, depth: depth + 1)
      else { return nil }
      result.children += isReference ? inside.children : [.element(inside)]
    }
    return result
  }
}

public import Diagnostics

extension Mapping {
  /// Reads a YAML file by its shape.
  ///
  /// - Parameters:
  ///   - source: The text of the file.
  ///   - shape: What its one mapping may hold.
  ///   - findings: Receives every mistake, each at its line and column.
  /// - Returns: `nil` if the file is not one mapping. Otherwise what could be read; the caller
  ///   decides by the findings whether that is enough.
  /// - Complexity: O(*n*) in the length of the text.
  public static func read(
    _ source: SourceText, as shape: Shape, into findings: inout [Diagnostic]
  ) -> Mapping? {
    guard let root = YAMLNode.read(source, noun: shape.name, into: &findings) else { return nil }
    return read(root, as: shape, into: &findings)
  }

  /// Reads a node by its shape; `nil` if it is no mapping.
  static func read(
    _ node: YAMLNode, as shape: Shape, into findings: inout [Diagnostic]
  ) -> Mapping? {
    var reader = ShapeReader()
    let mapping = reader.mapping(node, as: shape)
    findings += reader.findings
    return mapping
  }
}

/// Reads nodes by shapes, and collects what is wrong.
private struct ShapeReader {
  var findings: [Diagnostic] = []

  mutating func mapping(_ node: YAMLNode, as shape: Shape) -> Mapping? {
    guard case .mapping(let pairs) = node.content else {
      refuse(node, as: .shape(shape), name: shape.name)
      return nil
    }
    var keys: [String: SourceLocation] = [:]
    var misspelt: Set<String> = []
    var values: [String: Located<Value>] = [:]
    for (key, node) in pairs {
      guard let field = shape.field(key.value) else {
        let known = shape.fields.map(\.key)
        let meant = KeySynonyms.key(for: key.value, in: known)
        if let nearest = meant ?? Suggestion.nearest(to: key.value, in: known) {
          misspelt.insert(nearest)
        }
        findings.append(
          Diagnostic(
            .error, at: key.location,
            "\(Mistake.quoted(key.value)) is not a key of this \(shape.name)",
            hint: shape.currencyHint(for: key.value)
              ?? meant.map { "write '\($0)'" }
              ?? Suggestion.hint(for: key.value, in: known, noun: "keys")))
        continue
      }
      keys[key.value] = key.location
      values[key.value] = value(
        node, as: field.kind, name: key.value, at: key.location,
        mayBeLeftOut: field.presence == .optional)
    }
    // A key that is there but misspelt is one mistake, and not a missing key as well.
    for field in shape.fields
    where field.presence == .required && keys[field.key] == nil && !misspelt.contains(field.key) {
      findings.append(
        Diagnostic(
          .error, at: node.location, "'\(field.key)' is missing from this \(shape.name)",
          hint: field.example.map { "add '\(field.key): \($0)'" } ?? "add '\(field.key):'"))
    }
    return Mapping(
      shape: shape, location: node.location, keys: keys, values: values,
      hasUnknownKeys: keys.count < pairs.count)
  }

  private mutating func value(
    _ node: YAMLNode, as kind: Kind, name: String, at key: SourceLocation,
    mayBeLeftOut: Bool = false
  ) -> Located<Value>? {
    if case .scalar(let text, let isPlain) = node.content,
      text.allSatisfy(\.isWhitespace) || (isPlain && ["~", "null"].contains(text.lowercased()))
    {
      let location = text.isEmpty && isPlain ? key : node.location
      findings.append(
        Diagnostic(
          .error, at: location, "'\(name)' has no value",
          hint: kind.instruction + (mayBeLeftOut ? ", or leave the key out" : "")))
      return nil
    }
    let value: Value? =
      switch kind {
      case .shape(let shape): mapping(node, as: shape).map(Value.mapping)
      case .oneOrMore(let shape): oneOrMore(node, of: shape, name: name)
      case .list(let kind): items(node, as: kind, name: name)
      case .map(let kind): entries(node, as: kind, name: name)
      default: scalar(node, as: kind, name: name)
      }
    return value.map { Located($0, at: node.location) }
  }

  private mutating func oneOrMore(_ node: YAMLNode, of shape: Shape, name: String) -> Value? {
    switch node.content {
    case .sequence: return items(node, as: .shape(shape), name: name)
    case .mapping:
      return mapping(node, as: shape).map { .list([Located(.mapping($0), at: node.location)]) }
    default:
      refuse(node, as: .oneOrMore(shape), name: name)
      return nil
    }
  }

  private mutating func items(_ node: YAMLNode, as kind: Kind, name: String) -> Value? {
    guard case .sequence(let nodes) = node.content else {
      refuse(node, as: .list(of: kind), name: name)
      return nil
    }
    if nodes.isEmpty {
      findings.append(
        Diagnostic(
          .error, at: node.location, "'\(name)' is an empty list",
          hint: "write at least one item"))
    }
    return .list(nodes.compactMap { value($0, as: kind, name: name, at: $0.location) })
  }

  private mutating func entries(_ node: YAMLNode, as kind: Kind, name: String) -> Value? {
    guard case .mapping(let pairs) = node.content else {
      refuse(node, as: .map(of: kind), name: name)
      return nil
    }
    var entries: [Value.Entry] = []
    for (key, node) in pairs {
      do {
        _ = try Words.identifier(key.value)
      } catch {
        findings.append(error.diagnostic(at: key.location))
      }
      if let value = value(node, as: kind, name: key.value, at: key.location) {
        entries.append(Value.Entry(key: key, value: value))
      }
    }
    return .map(entries)
  }

  private mutating func scalar(_ node: YAMLNode, as kind: Kind, name: String) -> Value? {
    guard case .scalar(let text, _) = node.content else {
      refuse(node, as: kind, name: name)
      return nil
    }
    do {
      return try kind.read(text)
    } catch {
      findings.append(error.diagnostic(at: node.location))
      return nil
    }
  }

  private mutating func refuse(_ node: YAMLNode, as kind: Kind, name: String) {
    findings.append(
      Diagnostic(
        .error, at: node.location, "'\(name)' is \(node.noun), not \(kind.noun)",
        hint: kind.instruction))
  }
}

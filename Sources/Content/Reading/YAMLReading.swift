import Diagnostics
import Yams

extension YAMLNode {
  /// Reads a YAML text.
  ///
  /// - Parameters:
  ///   - source: The text; an empty line counts, so that a part of a file can keep its lines.
  ///   - noun: What the file is, for the message that it is empty.
  ///   - findings: Receives every mistake.
  /// - Returns: `nil` if the text is not one readable document.
  static func read(
    _ source: SourceText, noun: String, into findings: inout [Diagnostic]
  ) -> YAMLNode? {
    let refused = YAMLGuard.findings(in: source)
    findings += refused
    guard refused.isEmpty else { return nil }
    do {
      // A named encoding, because the default one asks the environment; no rules, because
      // what a text means is for the shape to say.
      let parser = try Parser(yaml: onHeap(source.text), resolver: .basic, encoding: .utf8)
      guard let root = try parser.singleRoot(), !root.isEmptyScalar else {
        findings.append(
          Diagnostic(
            .error, at: SourceLocation(file: source.file), "empty \(noun)",
            hint: "write its keys, or remove the file"))
        return nil
      }
      var converter = Converter(file: source.file)
      let node = withExtendedLifetime(parser) { converter.convert(root) }
      findings += converter.findings
      return converter.findings.isEmpty ? node : nil
    } catch let error as YamlError {
      findings.append(error.diagnostic(file: source.file))
    } catch {
      preconditionFailure("Yams throws only its own errors, not \(error)")
    }
    return nil
  }

  /// The text, long enough that Swift does not keep it inside the value itself: Yams keeps a
  /// pointer to its bytes, which a short string would move.
  private static func onHeap(_ text: String) -> String {
    text.utf8.count > 64 ? text : text + "\n" + String(repeating: "#", count: 64)
  }
}

/// Copies Yams' nodes, whose depth the guard has limited.
private struct Converter {
  let file: String
  var findings: [Diagnostic] = []

  init(file: String) { self.file = file }

  mutating func convert(_ node: Node) -> YAMLNode {
    precondition(node.anchor == nil, "the guard lets no anchor pass")
    let location = SourceLocation(file: file, line: node.mark?.line, column: node.mark?.column)
    switch node {
    case .scalar(let scalar):
      let text = checked(scalar.string, at: location)
      return YAMLNode(
        location: location, content: .scalar(text, isPlain: scalar.style == .plain))
    case .sequence(let sequence):
      var items: [YAMLNode] = []
      for item in sequence { items.append(convert(item)) }
      return YAMLNode(location: location, content: .sequence(items))
    case .mapping(let mapping):
      var pairs: [(key: Located<String>, value: YAMLNode)] = []
      for (key, value) in mapping {
        guard case .scalar(let text, _) = convert(key).content else {
          preconditionFailure("the guard lets only texts be keys")
        }
        let place = SourceLocation(file: file, line: key.mark?.line, column: key.mark?.column)
        pairs.append((Located(text, at: place), convert(value)))
      }
      return YAMLNode(location: location, content: .mapping(pairs))
    case .alias: preconditionFailure("the guard lets no alias pass")
    }
  }

  /// An escape in double quotes can write what the file itself may not hold.
  private mutating func checked(_ text: String, at location: SourceLocation) -> String {
    guard let refused = text.unicodeScalars.first(where: \.isRefused) else { return text }
    findings.append(
      Diagnostic(
        .error, at: location, "'\(refused.codePoint)' is a character that no page can carry",
        hint: "remove the escape from the text"))
    return ""
  }
}

extension Node {
  /// What Yams makes of nothing but comments and a document marker.
  fileprivate var isEmptyScalar: Bool {
    guard case .scalar(let scalar) = self else { return false }
    return scalar.style == .plain && scalar.string.isEmpty
  }
}

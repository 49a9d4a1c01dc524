/// Which prefix stands for which namespace, element by element.
struct NamespaceScopes {
  private var declared: [(prefix: String, namespace: String)] = [
    ("xml", "http://www.w3.org/XML/1998/namespace")
  ]
  private var countsBefore: [Int] = []

  /// Whether an attribute declares a namespace.
  static func isDeclaration(_ attribute: Substring) -> Bool {
    attribute == "xmlns" || attribute.hasPrefix("xmlns:")
  }

  /// Takes up what a start tag declares.
  mutating func enter(declaring attributes: [(name: Substring, value: String)]) {
    countsBefore.append(declared.count)
    for (name, value) in attributes where Self.isDeclaration(name) {
      declared.append((name == "xmlns" ? "" : String(name.dropFirst(6)), value))
    }
  }

  /// Forgets what the innermost element declared.
  mutating func leave() {
    guard let count = countsBefore.popLast() else { return }
    declared.removeLast(declared.count - count)
  }

  /// Splits a name as written; the default namespace does not reach attributes.
  func resolve(_ written: Substring, isAttribute: Bool) -> (name: String, namespace: String) {
    let colon = written.utf8.firstIndex(of: UInt8(ascii: ":"))
    let prefix = colon.map { String(written[..<$0]) } ?? ""
    let name = colon.map { written[written.index(after: $0)...] } ?? written
    guard !(isAttribute && prefix.isEmpty) else { return (String(name), "") }
    return (String(name), declared.last { $0.prefix == prefix }?.namespace ?? "")
  }
}

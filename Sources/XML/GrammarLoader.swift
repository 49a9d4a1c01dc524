import Diagnostics

/// Reads a grammar and what it includes.
struct GrammarLoader {
  private let read: (String) -> [UInt8]?
  private var mistakes: [Diagnostic] = []

  /// Loads a grammar.
  ///
  /// - Parameters:
  ///   - file: The path of the grammar, as `read` knows it.
  ///   - read: Gives the bytes of a file, or `nil` if there is none.
  /// - Returns: The grammar with its includes put in place.
  /// - Throws: ``XMLError`` with the mistakes of all files.
  static func load(_ file: String, read: (String) -> [UInt8]?) throws(XMLError) -> Grammar {
    try withoutActuallyEscaping(read) { read throws(XMLError) in
      var loader = Self(read: read)
      let root = loader.grammar(file, from: SourceLocation(file: file), within: [])
      guard let root, loader.mistakes.isEmpty else {
        throw XMLError(diagnostics: loader.mistakes)
      }
      return Grammar(root: root)
    }
  }

  private static let refused: Set = ["externalRef", "parentRef", "grammar", "include"]

  private init(read: @escaping (String) -> [UInt8]?) { self.read = read }

  private mutating func refuse(_ place: SourceLocation, _ message: String, hint: String? = nil) {
    mistakes.append(Diagnostic(.error, at: place, message, hint: hint))
  }

  private mutating func grammar(
    _ file: String, from place: SourceLocation, within files: [String]
  ) -> Element? {
    guard !files.contains(file) else {
      refuse(place, "'\(file)' includes itself")
      return nil
    }
    guard let bytes = read(file) else {
      refuse(
        place, "'\(file)' is not there",
        hint: "write the grammar, or copy it from a site that has one")
      return nil
    }
    let root: Element
    do {
      root = try Element(parsing: bytes, file: file)
    } catch {
      mistakes += error.diagnostics
      return nil
    }
    guard root.name == "grammar", root.namespace == Grammar.namespace else {
      refuse(root.location, "'\(root.name)' is not a RELAX NG grammar")
      return nil
    }
    return flattened(root, file: file, within: files + [file])
  }

  private mutating func flattened(_ root: Element, file: String, within files: [String]) -> Element
  {
    var result = root
    result.attributes = []
    result.children = []
    for part in root.elements where part.namespace == Grammar.namespace {
      switch part.name {
      case "include":
        result.children += included(by: part, file: file, within: files).map { .element($0) }
      case "start", "define":
        result.children.append(.element(explicit(part, Inherited(root))))
      default:
        refuse(part.location, "'\(part.name)' is not used in these grammars")
      }
    }
    return result
  }

  /// The definitions of an included grammar, less those that the include itself gives anew.
  private mutating func included(
    by include: Element, file: String, within files: [String]
  ) -> [Element] {
    guard let href = include["href"] else {
      refuse(include.location, "'include' lacks the attribute 'href'")
      return []
    }
    let folder = file.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    let path = (folder.map(String.init) + [href]).joined(separator: "/")
    guard let grammar = grammar(path, from: include.location, within: files) else { return [] }
    let own = include.elements.map { explicit($0, Inherited(include)) }
    let kept = grammar.elements.filter { part in
      !own.contains { $0.name == part.name && $0["name"] == part["name"] }
    }
    return kept + own
  }

  /// What RELAX NG lets patterns inherit from the elements around them.
  private struct Inherited {
    var namespace = ""
    var library = ""

    init(_ element: Element) {
      namespace = element["ns"] ?? ""
      library = element["datatypeLibrary"] ?? ""
    }
  }

  /// A pattern that says itself what it would inherit, and holds no annotations.
  private mutating func explicit(_ pattern: Element, _ inherited: Inherited) -> Element {
    var inherited = inherited
    if let namespace = pattern["ns"] { inherited.namespace = namespace }
    if let library = pattern["datatypeLibrary"] { inherited.library = library }
    // What an inner grammar includes would be read by libxml2 itself, from anywhere.
    if Self.refused.contains(pattern.name) {
      refuse(pattern.location, "'\(pattern.name)' is not used in these grammars")
    }
    var result = pattern
    result.attributes.removeAll {
      $0.name == "ns" && pattern.name != "attribute" || $0.name == "datatypeLibrary"
        || !$0.namespace.isEmpty
    }
    func add(_ name: String, _ text: String) {
      result.attributes.append(
        Element.Attribute(
          name: name, namespace: "",
          value: LocatedText(text, written: text, start: pattern.location),
          location: pattern.location))
    }
    if pattern.name == "element" { add("ns", inherited.namespace) }
    if pattern.name == "data" { add("datatypeLibrary", inherited.library) }
    let hasText = ["value", "param", "name"].contains(pattern.name)
    result.children = pattern.children.compactMap { node in
      switch node {
      case .text: hasText ? node : nil
      case .element(let child):
        child.namespace == Grammar.namespace ? .element(explicit(child, inherited)) : nil
      }
    }
    return result
  }
}

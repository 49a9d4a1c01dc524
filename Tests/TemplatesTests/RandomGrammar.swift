import TestSupport
import XML

/// A small grammar made at random, which templates can be made from that it accepts as they stand.
struct RandomGrammar {
  /// What an element may hold.
  indirect enum Content {
    case element(Int)
    case text
    case group([Content])
    case choice(Content, Content)
    case repeated(String, Content)
  }

  /// An attribute and a value that suits it.
  struct Attribute {
    let name: String
    let isRequired: Bool
    let type: String
    let value: String
  }

  /// One of the definitions; two may be of elements of the same name.
  struct Definition {
    let name: String
    var attributes: [Attribute] = []
    var content = Content.group([])

    /// An attribute that decides about another one, or about a child.
    var entangled: String?
  }

  private(set) var definitions: [Definition] = []

  init(using random: inout SplitMix) {
    let names = ["r", "a", "div", "b", "c", "d"].flatMap { name in
      // Two patterns of one name, as in `head` of a page.
      name != "r" && random.int(in: 0...4) == 0 ? [name, name] : [name]
    }
    definitions = names.map { Definition(name: $0) }
    for index in names.indices {
      definitions[index].attributes = Self.types.shuffled(using: &random)
        .prefix(random.int(in: 0...3) / 2).map { type, value in
          Attribute(
            name: "k\(type.count)", isRequired: random.int(in: 0...5) == 0, type: type,
            value: value)
        }
      definitions[index].content = content(after: index, depth: 3, using: &random)
      guard random.int(in: 0...5) == 0 else { continue }
      let child = index + 1 < names.count ? "<ref name='e\(names.count - 1)'/>" : "<text/>"
      definitions[index].entangled =
        "<choice><attribute name='mode'><value>x</value></attribute>"
        + "<group><attribute name='mode'/><attribute name='m'/></group>"
        + "<group><attribute name='mode'><value>7</value></attribute>\(child)</group></choice>"
    }
  }

  private static let types: [(type: String, value: String)] = [
    ("", "any"), ("<data type='decimal'/>", "1"), ("<data type='positiveInteger'/>", "1"),
    ("<choice><value>red</value><value>7</value></choice>", "red"),
    ("<choice><data type='decimal'/><value>red</value></choice>", "red"),
    (
      "<data type='string'><param name='pattern'>[0-9]{2}|-?[0-9]+(\\.[0-9]+)?</param></data>", "12"
    ),
    ("<data type='string'><param name='pattern'>[0-9]{4}-[0-9]{2}|7|red</param></data>", "red"),
  ]

  /// Only later definitions occur in a content, so that every document ends.
  private func content(
    after index: Int, depth: Int, using random: inout SplitMix
  ) -> Content {
    let later = definitions.count - index - 1
    guard later > 0 else { return .text }
    guard depth > 0 else { return .element(index + random.int(in: 1...min(later, 3))) }
    func inner(_ random: inout SplitMix) -> Content {
      content(after: index, depth: depth - 1, using: &random)
    }
    switch random.int(in: 0...9) {
    case 0: return .text
    case 1, 2: return .choice(inner(&random), inner(&random))
    case 3...5: return .group([inner(&random), inner(&random)])
    case 6: return .repeated("optional", inner(&random))
    case 7: return .repeated("zeroOrMore", inner(&random))
    case 8: return .repeated("oneOrMore", inner(&random))
    default: return .element(index + random.int(in: 1...min(later, 3)))
    }
  }

  // MARK: As text

  var text: String {
    let all = definitions.indices.map { "<ref name='e\($0)'/>" }.dropFirst().joined()
    return """
      <grammar xmlns="http://relaxng.org/ns/structure/1.0" ns="\(Markup.xhtml)"
        datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">
        <start><ref name="document"/></start>
        <define name="document"><ref name="e0"/></define>
        <define name="fragment"><choice>\(all)</choice></define>
        \(definitions.enumerated().map(text).joined(separator: "\n"))
      </grammar>
      """
  }

  private func text(_ number: Int, _ definition: Definition) -> String {
    let attributes = definition.attributes.map { attribute in
      let text = "<attribute name='\(attribute.name)'>\(attribute.type)</attribute>"
      return attribute.isRequired ? text : "<optional>\(text)</optional>"
    }
    return "<define name='e\(number)'><element name='\(definition.name)'>\(attributes.joined())"
      + "\(definition.entangled ?? "")\(text(definition.content))<empty/></element></define>"
  }

  private func text(_ content: Content) -> String {
    switch content {
    case .element(let number): "<ref name='e\(number)'/>"
    case .text: "<text/>"
    case .group(let parts): "<group>\(parts.map(text).joined())<empty/></group>"
    case .choice(let one, let other): "<choice>\(text(one))\(text(other))</choice>"
    case .repeated(let how, let part): "<\(how)>\(text(part))</\(how)>"
    }
  }
}

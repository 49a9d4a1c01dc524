import Diagnostics
import XML

/// Holds a template with its layout and includes against a profile, before any data arrives.
struct ProfileCheck {
  private let library: TemplateLibrary

  init(_ library: TemplateLibrary) { self.library = library }

  /// What does not follow the profile, with and without the elements that depend on data.
  func mistakes(in template: BoundTemplate, _ profiles: TemplateSet.Profiles) -> [Diagnostic] {
    let schema = template.path.hasSuffix(".svg") ? profiles.chart : profiles.page
    var mistakes: [Diagnostic] = []
    for takesOtherwise in [false, true] {
      var sample = Sample(library, takesOtherwise: takesOtherwise)
      sample.add(template)
      // A template with t:else is checked once more with those branches taken.
      guard !takesOtherwise || sample.hasOtherwise else { continue }
      mistakes += sample.mistakes(by: schema, file: template.location.file)
    }
    return mistakes
  }
}

/// A template as it would be filled, with a mark for every hole.
private struct Sample {
  private let library: TemplateLibrary
  private let takesOtherwise: Bool
  private(set) var hasOtherwise = false
  private var output: [UInt8] = []

  /// The elements written, in document order.
  private var elements: [BoundElement] = []
  private var page: BoundNode?
  private var open: [String] = []

  init(_ library: TemplateLibrary, takesOtherwise: Bool) {
    self.library = library
    self.takesOtherwise = takesOtherwise
  }

  mutating func add(_ template: BoundTemplate) {
    if let layout = template.layout.flatMap({ library.templates[$0.path] }) {
      page = template.root
      add(layout.root, inside: "")
    } else {
      add(template.root, inside: "")
    }
  }

  func mistakes(by schema: Schema, file: String) -> [Diagnostic] {
    do {
      let document = try PublishedDocument(parsing: output, file: file)
      return schema.mistakes(in: document).map { mistake in
        let element = elements[mistake.element]
        let attribute = element.attributes.first { $0.name == mistake.attribute }
        return mistake.diagnostic(at: attribute?.location ?? element.location)
      }
    } catch {
      return error.diagnostics.map {
        Diagnostic(.error, at: SourceLocation(file: file), $0.message, hint: $0.hint)
      }
    }
  }

  private mutating func write(_ text: String) { output.append(utf8: text) }

  private mutating func add(_ node: BoundNode, inside namespace: String) {
    switch node {
    case .text(let pieces): Markup.append(text: Self.sample(pieces), to: &output)
    case .element(let element): add(element, inside: namespace)
    case .loop(_, _, let body): for node in body { add(node, inside: namespace) }
    case .choice(_, let kept, let otherwise):
      hasOtherwise = hasOtherwise || !otherwise.isEmpty
      let taken = takesOtherwise && !otherwise.isEmpty ? otherwise : kept
      for node in taken { add(node, inside: namespace) }
    case .include(let reference, _):
      // A template that includes itself is reported elsewhere.
      guard !open.contains(reference.path), let template = library.templates[reference.path]
      else { return }
      open.append(reference.path)
      add(template.root, inside: namespace)
      open.removeLast()
    case .slot:
      guard let page else { return }
      self.page = nil
      add(page, inside: namespace)
    }
  }

  private mutating func add(_ element: BoundElement, inside namespace: String) {
    elements.append(element)
    write("<\(element.name)")
    if element.namespace != namespace { write(" xmlns=\"\(element.namespace)\"") }
    for attribute in element.attributes {
      write(" \(attribute.name)=\"")
      let value =
        attribute.pieces.contains { if case .hole = $0 { true } else { false } }
        ? Schema.hole : Self.sample(attribute.pieces)
      Markup.append(attributeValue: value, to: &output)
      write("\"")
    }
    write(">")
    for child in element.children { add(child, inside: element.namespace) }
    write("</\(element.name)>")
  }

  private static func sample(_ pieces: [Piece]) -> String {
    pieces.reduce(into: "") { text, piece in
      switch piece {
      case .literal(let literal): text += literal
      case .hole: text += Schema.hole
      }
    }
  }
}

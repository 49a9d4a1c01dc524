import CLibXML2
import Diagnostics

/// Collects what libxml2 reports about one document by one schema, in our words.
///
/// libxml2 names the element or attribute it stumbled over, never what it missed; the grammar
/// knows that.
final class ValidationLog {
  private let grammar: Grammar
  private(set) var mistakes: [SchemaMistake] = []

  /// Beyond this, more mistakes help nobody, and finding their places costs time.
  private static let limit = 50

  init(_ grammar: Grammar) { self.grammar = grammar }

  static let record: xmlStructuredErrorFunc = { owner, error in
    guard let owner = unsafe owner, let error = unsafe error else { return }
    let log = unsafe Unmanaged<ValidationLog>.fromOpaque(owner).takeUnretainedValue()
    unsafe log.add(error)
  }

  /// For a verdict without a word.
  func addUnexplained() {
    mistakes.append(
      SchemaMistake(
        element: 0, attribute: nil, message: "the document does not follow its schema", hint: nil))
  }

  private func add(_ error: xmlErrorPtr) {
    guard mistakes.count < Self.limit,
      let node = unsafe error.pointee.node?.assumingMemoryBound(to: xmlNode.self),
      let subject = unsafe Subject(node)
    else { return }
    let code = unsafe xmlRelaxNGValidErr(UInt32(max(0, error.pointee.code)))
    let name = unsafe error.pointee.str1.map { unsafe String(cString: $0) } ?? ""
    guard let (message, hint) = reworded(code, name, subject) else { return }
    let isAttribute = code == XML_RELAXNG_ERR_INVALIDATTR
    mistakes.append(
      SchemaMistake(
        element: subject.number, attribute: isAttribute ? name : nil, message: message,
        hint: hint))
  }

  private func reworded(
    _ code: xmlRelaxNGValidErr, _ name: String, _ subject: Subject
  ) -> (String, String?)? {
    switch code {
    case XML_RELAXNG_ERR_INVALIDATTR: wrongAttribute(name, of: subject)
    case XML_RELAXNG_ERR_ELEMWRONG, XML_RELAXNG_ERR_ELEMNAME, XML_RELAXNG_ERR_ELEMWRONGNS,
      XML_RELAXNG_ERR_ELEMNONS, XML_RELAXNG_ERR_ELEMEXTRANS:
      wrongElement(subject)
    case XML_RELAXNG_ERR_TEXTWRONG, XML_RELAXNG_ERR_NOTELEM:
      ("text is not allowed in '\(subject.name)'", nil)
    case XML_RELAXNG_ERR_EXTRACONTENT where subject.name != name: wrongElement(subject)
    case XML_RELAXNG_ERR_EXTRACONTENT, XML_RELAXNG_ERR_ELEMNOTEMPTY:
      ("'\(subject.name)' has content that is not allowed in it", nil)
    case XML_RELAXNG_ERR_ATTRVALID: missingAttribute(of: subject)
    case XML_RELAXNG_ERR_NOELEM: missingElement(in: subject)
    // What follows names the attribute.
    case XML_RELAXNG_ERR_TYPEVAL, XML_RELAXNG_ERR_DATATYPE, XML_RELAXNG_ERR_VALUE: nil
    // The rest only says that something above has failed.
    default: mistakes.isEmpty ? ("'\(subject.name)' does not follow its schema", nil) : nil
    }
  }

  private func wrongAttribute(_ name: String, of subject: Subject) -> (String, String?) {
    let known = grammar.parts("attribute", of: subject.name).map(\.name)
    guard known.contains(name) else {
      let hint = Suggestion.nearest(to: name, in: known).map { "did you mean '\($0)'?" }
      return ("'\(name)' is not an attribute of '\(subject.name)'", hint)
    }
    guard grammar.isTyped(name, of: subject.name) else {
      return ("'\(name)' does not go with the other attributes of '\(subject.name)'", nil)
    }
    let value = subject.attributes.first { $0.name == name }?.value ?? ""
    let values = grammar.values(of: name, in: subject.name)
    return (
      "'\(value)' is not a value for '\(name)' of '\(subject.name)'",
      values.isEmpty ? nil : Suggestion.hint(for: value, in: values, noun: "values")
    )
  }

  private func wrongElement(_ subject: Subject) -> (String, String?) {
    guard grammar.knows(subject.name) else {
      return (
        "'\(subject.name)' is not an element of the schema",
        Suggestion.nearest(to: subject.name, in: grammar.elementNames)
          .map { "did you mean '\($0)'?" }
      )
    }
    guard let parent = subject.parent else {
      return ("'\(subject.name)' is not allowed as the root", nil)
    }
    guard subject.hasNamespace else {
      return ("'\(subject.name)' has no namespace", "declare the default namespace on the root")
    }
    let siblings = grammar.parts("element", of: parent).map(\.name)
    if siblings.contains(subject.name) {
      return ("'\(subject.name)' is not allowed at this place in '\(parent)'", nil)
    }
    return ("'\(subject.name)' is not allowed in '\(parent)'", nil)
  }

  private func missingAttribute(of subject: Subject) -> (String, String?)? {
    let missing = grammar.parts("attribute", of: subject.name).first { part in
      part.isRequired && !subject.attributes.contains { $0.name == part.name }
    }
    guard let missing else {
      guard !mistakes.contains(where: { $0.element == subject.number }) else { return nil }
      // libxml2 tells of a required attribute's wrong value only that some attribute failed.
      let required = grammar.parts("attribute", of: subject.name).filter(\.isRequired)
        .map { "'\($0.name)'" }
      return ("\(required.joined(separator: " or ")) of '\(subject.name)' has a wrong value", nil)
    }
    return ("'\(subject.name)' lacks the attribute '\(missing.name)'", nil)
  }

  private func missingElement(in subject: Subject) -> (String, String?) {
    let parts = grammar.parts("element", of: subject.name)
    let missing = parts.first { $0.isRequired && !subject.children.contains($0.name) }
    guard let missing else {
      return (
        "'\(subject.name)' lacks an element",
        Suggestion.hint(for: "", in: parts.map(\.name), noun: "elements")
      )
    }
    return ("'\(subject.name)' lacks a '\(missing.name)'", nil)
  }
}

/// The element a report is about, copied out of the tree.
private struct Subject {
  let name: String
  let number: Int
  let hasNamespace: Bool

  /// The name of the element around it, or `nil` for the root.
  let parent: String?
  var attributes: [(name: String, value: String)] = []
  var children: [String] = []

  init?(_ reported: xmlNodePtr) {
    // Only an element has the fields read here; a text's hold the text itself.
    let isElement = unsafe reported.pointee.type == XML_ELEMENT_NODE
    guard let node = unsafe isElement ? reported : reported.pointee.parent,
      unsafe node.pointee.type == XML_ELEMENT_NODE
    else { return nil }
    unsafe name = String(xml: node.pointee.name)
    unsafe hasNamespace = node.pointee.ns != nil
    if let above = unsafe node.pointee.parent, unsafe above.pointee.type == XML_ELEMENT_NODE {
      unsafe parent = String(xml: above.pointee.name)
    } else {
      parent = nil
    }
    var walk = unsafe ElementWalk(node.pointee.doc)
    while let element = unsafe walk.next(), unsafe element != node {}
    number = max(walk.number, 0)
    let element = unsafe VisitedElement(node, number: number, depth: walk.depth)
    var attributes: [(name: String, value: String)] = []
    element.visitAttributes { attributes.append(($0, $1)) }
    self.attributes = attributes
    var child = unsafe node.pointee.children
    while let current = unsafe child {
      if unsafe current.pointee.type == XML_ELEMENT_NODE {
        unsafe children.append(String(xml: current.pointee.name))
      }
      unsafe child = current.pointee.next
    }
  }
}

import Diagnostics
import XML

/// What an attribute of the directive namespace can ask for.
enum Directive: String, CaseIterable {
  case model, layout, slot
  case loop = "for"
  case condition = "if"
  case otherwise = "else"
  case include, with, fragment, remove

  /// The namespace that `xmlns:t` declares.
  static let namespace = "urn:breakeven:template"

  /// The namespace of `xml:lang`, known without a declaration.
  static let xmlNamespace = "http://www.w3.org/XML/1998/namespace"

  /// Whether only a template's root may carry it.
  var isForRoot: Bool { self == .model || self == .layout }

  /// Whether a template's root may carry it.
  var isAllowedOnRoot: Bool { isForRoot || self == .fragment }
}

/// The directives of one element, by name.
struct Directives {
  private var values: [Directive: Element.Attribute] = [:]

  /// The mistakes in the element's attributes of foreign namespaces.
  private(set) var mistakes: [Diagnostic] = []

  init(_ element: Element, isRoot: Bool) {
    for attribute in element.attributes where !attribute.namespace.isEmpty {
      switch attribute.namespace {
      case Directive.namespace: add(attribute, isRoot: isRoot)
      case Directive.xmlNamespace: break
      default:
        refuse(
          attribute, "'\(attribute.name)' is of a namespace that templates do not use",
          hint: "declare xmlns:t=\"\(Directive.namespace)\" for directives")
      }
    }
    if let with = self[.with], self[.include] == nil {
      refuse(with, "'t:with' stands without t:include")
    }
    if let include = self[.include], self[.with] == nil {
      refuse(include, "'t:include' lacks a t:with", hint: "name the record the template fills")
    }
    if let otherwise = self[.otherwise], self[.condition] != nil {
      refuse(otherwise, "'t:else' and t:if stand on one element", hint: "nest one in the other")
    }
    if let slot = self[.slot], slot.value.text != "main" {
      refuse(slot, "'\(slot.value.text)' is not a slot", hint: "write t:slot=\"main\"")
    }
  }

  /// The attribute of a directive, if the element carries it.
  subscript(_ directive: Directive) -> Element.Attribute? { values[directive] }

  private mutating func add(_ attribute: Element.Attribute, isRoot: Bool) {
    guard let directive = Directive(rawValue: attribute.name) else {
      let hint = Suggestion.hint(
        for: "t:\(attribute.name)", in: Directive.allCases.map { "t:\($0.rawValue)" },
        noun: "directives")
      return refuse(attribute, "'t:\(attribute.name)' is not a directive", hint: hint)
    }
    if isRoot, !directive.isAllowedOnRoot {
      return refuse(attribute, "'t:\(attribute.name)' is not allowed on a root")
    }
    if !isRoot, directive.isForRoot {
      return refuse(attribute, "'t:\(attribute.name)' is allowed on a root only")
    }
    if directive == .otherwise || directive == .remove, !attribute.value.text.isEmpty {
      refuse(
        attribute, "'t:\(attribute.name)' takes no value", hint: "write t:\(attribute.name)=\"\"")
    }
    values[directive] = attribute
  }

  private mutating func refuse(
    _ attribute: Element.Attribute, _ message: String, hint: String? = nil
  ) {
    mistakes.append(Diagnostic(.error, at: attribute.location, message, hint: hint))
  }
}

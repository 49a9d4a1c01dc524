import CLibXML2

/// One element of a published document while a visit stands on it.
///
/// Noncopyable and only ever lent, so that nothing keeps a pointer into a tree that is freed.
@safe public struct VisitedElement: ~Copyable {
  private let node: xmlNodePtr

  /// The element's place in document order, from 0 for the root.
  public let number: Int

  /// How many elements it stands in, itself counted: 1 for the root.
  public let depth: Int

  init(_ node: xmlNodePtr, number: Int, depth: Int) {
    unsafe self.node = node
    self.number = number
    self.depth = depth
  }

  /// The name without a prefix.
  public var name: String { unsafe String(xml: node.pointee.name) }

  /// The namespace's address; empty where none is declared.
  public var namespace: String {
    guard let namespace = unsafe node.pointee.ns else { return "" }
    return unsafe String(xml: namespace.pointee.href)
  }

  /// Whether it has any attribute; a quick way past most cells of a table.
  public var hasAttributes: Bool { unsafe node.pointee.properties != nil }

  /// The value of an attribute without a prefix, or `nil` if there is none.
  public subscript(_ name: String) -> String? {
    var attribute = unsafe node.pointee.properties
    while let current = unsafe attribute {
      if unsafe String(xml: current.pointee.name) == name, unsafe current.pointee.ns == nil {
        return unsafe Self.value(of: current)
      }
      unsafe attribute = current.pointee.next
    }
    return nil
  }

  /// Visits the attributes in the order written.
  ///
  /// - Parameter body: Takes a name without its prefix, and the value.
  public borrowing func visitAttributes(_ body: (_ name: String, _ value: String) -> Void) {
    var attribute = unsafe node.pointee.properties
    while let current = unsafe attribute {
      unsafe body(String(xml: current.pointee.name), Self.value(of: current))
      unsafe attribute = current.pointee.next
    }
  }

  /// The text of the element and all inside it.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  public var text: String {
    guard let text = unsafe xmlNodeGetContent(node) else { return "" }
    defer { unsafe xml_free_string(text) }
    return unsafe String(xml: text)
  }

  /// A value is nearly always one text node, which needs no copy by libxml2.
  private static func value(of attribute: xmlAttrPtr) -> String {
    guard let first = unsafe attribute.pointee.children else { return "" }
    if unsafe first.pointee.next == nil, unsafe first.pointee.type == XML_TEXT_NODE {
      return unsafe String(xml: first.pointee.content)
    }
    guard let text = unsafe xmlNodeListGetString(attribute.pointee.doc, first, 1) else { return "" }
    defer { unsafe xml_free_string(text) }
    return unsafe String(xml: text)
  }
}

extension PublishedDocument {
  /// Visits every element once, in document order.
  ///
  /// - Parameter body: Is lent each element, and collects what it needs.
  /// - Complexity: O(*n*) in the number of elements; no tree of values is built.
  public borrowing func visit(_ body: (borrowing VisitedElement) -> Void) {
    var walk = unsafe ElementWalk(tree)
    while let node = unsafe walk.next() {
      unsafe body(VisitedElement(node, number: walk.number, depth: walk.depth))
    }
  }
}

extension String {
  /// A copy of a string of libxml2's; empty for none.
  init(xml text: UnsafePointer<xmlChar>?) {
    guard let text = unsafe text else {
      self = ""
      return
    }
    self = unsafe String(cString: text)
  }
}

extension Element {
  /// The element as polyglot markup: what an HTML parser and an XML parser read the same.
  ///
  /// Attributes keep their order; prefixes other than `xml:` are left out, so an element
  /// with attributes of foreign namespaces is for the caller to refuse.
  ///
  /// - Parameter namespace: The default namespace where the markup is put; a namespace is
  ///   declared where it differs from the one around it.
  /// - Returns: UTF-8 without an XML declaration.
  public func markup(inside namespace: String = "") -> [UInt8] {
    var output: [UInt8] = []
    write(inside: namespace, startingLines: false, to: &output)
    return output
  }

  /// Writes the element.
  ///
  /// With `startingLines`, every start tag begins a line, so that the line of an element, less
  /// one, is its place in document order.
  func write(inside outer: String, startingLines: Bool, to output: inout [UInt8]) {
    if startingLines, !output.isEmpty { output.append(UInt8(ascii: "\n")) }
    output.append(contentsOf: "<\(name)".utf8)
    if namespace != outer { Self.writeAttribute("xmlns", namespace, to: &output) }
    for attribute in attributes {
      let prefix = attribute.namespace.isEmpty ? "" : "xml:"
      Self.writeAttribute(prefix + attribute.name, attribute.value.text, to: &output)
    }
    let isHTML = namespace == Markup.xhtml
    guard !children.isEmpty || (isHTML && !Markup.isVoid(name)) else {
      output.append(contentsOf: "/>".utf8)
      return
    }
    output.append(UInt8(ascii: ">"))
    for child in children {
      switch child {
      case .text(let text): Markup.append(text: text.text, to: &output)
      case .element(let element):
        element.write(inside: namespace, startingLines: startingLines, to: &output)
      }
    }
    output.append(contentsOf: "</\(name)>".utf8)
  }

  private static func writeAttribute(_ name: String, _ value: String, to output: inout [UInt8]) {
    output.append(contentsOf: " \(name)=\"".utf8)
    Markup.append(attributeValue: value, to: &output)
    output.append(UInt8(ascii: "\""))
  }
}

import Diagnostics

/// Turns a document that libxml2 found well-formed into values with exact places.
///
/// libxml2's tree keeps only the line where a start tag ends. Reading a well-formed document
/// again is simple, and gives the line and column of every tag, value and text.
struct ElementReader {
  private var positions: SourcePositions
  private let bytes: [UInt8]
  private var offset = 0
  private var open: [Element] = []
  private var namespaces = NamespaceScopes()

  /// What libxml2 accepts and we do not.
  private(set) var mistakes: [Diagnostic] = []

  init(_ positions: SourcePositions) {
    self.positions = positions
    bytes = positions.bytes
    if positions.hasByteOrderMark { offset = 3 }
  }

  /// The root element, or `nil` if there is none.
  mutating func root() -> Element? {
    while offset < bytes.count {
      if starts(with: "<!--") {
        // The hyphens of its start are none of its end: '<!-->' is a comment that goes on.
        offset += 4
        skip(past: "-->")
      } else if starts(with: "<?") {
        readInstruction()
      } else if starts(with: "<!"), !starts(with: "<![CDATA[") {
        skip(past: ">")
      } else if starts(with: "</") {
        skip(past: ">")
        if let root = close() { return root }
      } else if bytes[offset] == UInt8(ascii: "<"), !starts(with: "<![CDATA[") {
        if readStartTag(), let root = close() { return root }
      } else {
        readText()
      }
    }
    return nil
  }

  /// Closes the innermost element.
  ///
  /// - Returns: The element if it is the root.
  private mutating func close() -> Element? {
    guard let element = open.popLast() else { return nil }
    namespaces.leave()
    guard !open.isEmpty else { return element }
    open[open.count - 1].children.append(.element(element))
    return nil
  }

  /// A processing instruction has no meaning here; only the XML declaration is expected.
  private mutating func readInstruction() {
    if !starts(with: "<?xml ") {
      mistakes.append(
        Diagnostic(
          .error, at: positions.location(at: offset), "a processing instruction is not allowed",
          hint: "remove it"))
    }
    skip(past: "?>")
  }

  /// Reads a start tag.
  ///
  /// - Returns: Whether the tag closes its element too.
  private mutating func readStartTag() -> Bool {
    let location = positions.location(at: offset)
    offset += 1
    let name = readName()
    var written: [(name: Substring, location: SourceLocation, value: LocatedText)] = []
    skipSpace()
    while let byte = current, byte != UInt8(ascii: ">"), byte != UInt8(ascii: "/") {
      let location = positions.location(at: offset)
      let name = readName()
      skipSpace()
      offset += 1  // The equals sign.
      skipSpace()
      written.append((name[...], location, readValue()))
      skipSpace()
    }
    let isEmpty = current == UInt8(ascii: "/")
    skip(past: ">")

    namespaces.enter(declaring: written.map { ($0.name, $0.value.text) })
    let resolved = namespaces.resolve(name[...], isAttribute: false)
    var element = Element(
      name: resolved.name, namespace: resolved.namespace, attributes: [], children: [],
      location: location)
    for (name, location, value) in written where !NamespaceScopes.isDeclaration(name) {
      let resolved = namespaces.resolve(name, isAttribute: true)
      element.attributes.append(
        Element.Attribute(
          name: resolved.name, namespace: resolved.namespace, value: value, location: location))
    }
    open.append(element)
    return isEmpty
  }

  private mutating func readName() -> String {
    let start = offset
    while let byte = current, !Self.endsName(byte) { offset += 1 }
    // A byte that is no name cannot follow in a well-formed document; never stand still.
    if offset == start { offset += 1 }
    return String(decoding: bytes[start..<min(offset, bytes.count)], as: UTF8.self)
  }

  private mutating func readValue() -> LocatedText {
    guard let quote = current else {
      return LocatedText("", written: "", start: positions.location(at: offset))
    }
    offset += 1
    let start = offset
    while let byte = current, byte != quote { offset += 1 }
    let written = String(decoding: bytes[min(start, bytes.count)..<offset], as: UTF8.self)
    offset += 1
    return LocatedText(
      WrittenText.meaning(of: written, isAttribute: true), written: written,
      start: positions.location(at: start))
  }

  private mutating func readText() {
    let start = offset
    while offset < bytes.count {
      if bytes[offset] != UInt8(ascii: "<") {
        offset += 1
      } else if starts(with: "<![CDATA[") {
        skip(past: "]]>")
      } else {
        break
      }
    }
    guard !open.isEmpty else { return }
    let written = String(decoding: bytes[start..<offset], as: UTF8.self)
    let text = WrittenText.meaning(of: written, isAttribute: false)
    open[open.count - 1].children.append(
      .text(LocatedText(text, written: written, start: positions.location(at: start))))
  }

  private var current: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  private mutating func skipSpace() {
    while let byte = current, byte <= UInt8(ascii: " ") { offset += 1 }
  }

  private mutating func skip(past end: String) {
    while offset < bytes.count, !starts(with: end) { offset += 1 }
    offset = min(offset + end.utf8.count, bytes.count)
  }

  private func starts(with prefix: String) -> Bool { bytes[offset...].starts(with: prefix.utf8) }

  private static func endsName(_ byte: UInt8) -> Bool {
    byte <= UInt8(ascii: " ") || byte == UInt8(ascii: "=") || byte == UInt8(ascii: ">")
      || byte == UInt8(ascii: "/")
  }
}

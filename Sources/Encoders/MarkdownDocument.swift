/// A page as Markdown, written from top to bottom.
package struct MarkdownDocument: Sendable {
  /// A part of a line.
  package enum Run: Sendable {
    /// Words as they are.
    case text(String)

    /// Words that stand out.
    case strong(String)

    /// Words that lead to an address.
    case link(String, to: String)

    /// A picture, and what stands in its place.
    case image(String, at: String)
  }

  /// The page so far.
  package private(set) var bytes: [UInt8] = []

  /// Starts without a line.
  package init() {}

  /// A heading; 1 is that of the page.
  package mutating func heading(_ text: String, level: Int) {
    separate()
    write("\(String(repeating: "#", count: level)) ")
    MarkdownText.append(text, to: &bytes)
    // What ends a heading would not be seen.
    if text.hasSuffix("#") { bytes.insert(UInt8(ascii: "\\"), at: bytes.endIndex - 1) }
    write("\n")
  }

  /// A paragraph; nothing if it says nothing.
  package mutating func paragraph(_ runs: [Run]) {
    guard !runs.isEmpty else { return }
    separate()
    line(runs)
  }

  /// A list; nothing if it has no items.
  package mutating func list(_ items: [[Run]], isNumbered: Bool = false) {
    guard !items.isEmpty else { return }
    separate()
    for (place, item) in items.enumerated() {
      write(isNumbered ? "\(place + 1). " : "- ")
      line(item)
    }
  }

  /// A table with its caption and what is said about it.
  package mutating func table(_ table: Table) {
    separate()
    TableFormat.markdown.append(table, &bytes)
  }

  /// A text that is Markdown already, as its author wrote it; nothing if it is blank.
  package mutating func markdown(_ text: String) {
    var text = text[...]
    while text.first?.isNewline == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    guard !text.isEmpty else { return }
    separate()
    write("\(text)\n")
  }

  private mutating func separate() {
    if !bytes.isEmpty { write("\n") }
  }

  private mutating func line(_ runs: [Run]) {
    for (place, run) in runs.enumerated() {
      switch run {
      case .text(let text) where place == 0: MarkdownText.append(paragraph: text, to: &bytes)
      case .text(let text): MarkdownText.append(text, to: &bytes)
      case .strong(let text):
        write("**")
        MarkdownText.append(text, to: &bytes)
        write("**")
      case .link(let text, let address): link(text, address)
      case .image(let text, let address):
        write("!")
        link(text, address)
      }
    }
    write("\n")
  }

  private mutating func link(_ text: String, _ address: String) {
    write("[")
    MarkdownText.append(text, to: &bytes)
    // Between angles an address may hold brackets and blanks, but no angle.
    let safe = address.replacing("<", with: "%3C").replacing(">", with: "%3E")
    write("](<\(safe)>)")
  }

  private mutating func write(_ text: String) { bytes.append(contentsOf: text.utf8) }
}

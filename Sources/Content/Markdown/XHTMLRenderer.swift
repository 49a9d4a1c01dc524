import Diagnostics

/// Writes the events of a Markdown text as XHTML.
///
/// cmark's own writer is not used: it writes attributes without values, `align`, and drops
/// raw HTML without a word.
struct XHTMLRenderer {
  private var mistakes: [Diagnostic] = []
  private var output = ""
  private var pieces: [String] = []
  private var blocks: [Located<String>] = []
  private var depth = 0
  private var headings: [MarkdownBody.Heading] = []
  private var links: [Located<String>] = []
  private var images: [Located<String>] = []

  private let source: SourceText
  private var lines: LineIndex
  private var place: SourceLocation
  private var slugs = SlugMaker()
  private var heading: (place: SourceLocation, before: String, text: String)?
  private var image: (place: SourceLocation, text: String)?
  private var link: (place: SourceLocation, isEmpty: Bool)?
  private var cell = TableCellRole.value
  private var tables = TableCaptions()
  private var mentions: [String: Int] = [:]
  private var footnoteCount = 0
  private var refusedHTML = false

  init(_ source: SourceText) {
    self.source = source
    lines = LineIndex(source)
    place = SourceLocation(file: source.file)
  }

  /// Mistakes, and warnings of tables that say not what they show.
  var findings: [Diagnostic] { mistakes + tables.warnings }

  /// What was written so far.
  var body: MarkdownBody {
    let notes = footnoteCount > 0 ? "</ol>\n</section>\n" : ""
    return MarkdownBody(
      pieces: pieces + [output + notes], blocks: blocks, source: source, headings: headings,
      links: links,
      images: images)
  }

  mutating func render(_ event: MarkdownEvent) {
    switch event.step {
    case .start(let element):
      depth += 1
      start(element, event)
    case .end(let element):
      depth -= 1
      end(element)
    case .text(let text): write(text: text)
    case .code(let text):
      if image == nil { output += "<code>" }
      write(text: text)
      if image == nil { output += "</code>" }
    case .codeBlock(let text, let language):
      startLine()
      place = lines.location(of: event, or: place)
      let word = language.prefix { !$0.isWhitespace }
      if word == PageBlockFormat.language { return startFigure(text) }
      let name = word.isEmpty ? "" : " class=\"language-\(checked(String(word)).escapedForXML)\""
      output += "<pre><code\(name)>"
      write(text: text)
      output += "</code></pre>\n"
    case .html(let html): refuse(html, event)
    case .softBreak, .lineBreak:
      if image != nil {
        write(text: " ")
      } else {
        if case .lineBreak = event.step { output += "<br />" }
        output += "\n"
      }
    case .rule:
      startLine()
      output += "<hr />\n"
    case .footnoteReference(let number): refer(to: number, event)
    }
  }

  private mutating func start(_ element: MarkdownEvent.Element, _ event: MarkdownEvent) {
    if image != nil { return }
    switch element {
    case .heading:
      startHeading(event)
      return
    case .link(let address, let title):
      _ = checked(title)
      let place = lines.location(of: event, opening: "[<hwfHWF", or: place)
      check(address, isImage: false, at: place)
      link = (place, true)
      links.append(Located(address.escapedForAddress, at: place))
    case .image(let address, _):
      let place = lines.location(of: event, opening: "!", or: place)
      check(address, isImage: true, at: place)
      image = (place, "")
      images.append(Located(address.escapedForAddress, at: place))
      return
    case .footnote:
      startFootnote()
      return
    case .tableHeader: cell = .columnHead
    case .tableRow:
      cell = .rowHead
      if tables.startsBody() { output += "<tbody>\n" }
    case .table, .emphasis, .strong, .strikethrough, .paragraph, .quote, .list, .item, .tableCell:
      break
    }
    if element.isBlock {
      place = lines.location(of: event, or: place)
      startLine()
    }
    if case .paragraph = element { tables.startParagraph(in: output) }
    output += element.startTag(cell: cell)
    if element == .table { tables.start(in: output, at: place) }
  }

  private mutating func end(_ element: MarkdownEvent.Element) {
    if case .image(let address, let title) = element {
      endImage(address: address, title: title)
      return
    }
    if image != nil { return }
    switch element {
    case .heading(let level):
      endHeading(level: level)
      return
    case .footnote:
      let number = String(footnoteCount)
      for mention in 1...max(1, mentions[number, default: 1]) {
        output += "<a href=\"#fnref.\(number)\(mention > 1 ? ".\(mention)" : "")\">↩</a>"
      }
      output += "</li>\n"
      return
    case .link:
      if let link, link.isEmpty {
        report(
          "link without a text", hint: "write where it leads between the brackets", at: link.place)
      }
      link = nil
    case .table where tables.hasBody: output += "</tbody>\n"
    case .table:
      report(
        "a table of a head alone", hint: "write its rows, or a list", at: tables.lastTable ?? place)
    default: break
    }
    output += element.endTag(cell: cell)
    if case .tableCell = element, cell == .rowHead { cell = .value }
    if element.isBlock { output += "\n" }
    if element == .table { tables.end(in: output) }
    if case .paragraph = element { tables.endParagraph(in: &output) }
  }

  /// Cuts the text where a figure will stand.
  private mutating func startFigure(_ block: String) {
    guard depth == 0 else {
      return report(
        "a figure inside a list, a quote or a note", hint: "move it out, to the left edge",
        at: place)
    }
    pieces.append(output)
    output = ""
    tables.leave()
    blocks.append(Located(block, at: place))
  }

  // MARK: Headings, images and notes

  private mutating func startHeading(_ event: MarkdownEvent) {
    startLine()
    place = lines.location(of: event, or: place)
    heading = (place, output, "")
    output = ""
  }

  private mutating func endHeading(level: Int) {
    guard let heading else { preconditionFailure("a heading that ends has started") }
    let text = heading.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    if text.isEmpty {
      report("heading without a text", hint: "write its words, or remove it", at: heading.place)
    }
    let id = slugs.slug(of: text)
    headings.append(
      MarkdownBody.Heading(level: level, id: id, text: text, location: heading.place))
    output = "\(heading.before)<h\(level) id=\"\(id)\">\(output)</h\(level)>\n"
    self.heading = nil
  }

  private mutating func endImage(address: String, title: String) {
    guard let image else { preconditionFailure("an image that ends has started") }
    self.image = nil
    if image.text.allSatisfy(\.isWhitespace) {
      report(
        "image without a text", hint: "say between the brackets what it shows", at: image.place)
    }
    link?.isEmpty = false
    let source = address.escapedForAddress.escapedForXML
    let title = title.isEmpty ? "" : " title=\"\(checked(title).escapedForXML)\""
    output += "<img src=\"\(source)\" alt=\"\(image.text.escapedForXML)\"\(title) />"
  }

  private mutating func refer(to number: String, _ event: MarkdownEvent) {
    if image != nil { return }
    let place = lines.location(of: event, opening: "[", or: place)
    if link != nil {
      report("footnote inside a link", hint: "move it behind the link", at: place)
    }
    mentions[number, default: 0] += 1
    let count = mentions[number, default: 1]
    let id = "fnref.\(number)\(count > 1 ? ".\(count)" : "")"
    output += "<sup><a id=\"\(id)\" href=\"#fn.\(number)\">\(number)</a></sup>"
  }

  private mutating func startFootnote() {
    startLine()
    if footnoteCount == 0 { output += "<section class=\"footnotes\">\n<ol>\n" }
    footnoteCount += 1
    output += "<li id=\"fn.\(footnoteCount)\">\n"
  }

  // MARK: Texts and mistakes

  private mutating func write(text: String) {
    let text = checked(text)
    heading?.text += text
    if !text.allSatisfy(\.isWhitespace) { link?.isEmpty = false }
    if image != nil {
      image?.text += text
    } else {
      output += text.escapedForXML
    }
  }

  private mutating func startLine() {
    if let last = output.utf8.last, last != 10 { output += "\n" }
  }

  /// A numbered entity can write what the file itself may not hold.
  private mutating func checked(_ text: String) -> String {
    guard let refused = text.refusedScalar else { return text }
    report(
      "'\(refused.codePoint)' is a character that no page can carry", hint: "remove its entity",
      at: place)
    return ""
  }

  private mutating func refuse(_ html: String, _ event: MarkdownEvent) {
    let html = String(html.drop { $0.isWhitespace })
    // One finding for a pair of tags is enough.
    if html.hasPrefix("</"), refusedHTML { return }
    refusedHTML = true
    report(
      "\(Mistake.quoted(html)) is raw HTML, which a page may not hold",
      hint: "write Markdown, or put it in backticks to show it",
      at: lines.location(of: event, opening: "< \t", or: place))
  }

  private mutating func check(_ address: String, isImage: Bool, at place: SourceLocation) {
    do {
      try LinkTarget.check(address, isImage: isImage)
    } catch {
      mistakes.append(error.diagnostic(at: place))
    }
  }

  private mutating func report(_ message: String, hint: String, at place: SourceLocation) {
    mistakes.append(Diagnostic(.error, at: place, message, hint: hint))
  }
}

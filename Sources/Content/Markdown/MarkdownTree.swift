import CCMarkGFM

/// The sole owner of one cmark tree, and the only code of the module that touches C pointers.
///
/// Noncopyable: a tree is freed exactly once, and it never leaves ``events(of:maximumDepth:)``.
@safe struct MarkdownTree: ~Copyable {
  private let root: OpaquePointer

  /// Walks a text.
  ///
  /// - Parameters:
  ///   - text: Markdown, checked by ``MarkdownGuard``.
  ///   - maximumDepth: How deep elements may nest.
  /// - Returns: The events, and the line of the first element that nests deeper, where the
  ///   walk ends.
  static func events(
    of text: String, maximumDepth: Int
  ) -> (events: [MarkdownEvent], tooDeepAt: Int?) {
    MarkdownTree(text).walk(maximumDepth: maximumDepth)
  }

  private init(_ text: String) {
    registerExtensions
    guard let parser = unsafe cmark_parser_new(CMARK_OPT_FOOTNOTES) else {
      fatalError("out of memory")
    }
    defer { unsafe cmark_parser_free(parser) }
    for name in ["table", "strikethrough", "autolink"] {
      let attached = unsafe cmark_parser_attach_syntax_extension(
        parser, cmark_find_syntax_extension(name))
      precondition(attached == 1, "the library of extensions lacks '\(name)'")
    }
    var text = text
    text.withUTF8 { bytes in
      unsafe bytes.withMemoryRebound(to: CChar.self) { characters in
        unsafe cmark_parser_feed(parser, characters.baseAddress, characters.count)
      }
    }
    guard let root = unsafe cmark_parser_finish(parser) else { fatalError("out of memory") }
    unsafe self.root = root
  }

  deinit { unsafe cmark_node_free(root) }

  private borrowing func walk(maximumDepth: Int) -> (events: [MarkdownEvent], tooDeepAt: Int?) {
    guard let iterator = unsafe cmark_iter_new(root) else { fatalError("out of memory") }
    defer { unsafe cmark_iter_free(iterator) }
    var events: [MarkdownEvent] = []
    var open: [MarkdownEvent.Element] = []
    var alignments: [MarkdownEvent.Alignment?] = []
    var column = 0

    while true {
      let phase = unsafe cmark_iter_next(iterator)
      guard phase != CMARK_EVENT_DONE else { return (events, nil) }
      guard let node = unsafe cmark_iter_get_node(iterator), unsafe node != root else { continue }
      let line = unsafe Int(cmark_node_get_start_line(node))
      let byteColumn = unsafe Int(cmark_node_get_start_column(node))
      if phase == CMARK_EVENT_EXIT {
        if unsafe cmark_node_get_type(node) == CMARK_NODE_FOOTNOTE_REFERENCE { continue }
        guard let element = open.popLast() else { preconditionFailure("an end has a start") }
        events.append(MarkdownEvent(step: .end(element), line: line, byteColumn: byteColumn))
        continue
      }
      if let leaf = unsafe Self.leaf(node) {
        events.append(MarkdownEvent(step: leaf, line: line, byteColumn: byteColumn))
        continue
      }
      guard open.count < maximumDepth else { return (events, line) }
      let name = unsafe String(cString: cmark_node_get_type_string(node))
      let element: MarkdownEvent.Element
      switch name {
      case "table_cell":
        element = .tableCell(alignment: column < alignments.count ? alignments[column] : nil)
        column += 1
      case "table":
        alignments = unsafe Self.alignments(of: node)
        element = .table
      default:
        if name.hasPrefix("table_") { column = 0 }
        element = unsafe Self.element(node, name: name)
      }
      open.append(element)
      events.append(MarkdownEvent(step: .start(element), line: line, byteColumn: byteColumn))
    }
  }

  /// What a node without children says; `nil` for a node that opens and closes.
  private static func leaf(_ node: OpaquePointer) -> MarkdownEvent.Step? {
    let type = unsafe cmark_node_get_type(node)
    let literal = unsafe string(cmark_node_get_literal(node))
    return switch type {
    case CMARK_NODE_TEXT: .text(literal)
    case CMARK_NODE_CODE: .code(literal)
    case CMARK_NODE_HTML_BLOCK, CMARK_NODE_HTML_INLINE: .html(literal)
    case CMARK_NODE_SOFTBREAK: .softBreak
    case CMARK_NODE_LINEBREAK: .lineBreak
    case CMARK_NODE_THEMATIC_BREAK: .rule
    case CMARK_NODE_CODE_BLOCK:
      unsafe .codeBlock(literal, language: string(cmark_node_get_fence_info(node)))
    case CMARK_NODE_FOOTNOTE_REFERENCE: .footnoteReference(literal)
    default: nil
    }
  }

  private static func element(_ node: OpaquePointer, name: String) -> MarkdownEvent.Element {
    switch unsafe cmark_node_get_type(node) {
    case CMARK_NODE_PARAGRAPH:
      let list = unsafe cmark_node_parent(cmark_node_parent(node))
      return .paragraph(isTight: unsafe list != nil && cmark_node_get_list_tight(list) == 1)
    case CMARK_NODE_HEADING:
      return .heading(level: unsafe Int(cmark_node_get_heading_level(node)))
    case CMARK_NODE_BLOCK_QUOTE: return .quote
    case CMARK_NODE_LIST:
      let isOrdered = unsafe cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
      return .list(start: isOrdered ? unsafe Int(cmark_node_get_list_start(node)) : nil)
    case CMARK_NODE_ITEM: return .item
    case CMARK_NODE_EMPH: return .emphasis
    case CMARK_NODE_STRONG: return .strong
    case CMARK_NODE_FOOTNOTE_DEFINITION: return .footnote
    case CMARK_NODE_LINK, CMARK_NODE_IMAGE:
      let address = unsafe string(cmark_node_get_url(node))
      let title = unsafe string(cmark_node_get_title(node))
      return name == "link"
        ? .link(address: address, title: title) : .image(address: address, title: title)
    default: break
    }
    switch name {
    case "table_header": return .tableHeader
    case "table_row": return .tableRow
    case "strikethrough": return .strikethrough
    default: preconditionFailure("cmark made a node '\(name)' that no extension of ours makes")
    }
  }

  private static func alignments(of table: OpaquePointer) -> [MarkdownEvent.Alignment?] {
    let count = unsafe Int(cmark_gfm_extensions_get_table_columns(table))
    guard let letters = unsafe cmark_gfm_extensions_get_table_alignments(table) else { return [] }
    return (0..<count).map { index in
      switch unsafe letters[index] {
      case UInt8(ascii: "l"): .left
      case UInt8(ascii: "c"): .center
      case UInt8(ascii: "r"): .right
      default: nil
      }
    }
  }

  private static func string(_ characters: UnsafePointer<CChar>?) -> String {
    guard let characters = unsafe characters else { return "" }
    return unsafe String(cString: characters)
  }
}

/// Registers cmark's extensions once, before any thread parses.
private let registerExtensions: Void = cmark_gfm_core_extensions_ensure_registered()

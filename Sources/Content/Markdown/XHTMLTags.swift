/// What a cell of a table is.
enum TableCellRole {
  /// The head of a column.
  case columnHead

  /// The first of its row, and so its head.
  case rowHead
  case value

  var element: String { self == .value ? "td" : "th" }

  var scope: String {
    switch self {
    case .columnHead: " scope=\"col\""
    case .rowHead: " scope=\"row\""
    case .value: ""
    }
  }
}

extension MarkdownEvent.Element {
  /// Whether the element stands on lines of its own.
  var isBlock: Bool {
    switch self {
    case .paragraph(let isTight): !isTight
    case .heading, .quote, .list, .item, .table, .tableHeader, .tableRow, .tableCell, .footnote:
      true
    case .emphasis, .strong, .strikethrough, .link, .image: false
    }
  }

  /// The start tag of an element that needs no more than its own values.
  func startTag(cell role: TableCellRole) -> String {
    switch self {
    case .paragraph(let isTight): isTight ? "" : "<p>"
    case .quote: "<blockquote>\n"
    case .list(nil): "<ul>\n"
    case .list(let start?): start == 1 ? "<ol>\n" : "<ol start=\"\(start)\">\n"
    case .item: "<li>"
    case .emphasis: "<em>"
    case .strong: "<strong>"
    case .strikethrough: "<del>"
    case .link(let address, let title):
      "<a href=\"\(address.escapedForAddress.escapedForXML)\""
        + (title.isEmpty ? ">" : " title=\"\(title.escapedForXML)\">")
    case .table: "<table>\n"
    case .tableHeader: "<thead>\n<tr>\n"
    case .tableRow: "<tr>\n"
    case .tableCell(let alignment):
      "<\(role.element)\(role.scope)"
        + (alignment.map { " class=\"align-\($0.rawValue)\">" } ?? ">")
    case .heading, .image, .footnote: preconditionFailure("the renderer writes these itself")
    }
  }

  /// The end tag to ``startTag(cell:)``.
  func endTag(cell role: TableCellRole) -> String {
    switch self {
    case .paragraph(let isTight): isTight ? "" : "</p>"
    case .quote: "</blockquote>"
    case .list(let start): start == nil ? "</ul>" : "</ol>"
    case .item: "</li>"
    case .emphasis: "</em>"
    case .strong: "</strong>"
    case .strikethrough: "</del>"
    case .link: "</a>"
    case .table: "</table>"
    case .tableHeader: "</tr>\n</thead>"
    case .tableRow: "</tr>"
    case .tableCell: "</\(role.element)>"
    case .heading, .image, .footnote: preconditionFailure("the renderer writes these itself")
    }
  }
}

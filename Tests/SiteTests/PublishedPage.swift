import Foundation
import Testing
import XML

/// A published page as a tree, for tests that read it the way a reader does.
struct PublishedPage {
  let root: Element

  /// Parses a page, whose document type is not part of the tree.
  init(_ text: String, path: String) throws {
    let start =
      text.hasPrefix("<!DOCTYPE html>") ? text.dropFirst("<!DOCTYPE html>".count) : text[...]
    root = try Element(parsing: Array(start.utf8), file: path, limits: .published)
  }

  /// The element with an id.
  func element(id: String) -> Element? { root.all { $0["id"] == id }.first }

  /// The parts of a page of arithmetic that are about an offer.
  var offers: [Element] { root.all { $0["aria-labelledby"]?.hasPrefix("offer_") == true } }

  /// The invoices of a page of arithmetic.
  var bills: [Element] { root.bills }

  /// The text of the first element with a name.
  func text(of name: String) -> String? { root.all { $0.name == name }.first?.wholeText }
}

extension Element {
  /// The elements inside that fulfil a condition, in document order, this one included.
  func all(where condition: (Element) -> Bool) -> [Element] {
    var found: [Element] = []
    visit { if condition($0) { found.append($0) } }
    return found
  }

  /// The text directly inside, without that of notes and badges.
  var ownText: String {
    children.map { if case .text(let text) = $0 { text.text } else { "" } }.joined()
      .replacing("\u{2060}", with: "").trimmed
  }

  /// All the text inside, without what keeps its parts on one line.
  var wholeText: String {
    children.map { node in
      switch node {
      case .text(let text): text.text.replacing("\u{2060}", with: "")
      case .element(let element): element.wholeText
      }
    }.joined().trimmed
  }

  /// The amount in a cell, without its arithmetic, notes and badges.
  var shownAmount: String {
    (all { $0["class"] == "sum" }.first ?? invoiceLinks.first)?.wholeText ?? ownText
  }

  /// The links to invoices inside.
  var invoiceLinks: [Element] {
    all { $0.name == "a" && $0["href"]?.contains("#invoice_") == true }
  }

  /// The invoices inside.
  var bills: [Element] {
    all { $0.name == "article" && $0["id"]?.hasPrefix("invoice_") == true }
  }

  /// The total of an invoice, which stands in its head.
  var billTotal: String? { all { $0.name == "b" }.first?.wholeText }

  /// What went into the invoices inside.
  var inputs: [Element] { all { $0["class"] == "inputs" }.flatMap(\.elements) }

  /// The rows of all tables inside, heads too, cell by cell.
  var tableTexts: [[String]] {
    all { $0.name == "tr" }.map { $0.elements.map(\.wholeText) }
  }

  /// The cells of a table that show what an invoice comes to.
  var amountCells: [Element] {
    all { cell in
      guard cell.name == "td" else { return false }
      guard let kind = cell["class"]?.split(separator: " ").first else {
        return cell["data-value"] != nil
      }
      return kind == "amount" || kind == "not-stated"
    }
  }

  /// The rows of a table's bodies, each with its cells; without the heads of groups.
  var bodyRows: [[Element]] { bodies.flatMap(\.rows) }

  /// The bodies of a table, each with the words of its head if it has one.
  var bodies: [(head: String?, rows: [[Element]])] {
    all { $0.name == "tbody" }.map { body in
      let rows = body.elements.map { row in
        row.elements.filter { $0.name == "th" || $0.name == "td" }
      }
      guard let head = rows.first?.first, head["scope"] == "rowgroup" else { return (nil, rows) }
      return (head.wholeText, Array(rows.dropFirst()))
    }
  }
}

extension String {
  /// The numbers in a text as data has them: `$1,440–2,880.50` are `1440` and `2880.5`.
  var plainNumbers: [String] { matches(of: /[0-9][0-9,]*(?:\.[0-9]+)?/).map { $0.0.plainNumber } }

  /// The same of the amounts only that have a dollar sign.
  var plainDollars: [String] {
    matches(of: /[$–]([0-9][0-9,]*(?:\.[0-9]+)?)/).map { $0.1.plainNumber }
  }

  fileprivate var trimmed: String {
    let end = reversed().drop(while: \.isWhitespace).reversed()
    return String(String(end).drop(while: \.isWhitespace))
  }
}

extension Substring {
  /// A number without commas and without zeros that say nothing.
  fileprivate var plainNumber: String {
    var digits = filter { $0 != "," }
    guard digits.contains(".") else { return digits }
    while digits.hasSuffix("0") { digits.removeLast() }
    if digits.hasSuffix(".") { digits.removeLast() }
    return digits
  }
}

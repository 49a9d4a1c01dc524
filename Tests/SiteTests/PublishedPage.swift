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
    children.map { if case .text(let text) = $0 { text.text } else { "" } }.joined().trimmed
  }

  /// All the text inside.
  var wholeText: String {
    children.map { node in
      switch node {
      case .text(let text): text.text
      case .element(let element): element.wholeText
      }
    }.joined().trimmed
  }

  /// The amount in a cell, without its arithmetic, notes and badges.
  var shownAmount: String {
    (all { $0["class"] == "sum" }.first ?? elements.first { $0.name == "span" })?.wholeText
      ?? ownText
  }

  /// The rows of a table's body, each with its cells.
  var bodyRows: [[Element]] {
    all { $0.name == "tbody" }.flatMap(\.elements).map { row in
      row.elements.filter { $0.name == "th" || $0.name == "td" }
    }
  }
}

extension String {
  fileprivate var trimmed: String {
    let end = reversed().drop(while: \.isWhitespace).reversed()
    return String(String(end).drop(while: \.isWhitespace))
  }
}

import Foundation
import XML

/// The links of a published site, resolved as a browser does.
struct PublishedLinks {
  /// A link and the place it leads to.
  struct Link: CustomStringConvertible {
    let page: String
    let href: String
    let file: String
    let anchor: String

    var description: String { "'\(href)' on \(page)" }

    /// Whether it leads to an amount's arithmetic, going by its anchor.
    var isToInvoice: Bool { anchor.hasPrefix("invoice_") }
  }

  /// The links that lead to an invoice.
  let toInvoices: [Link]

  /// The links that lead to no file, to no anchor, or to an anchor that should be an invoice and
  /// is none.
  let astray: [Link]

  /// Reads every page among the files of a site.
  init(_ files: [String: Data]) throws {
    var links: [Link] = []
    var anchors: [String: Set<String>] = [:]
    var bills: [String: Set<String>] = [:]
    for (path, bytes) in files where path.hasSuffix(".html") {
      let page = try PublishedPage(String(decoding: bytes, as: UTF8.self), path: path)
      page.root.visit { element in
        if let id = element["id"] { anchors[path, default: []].insert(id) }
        links += [element["href"], element["src"]].compactMap { href in
          href.flatMap { Self.link($0, on: path) }
        }
      }
      bills[path] = Set(page.bills.compactMap { $0["id"] })
    }
    links.sort { ($0.page, $0.href) < ($1.page, $1.href) }
    toInvoices = links.filter(\.isToInvoice)
    astray = links.filter { link in
      guard files[link.file] != nil else { return true }
      guard !link.anchor.isEmpty else { return false }
      let known = link.isToInvoice ? bills : anchors
      return known[link.file]?.contains(link.anchor) != true
    }
  }

  /// A link that stays on the site; a folder stands for its index.
  private static func link(_ href: String, on page: String) -> Link? {
    guard !href.contains("://"), !href.hasPrefix("data:") else { return nil }
    let halves = href.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    var parts = page.split(separator: "/").map(String.init)
    if !halves[0].isEmpty {
      parts.removeLast()
      for part in halves[0].split(separator: "/", omittingEmptySubsequences: false) {
        switch part {
        case "..": _ = parts.popLast()
        case ".": break
        case "": parts.append("index.html")
        default: parts.append(String(part))
        }
      }
    }
    return Link(
      page: page, href: href, file: parts.joined(separator: "/"),
      anchor: halves.count > 1 ? String(halves[1]) : "")
  }
}

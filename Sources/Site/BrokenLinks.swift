import Content
import Diagnostics
import Publishing
import Reports

/// Reports links that lead to nothing, in the author's file where an author wrote them.
struct BrokenLinks {
  /// Where each link of a page was written first, by page and target.
  private let authored: [String: [String: SourceLocation]]

  init(_ content: SiteContent) {
    authored = Dictionary(
      content.pages.map { page in
        (
          SitePaths.path(ofPage: page.id),
          Dictionary(
            (page.body.links + page.body.images).map { ($0.value, $0.location) },
            uniquingKeysWith: { first, _ in first })
        )
      }, uniquingKeysWith: { first, _ in first })
  }

  /// A finding for each link, with what would work from a disk where only that is missing.
  func findings(_ links: LinkLedger) -> [Diagnostic] {
    links.broken.map { link in
      let index = links.index(of: link)
      return Diagnostic(
        .error, at: place(of: link),
        "'\(link.target)' leads to no page, file or anchor of the site",
        hint: index.map { "write '\($0)', which works from a disk too" }
          ?? "name a published file, relative to \(link.page)")
    }
  }

  private func place(of link: LinkLedger.Link) -> SourceLocation {
    authored[link.page]?[link.target] ?? SourceLocation(file: link.page)
  }
}

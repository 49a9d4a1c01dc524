import Content
import Diagnostics
import Publishing
import Reports

/// Reports links that lead to nothing, in the author's file where an author wrote them.
struct BrokenLinks {
  private let authored: [String: [Located<String>]]

  init(_ content: SiteContent) {
    authored = Dictionary(
      content.pages.map { page in
        (SitePaths.path(ofPage: page.id), page.body.links + page.body.images)
      }, uniquingKeysWith: +)
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
    authored[link.page]?.first { $0.value == link.target }?.location
      ?? SourceLocation(file: link.page)
  }
}

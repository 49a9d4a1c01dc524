import Content
import Messages
import Templates

/// An entry of the navigation.
struct Section: Sendable {
  let title: String

  /// The page that it leads to.
  let page: String

  /// Where on that page; `nil` for its top.
  let anchor: String?

  /// The folder whose pages belong to it, with a slash at its end; `nil` for the front page.
  let folder: String?

  /// A section whose pages lie in the folder of the page that it leads to.
  init(_ title: String, _ page: String) {
    self.init(
      title, page, anchor: nil, folder: page.firstIndex(of: "/").map { String(page[...$0]) })
  }

  private init(_ title: String, _ page: String, anchor: String?, folder: String?) {
    (self.title, self.page, self.anchor, self.folder) = (title, page, anchor, folder)
  }

  /// The sections of a site, in reading order.
  static func all(_ content: SiteContent) -> [Section] {
    var sections = [
      Section(localized("Overview"), SitePaths.index),
      Section(localized("Scenarios"), SitePaths.scenarios),
      Section(localized("Providers"), SitePaths.providers),
      Section(RulesReports.title, SitePaths.billingRules),
    ]
    if !content.settings.pairs.isEmpty {
      sections.insert(
        Section(
          localized("Side by side"), SitePaths.providers, anchor: "pairs",
          folder: SitePaths.pairs),
        at: 3)
    }
    if content.claims.contains(where: { !$0.claims.isEmpty }) {
      sections.append(Section(localized("Claims"), SitePaths.claims))
    }
    for page in content.pages {
      if let name = page.navigation { sections.append(Section(name, SitePaths.page(page.id))) }
    }
    return sections
  }

  /// What the footer of every page leads to.
  ///
  /// - Parameters:
  ///   - content: The site.
  ///   - hasAddress: Whether it is known where it is published: only then has it a feed and a sitemap.
  /// - Returns: The links, in reading order.
  static func footer(_ content: SiteContent, hasAddress: Bool) -> [PageLink] {
    var links = content.pages.compactMap { page in
      page.footer.map { PageLink($0, to: SitePaths.page(page.id)) }
    }
    links.append(PageLink(ChangesReports.title, to: SitePaths.changes))
    if hasAddress { links.append(PageLink(localized("Feed"), to: SitePaths.feed)) }
    if content.settings.published.contains(.data) {
      links.append(PageLink(DataReports.title, to: SitePaths.dataFields))
    }
    links += [
      PageLink(localized("Manifest"), to: "manifest.json"),
      PageLink("llms.txt", to: "llms.txt"),
    ]
    if hasAddress { links.append(PageLink(localized("Sitemap"), to: "sitemap.xml")) }
    if content.conformance != nil {
      links.append(PageLink(ConformanceReports.title, to: SitePaths.conformance))
    }
    if let gallery = content.gallery {
      links.append(PageLink(gallery.title, to: SitePaths.gallery))
    }
    return links
  }
}

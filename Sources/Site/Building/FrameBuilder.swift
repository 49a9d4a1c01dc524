import Content
import Pricing
import Wording

/// Makes what stands around every page.
struct FrameBuilder {
  let context: SiteContext

  /// The frame of a page.
  ///
  /// - Parameters:
  ///   - page: The path of the page.
  ///   - title: What the page is called; the site's title is added.
  ///   - description: One or two sentences for search results.
  ///   - kind: The kind of page, as a class.
  ///   - preview: The path of a picture for link previews.
  /// - Returns: Everything that the layout asks for.
  func frame(
    of page: String, title: String, description: String, kind: String, preview: String? = nil
  ) -> Frame {
    let settings = context.content.settings
    let isFront = page == SitePaths.index
    return Frame(
      title: isFront ? "\(settings.title): \(title)" : "\(title) · \(settings.title)",
      description: description, siteTitle: settings.title, siteTagline: settings.tagline,
      root: root(of: page), canonical: canonical(page),
      preview: preview.flatMap { path in context.baseURL.map { "\($0)/\(path)" } }, feed: nil,
      language: settings.language, kind: kind, navigation: navigation(page),
      footerLinks: footerLinks(page), updated: TimeText.date(context.lastRead),
      licence: settings.licence)
  }

  /// A missing page may be asked for at any depth, so its links must not depend on its own.
  func root(of page: String) -> String {
    if page == SitePaths.notFound, let base = context.baseURL { return "\(base)/" }
    return SitePaths.root(of: page)
  }

  /// The link from a page to a file.
  func link(from page: String, to target: String) -> String {
    page == SitePaths.notFound ? root(of: page) + target : SitePaths.link(from: page, to: target)
  }

  private func canonical(_ page: String) -> String? {
    guard let base = context.baseURL, page != SitePaths.notFound else { return nil }
    return "\(base)/\(SitePaths.address(of: page))"
  }

  private func navigation(_ page: String) -> [PageLink] {
    var links = [
      ("Overview", SitePaths.index), ("Scenarios", SitePaths.scenarios),
      ("Providers", SitePaths.providers), (BillingRulesPageBuilder.title, SitePaths.billingRules),
    ]
    if !context.claims.isEmpty { links.append(("Claims", SitePaths.claims)) }
    for prose in context.navigationPages {
      if let name = prose.navigation { links.append((name, SitePaths.page(prose.id))) }
    }
    return links.map { title, target in
      let folder = target.split(separator: "/").first.map(String.init) ?? ""
      let isCurrent = page == target || target.contains("/") && page.hasPrefix("\(folder)/")
      return PageLink(title: title, link: link(from: page, to: target), current: isCurrent)
    }
  }

  private func footerLinks(_ page: String) -> [PageLink] {
    var links = [("Manifest", "manifest.json"), ("llms.txt", "llms.txt")]
    if context.baseURL != nil { links.append(("Sitemap", "sitemap.xml")) }
    if context.navigationPages.contains(where: { $0.id == "methodology" }) {
      links.insert(("Method", SitePaths.page("methodology")), at: 0)
    }
    if let gallery = context.content.gallery { links.append((gallery.title, SitePaths.gallery)) }
    return links.map { PageLink(title: $0.0, link: link(from: page, to: $0.1)) }
  }
}

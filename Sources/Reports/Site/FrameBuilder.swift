import Content
import Pricing
import Templates
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
  ///   - isTwinned: Whether there is Markdown of it.
  ///   - dataset: The data that the page is about.
  ///   - embedsTables: Whether tables of other pages stand on it.
  ///   - filters: Whether it has a list with a field that leaves some of it.
  /// - Returns: Everything that the layout asks for.
  func frame(
    of page: String, title: String, description: String, kind: String, preview: String? = nil,
    isTwinned: Bool = true, dataset: DatasetDescription? = nil, embedsTables: Bool = false,
    filters: Bool = false
  ) -> Frame {
    let settings = context.content.settings
    let isFront = page == SitePaths.index
    let preview = preview.flatMap { path in context.baseURL.map { "\($0)/\(path)" } }
    return Frame(
      title: isFront ? "\(settings.title): \(title)" : "\(title) · \(settings.title)",
      description: description, siteTitle: settings.title, siteTagline: settings.tagline,
      root: context.place(of: page).root, policy: context.policy, canonical: canonical(page),
      twin: isTwinned && settings.published.contains(.twins) ? "index.md" : nil, preview: preview,
      card: preview == nil ? "summary" : "summary_large_image",
      feed: context.baseURL.map { "\($0)/\(SitePaths.feed)" }, dataset: dataset?.text,
      language: settings.language, kind: kind, embedsTables: embedsTables, filters: filters,
      navigation: navigation(page),
      footerLinks: context.footerLinks, updated: TimeText.date(context.lastRead),
      licence: settings.licence)
  }

  private func canonical(_ page: String) -> String? {
    guard let base = context.baseURL, page != SitePaths.notFound else { return nil }
    return "\(base)/\(SitePaths.address(of: page))"
  }

  /// The sections, with the one that the page is in marked.
  private func navigation(_ page: String) -> [PageLink] {
    context.sections.map { section in
      let isCurrent =
        page == section.page && section.anchor == nil
        || section.folder.map { page.utf8.starts(with: $0.utf8) } ?? false
      return PageLink(
        title: section.title, link: .file(section.page, anchor: section.anchor),
        current: isCurrent)
    }
  }
}

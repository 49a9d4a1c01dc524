import Content
import Encoders
import Templates

extension SiteContext {
  /// Where a table of a page is from, for copies of it.
  ///
  /// - Parameters:
  ///   - page: The path of the page.
  ///   - title: What the page is called.
  ///   - sources: Who states the figures, and on which days; `nil` where the rows say so.
  /// - Returns: The origin, with an address where the site has one.
  func origin(of page: String, title: String, sources: String?) -> TableOrigin {
    TableOrigin(
      language: content.settings.language, page: title,
      publication: content.settings.title, address: address(of: page), sources: sources,
      licence: "\(content.settings.licence).")
  }

  /// The absolute address of a page; `nil` where nobody knows where the site is published.
  func address(of page: String) -> String? {
    baseURL.map { "\($0)/\(SitePaths.address(of: page))" }
  }
}

/// `sitemap.xml` and `robots.txt`, for search engines.
enum SearchFiles {
  /// The sitemap, by the protocol of sitemaps.org.
  ///
  /// - Parameters:
  ///   - pages: Every page that is to be found; the page for errors is none.
  ///   - baseURL: Where the site is published, without a slash at its end.
  /// - Returns: The file, or `nil` without a base URL: a sitemap has whole addresses or none.
  static func sitemap(of pages: [ListedPage], baseURL: String?) -> String? {
    guard let baseURL else { return nil }
    let entries = pages.sorted { $0.path < $1.path }.map { page in
      """
        <url>
          <loc>\(escaped("\(baseURL)/\(page.path)"))</loc>
          <lastmod>\(page.updated)</lastmod>
        </url>

      """
    }
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
      \(entries.joined())</urlset>

      """
  }

  /// The rules for robots: everything may be read, and where the sitemap is if there is one.
  static func robots(baseURL: String?) -> String {
    let rules = "User-agent: *\nAllow: /\n"
    return baseURL.map { "\(rules)\nSitemap: \($0)/sitemap.xml\n" } ?? rules
  }

  /// A text as it stands in XML, between tags and in the value of an attribute.
  static func escaped(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { result, scalar in
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "'": result += "&apos;"
      case "\"": result += "&quot;"
      default: result.unicodeScalars.append(scalar)
      }
    }
  }
}

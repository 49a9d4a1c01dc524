/// Where the pages of a site are, and how one leads to another.
enum SitePaths {
  static let index = "index.html"
  static let notFound = "404.html"
  static let scenarios = "scenarios/index.html"
  static let providers = "providers/index.html"
  static let billingRules = "billing-rules/index.html"

  static let gallery = "gallery/index.html"

  static func scenario(_ id: String) -> String { "scenarios/\(id)/index.html" }

  static func provider(_ id: String) -> String { "providers/\(id)/index.html" }

  static func pair(_ id: String) -> String { "compare/\(id)/index.html" }

  static func page(_ id: String) -> String { "\(id)/index.html" }

  /// The way from a page back to the site's root: empty, or `../` once for each folder.
  static func root(of page: String) -> String {
    String(repeating: "../", count: page.count { $0 == "/" })
  }

  /// The relative link from one file of the site to another.
  ///
  /// Links name `index.html`, so that they work from a disk without a server.
  static func link(from page: String, to target: String) -> String {
    let here = page.split(separator: "/").dropLast()
    let there = target.split(separator: "/")
    let shared = zip(here, there.dropLast()).prefix { $0 == $1 }.count
    let up = String(repeating: "../", count: here.count - shared)
    return up + there.dropFirst(shared).joined(separator: "/")
  }
}

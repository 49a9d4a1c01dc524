/// Where the pages of a site are, and how one leads to another.
enum SitePaths {
  static let index = "index.html"
  static let notFound = "404.html"
  static let scenarios = "scenarios/index.html"
  static let providers = "providers/index.html"
  static let billingRules = "billing-rules/index.html"

  static let gallery = "gallery/index.html"
  static let claims = "claims/index.html"

  static func scenario(_ id: String) -> String { "scenarios/\(id)/index.html" }

  static func provider(_ id: String) -> String { "providers/\(id)/index.html" }

  static func pair(_ id: String) -> String { "compare/\(id)/index.html" }

  /// The comparison table of a scenario, without the ending that says in which format.
  static func table(_ scenario: String) -> String { "tables/\(scenario)" }

  /// The crossings of a scenario, without an ending.
  static func crossings(_ scenario: String) -> String { "tables/\(scenario)/crossings" }

  /// The invoices of a scenario, without an ending.
  static func invoices(_ scenario: String) -> String { "tables/\(scenario)/invoices" }

  /// The rates of a provider, without an ending.
  static func rates(_ provider: String) -> String { "providers/\(provider)/rates" }

  /// The list of providers, without an ending.
  static let providerList = "providers/providers"

  /// The table of billing rules, without an ending.
  static let ruleTable = "tables/billing-rules"

  static func page(_ id: String) -> String { "\(id)/index.html" }

  /// The way from a page back to the site's root: empty, or `../` once for each folder.
  static func root(of page: String) -> String {
    String(repeating: "../", count: page.count { $0 == "/" })
  }

  /// The address of a page below the site's root, as sitemaps and canonical links have it.
  ///
  /// A folder's address is that of its index, so that a page has one address only.
  static func address(of page: String) -> String {
    page == index || page.hasSuffix("/\(index)") ? String(page.dropLast(index.count)) : page
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

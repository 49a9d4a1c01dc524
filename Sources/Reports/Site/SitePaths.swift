import Templates

/// Where the files of a site are, as paths below its root.
package enum SitePaths {
  static let index = "index.html"
  static let notFound = "404.html"
  static let scenarios = "scenarios/index.html"
  static let providers = "providers/index.html"
  static let billingRules = "billing-rules/index.html"

  static let gallery = "gallery/index.html"
  static let claims = "claims/index.html"
  static let conformance = "conformance/index.html"

  /// The page of everything that is not what it was.
  static let changes = "changes/index.html"

  /// The same for those who follow it.
  static let feed = "feed.xml"

  static func scenario(_ id: String) -> String { "scenarios/\(id)/index.html" }

  /// The arithmetic of every amount of a scenario.
  static func arithmetic(_ scenario: String) -> String {
    "scenarios/\(scenario)/invoices/index.html"
  }

  static func provider(_ id: String) -> String { "providers/\(id)/index.html" }

  /// The folder of the pages of pairs.
  static let pairs = "compare/"

  static func pair(_ id: String) -> String { "\(pairs)\(id)/index.html" }

  static func page(_ id: String) -> String { "\(id)/index.html" }

  /// The comparison table of a scenario, without the ending that says in which format.
  static func table(_ scenario: String) -> String { "tables/\(scenario)" }

  /// The crossings of a scenario, without an ending.
  static func crossings(_ scenario: String) -> String { "tables/\(scenario)/crossings" }

  /// The crossings at each pair of ends, without an ending.
  static func crossingEnds(_ scenario: String) -> String { "tables/\(scenario)/crossing-ends" }

  /// What to take in a scenario, without an ending.
  static func choice(_ scenario: String) -> String { "tables/\(scenario)/choice" }

  /// A table of a pair, without an ending.
  static func pairTable(_ pair: String, _ table: String) -> String { "\(pairs)\(pair)/\(table)" }

  /// The values of a chart that have a table of their own, by what its name adds to that of the
  /// scenario; without an ending.
  static func values(_ scenario: String, _ suffix: String) -> String {
    "tables/\(scenario)/\(suffix.drop { $0 == "-" })"
  }

  /// The invoices of a scenario, without an ending.
  static func invoices(_ scenario: String) -> String { "tables/\(scenario)/invoices" }

  /// The rates of a provider, without an ending.
  static func rates(_ provider: String) -> String { "providers/\(provider)/rates" }

  /// The list of providers, without an ending.
  static let providerList = "providers/providers"

  /// The table of billing rules, without an ending.
  static let ruleTable = "tables/billing-rules"

  /// The table of claims, without an ending.
  static let claimTable = "tables/claims"

  /// Every change in a row, without an ending.
  static let changeTable = "tables/changes"

  /// The page that shows a table and nothing else, by the path of its files without an ending.
  static func embed(_ table: String) -> String {
    "embed/\(table.hasPrefix("tables/") ? String(table.dropFirst("tables/".count)) : table).html"
  }

  /// The page that shows a chart and nothing else.
  static func embed(chart id: String) -> String { "embed/\(chart(id)).html" }

  /// A chart, without theme and ending.
  static func chart(_ id: String) -> String { "charts/\(id)" }

  static func scenarioData(_ id: String) -> String { "data/scenarios/\(id).json" }

  /// What the tables and charts of a scenario are.
  static func metadata(_ scenario: String) -> String { "data/metadata/\(scenario).json" }

  static func providerData(_ id: String) -> String { "data/providers/\(id).json" }

  static let claimData = "data/claims.json"

  static let conformanceData = "data/conformance.json"

  static let changeData = "data/changes.json"

  /// The page that describes every field of every data file.
  static let dataFields = "data/index.html"

  /// The JSON Schema of a kind of data file.
  static func schema(_ kind: String) -> String { "data/schema/\(kind).schema.json" }

  /// The page that an author's text stands on: that of its name, or the front page.
  package static func path(ofPage id: String) -> String { id == "index" ? index : page(id) }

  /// The Markdown of a page, beside it.
  static func twin(of page: String) -> String { "\(page.dropLast("html".count))md" }

  /// The address of a page below the site's root, as sitemaps and canonical links have it.
  ///
  /// A folder's address is that of its index, so that a page has one address only.
  static func address(of page: String) -> String {
    page == index || page.hasSuffix("/\(index)") ? String(page.dropLast(index.count)) : page
  }
}

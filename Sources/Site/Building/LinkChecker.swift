import Content
import Diagnostics

/// Checks that every link of the site leads somewhere.
struct LinkChecker {
  /// The pages, by path.
  private let pages: [String: PageFacts]

  /// Every published path.
  private let paths: Set<String>

  init(_ facts: [PageFacts], paths: [String]) {
    pages = Dictionary(facts.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    self.paths = Set(paths)
  }

  /// The broken links of a page, each with the number of the element that holds it.
  func broken(in page: PageFacts, baseURL: String?) -> [PageFacts.Link] {
    page.links.filter { !leadsSomewhere($0.target, from: page, baseURL: baseURL) }
  }

  /// The link to a folder as the link to its page; `nil` if it has none.
  func completed(_ link: PageFacts.Link, in page: PageFacts) -> String? {
    ["index.html", "/index.html"].map { link.target + $0 }
      .first { leadsSomewhere($0, from: page, baseURL: nil) }
  }

  private func leadsSomewhere(_ target: String, from page: PageFacts, baseURL: String?) -> Bool {
    var target = target
    if let baseURL, target.hasPrefix("\(baseURL)/") {
      target = SitePaths.root(of: page.path) + target.dropFirst(baseURL.count + 1)
      // A server answers a folder's address with its index; a disk does not, so only here.
      if target.isEmpty || target.hasSuffix("/") { target += "index.html" }
    }
    if isExternal(target) { return true }
    let parts = target.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    guard let path = resolved(String(parts[0]), from: page.path) else { return false }
    guard paths.contains(path) else { return false }
    guard parts.count == 2, let there = pages[path] else { return true }
    return there.ids.contains(String(parts[1]))
  }

  private func isExternal(_ target: String) -> Bool {
    guard let colon = target.firstIndex(of: ":") else { return false }
    return target[..<colon].allSatisfy { $0.isLetter || $0 == "+" || $0 == "-" || $0 == "." }
  }

  /// The path that a relative link names; `nil` if it leaves the site.
  private func resolved(_ target: String, from page: String) -> String? {
    if target.isEmpty { return page }
    guard !target.hasPrefix("/") else { return nil }
    var parts = page.split(separator: "/").dropLast().map(String.init)
    for part in target.split(separator: "/", omittingEmptySubsequences: false) {
      if part == ".." {
        guard parts.popLast() != nil else { return nil }
      } else if part != "." {
        parts.append(String(part))
      }
    }
    return parts.joined(separator: "/")
  }
}

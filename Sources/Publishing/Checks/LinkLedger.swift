/// Which places the files of a site offer, and which of them its pages ask for.
///
/// Places are kept as hashes and each one asked for is kept once, so that a site of fifty
/// thousand pages needs a few bytes for each of its anchors.
package struct LinkLedger: Sendable {
  /// A link that a page has.
  package struct Link: Hashable, Sendable {
    /// The page.
    package let page: String

    /// The target as the page has it.
    package let target: String
  }

  /// Files, and anchors of pages.
  private var offered: Set<UInt64> = []

  /// Places that were asked for and not offered so far, each with the first links that asked.
  private var asked: [UInt64: [Link]] = [:]

  /// How many links to one place that is not there are reported.
  private static let most = 8

  /// Links that cannot lead anywhere, whatever else is published.
  private var stray: [Link] = []

  package init() {}

  /// Takes down a file that is published.
  package mutating func offer(file path: String) { offered.insert(Self.hash(path)) }

  /// Takes down an anchor of a page.
  package mutating func offer(anchor: String, of page: String) {
    offered.insert(Self.hash(page, anchor))
  }

  /// Takes down a link of a page.
  ///
  /// - Parameters:
  ///   - target: The link as the page has it.
  ///   - page: The path of the page.
  ///   - baseURL: The address of the site; links that start with it lead into the site.
  package mutating func ask(_ target: String, from page: String, baseURL: String?) {
    guard let place = LinkResolver(page: page, baseURL: baseURL).place(of: target) else { return }
    guard let path = place.path else {
      stray.append(Link(page: page, target: target))
      return
    }
    let link = Link(page: page, target: target)
    ask(Self.hash(path), link)
    // What a picture or a data file has inside is not known here.
    if let anchor = place.anchor, path.hasSuffix(".html") { ask(Self.hash(path, anchor), link) }
  }

  private mutating func ask(_ hash: UInt64, _ link: Link) {
    guard !offered.contains(hash) else { return }
    asked[hash] = Self.first(asked[hash] ?? [], [link])
  }

  /// The first links in the order of paths, whichever worker came first.
  private static func first(_ left: [Link], _ right: [Link]) -> [Link] {
    Array(Set(left + right).sorted { ($0.page, $0.target) < ($1.page, $1.target) }.prefix(most))
  }

  /// Forgets what has been found, after the files that ask for each other are all there.
  package mutating func settle() {
    guard !asked.isEmpty else { return }
    asked = asked.filter { !offered.contains($0.key) }
  }

  /// Takes over what another worker has taken down.
  package mutating func merge(_ other: LinkLedger) {
    offered.formUnion(other.offered)
    asked.merge(other.asked) { Self.first($0, $1) }
    stray += other.stray
  }

  /// The links that lead to nothing, by page; the first few for each place that is not there.
  package var broken: [Link] {
    let missing = Set(asked.filter { !offered.contains($0.key) }.values.joined())
    return (missing.union(stray)).sorted { ($0.page, $0.target) < ($1.page, $1.target) }
  }

  /// The link to the page of a folder, for a link to the folder; `nil` if it has none.
  package func index(of link: Link) -> String? {
    guard !link.target.utf8.contains(UInt8(ascii: "#")) else { return nil }
    let resolver = LinkResolver(page: link.page, baseURL: nil)
    return ["index.html", "/index.html"].map { link.target + $0 }.first { target in
      resolver.place(of: target)?.path.map { offered.contains(Self.hash($0)) } ?? false
    }
  }

  /// FNV-1a over 64 bits: the same in every run.
  private static func hash(_ path: String, _ anchor: String? = nil) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in path.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    guard let anchor else { return hash }
    hash = (hash ^ UInt64(UInt8(ascii: "#"))) &* 0x100_0000_01b3
    for byte in anchor.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return hash
  }
}

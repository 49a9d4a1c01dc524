package import Templates

/// Which places the files of a site offer, and which of them its pages ask for.
///
/// Places are kept as hashes, and each one asked for is kept once with the first pages that ask,
/// so that a site of fifty thousand pages needs a few bytes for each of its anchors.
package struct LinkLedger: Sendable {
  /// A link that a page has.
  package struct Link: Hashable, Sendable, Comparable {
    /// The page.
    package let page: String

    /// The target as the page has it.
    package let target: String

    /// By page.
    package static func < (left: Self, right: Self) -> Bool {
      (left.page, left.target) < (right.page, right.target)
    }
  }

  /// Files, and anchors of pages.
  private var offered: Set<UInt64> = []

  /// What others have offered before, so that nobody need remember asking for it.
  private var known: Set<UInt64> = []

  /// Places that were asked for and not offered so far, each with the first links that asked.
  private var asked: [UInt64: [Link]] = [:]

  /// How many links to one place that is not there are reported.
  private static let most = 8

  /// Links that cannot lead anywhere, whatever else is published.
  private var stray: [Link] = []

  /// The places that reports asked others for, each with its file.
  package private(set) var foreign: [UInt64: UInt64] = [:]

  /// What the report that is being written asks for, and the files that it has so far.
  private var pending: [(place: UInt64, file: UInt64)] = []
  private var own: [UInt64] = []

  package init() {}

  /// Starts after the files that another has taken down.
  package init(after other: LinkLedger) { known = other.offered }

  /// Takes down a file that is published.
  package mutating func offer(file path: String) { offer(PlaceHash(path)) }

  private mutating func offer(_ file: PlaceHash) {
    offered.insert(file.value)
    own.append(file.value)
  }

  /// The smaller set goes into the larger one.
  private mutating func offer(_ places: consuming Set<UInt64>) {
    if offered.count < places.count { swap(&offered, &places) }
    offered.formUnion(places)
  }

  /// Takes down the anchors and the links of a page.
  ///
  /// - Parameters:
  ///   - document: The page as it was rendered.
  ///   - place: Where it stands.
  ///   - baseURL: The address of the site; links that start with it lead into the site.
  package mutating func add(
    _ document: RenderedDocument, on place: PagePlace, baseURL: String?
  ) {
    let page = PlaceHash(place.path)
    offer(page)
    for id in document.ids { offered.insert(page.anchor(document.bytes[id]).value) }
    let folders = place.path.utf8.indices.lazy.filter { place.path.utf8[$0] == UInt8(ascii: "/") }
      .map { PlaceHash(place.path[...$0]) }
    let around = [PlaceHash()] + folders
    for link in document.links {
      let target = document.bytes[link.range]
      if link.isReference {
        ask(page.anchor(target), link, document, place)
      } else if target.first == UInt8(ascii: "#") {
        ask(page.anchor(target.dropFirst()), link, document, place)
      } else if let (path, anchor) = Self.plain(target, around) {
        ask(path, link, document, place)
        pending.append((path.value, path.value))
        if let anchor {
          ask(anchor, link, document, place)
          pending.append((anchor.value, path.value))
        }
      } else {
        ask(document.text(link.range), from: place.path, baseURL: baseURL)
      }
    }
  }

  /// The places that a link names which goes up some folders and on from there, as nearly all do.
  ///
  /// - Parameters:
  ///   - target: The link as it was written.
  ///   - folders: The site's root and the folders around the page, outermost first.
  /// - Returns: The file, and the element of it if the link names one; `nil` for other links.
  private static func plain(
    _ target: ArraySlice<UInt8>, _ folders: [PlaceHash]
  ) -> (path: PlaceHash, anchor: PlaceHash?)? {
    var (rest, level) = (target, folders.count - 1)
    while rest.starts(with: "../".utf8) {
      rest = rest.dropFirst(3)
      level -= 1
    }
    guard level >= 0, !rest.isEmpty else { return nil }
    var path = folders[level]
    var last = UInt8(ascii: "/")
    for index in rest.indices {
      let byte = rest[index]
      if byte == UInt8(ascii: "#") {
        // What a picture or a data file has inside is not known here.
        let isPage = rest[..<index].suffix(5).elementsEqual(".html".utf8)
        return (path, isPage ? path.anchor(rest[(index + 1)...]) : nil)
      }
      let isPlain =
        byte != UInt8(ascii: "&") && byte != UInt8(ascii: ":") && byte != UInt8(ascii: "%")
        && !(last == UInt8(ascii: "/") && (byte == UInt8(ascii: ".") || byte == last))
      guard isPlain else { return nil }
      path.combine(byte)
      last = byte
    }
    return (path, nil)
  }

  private mutating func ask(
    _ place: PlaceHash, _ link: RenderedDocument.Link, _ document: RenderedDocument,
    _ page: PagePlace
  ) {
    guard !isThere(place), Self.hasRoom(asked[place.value], for: page.path) else { return }
    let target = document.text(link.range)
    note(Link(page: page.path, target: link.isReference ? "#\(target)" : target), place)
  }

  /// Takes down a link that names its place in some other way.
  private mutating func ask(_ target: String, from page: String, baseURL: String?) {
    guard let place = LinkResolver(page: page, baseURL: baseURL).place(of: target) else { return }
    let link = Link(page: page, target: target)
    guard let path = place.path else {
      stray.append(link)
      return
    }
    let hash = PlaceHash(path)
    note(link, hash)
    pending.append((hash.value, hash.value))
    if let anchor = place.anchor, path.hasSuffix(".html") {
      let place = hash.anchor(anchor.utf8)
      note(link, place)
      pending.append((place.value, hash.value))
    }
  }

  private mutating func note(_ link: Link, _ place: PlaceHash) {
    guard !isThere(place) else { return }
    Self.add(link, to: &asked[place.value, default: []])
  }

  private func isThere(_ place: PlaceHash) -> Bool {
    offered.contains(place.value) || known.contains(place.value)
  }

  private static func hasRoom(_ links: [Link]?, for page: String) -> Bool {
    guard let links, links.count == most, let last = links.last else { return true }
    return page < last.page
  }

  /// Keeps the first links in the order of paths, whichever worker came first.
  private static func add(_ link: Link, to links: inout [Link]) {
    let place = links.firstIndex { !($0 < link) } ?? links.count
    guard place < most, place == links.count || links[place] != link else { return }
    if links.count == most { links.removeLast() }
    links.insert(link, at: place)
  }

  /// Begins a report, whose files may ask for each other.
  package mutating func begin() {
    for (place, file) in pending where foreign[place] == nil && !own.contains(file) {
      foreign[place] = file
    }
    pending.removeAll(keepingCapacity: true)
    own.removeAll(keepingCapacity: true)
  }

  /// Forgets what has been found, after the files that ask for each other are all there.
  package mutating func settle() {
    begin()
    asked = asked.filter { !offered.contains($0.key) }
  }

  /// Takes up files that are kept from the last site, with the places that were asked for in them.
  package mutating func keep(_ files: some Collection<String>, asked: [UInt64: UInt64]) {
    var kept = Set<UInt64>(minimumCapacity: files.count)
    for file in files { kept.insert(PlaceHash(file).value) }
    offer(kept)
    for (place, file) in asked where kept.contains(file) { offered.insert(place) }
    foreign.merge(asked) { mine, _ in mine }
  }

  /// Whether all places that reports of the last site asked others for are still there.
  package func offers(all places: [UInt64: UInt64]) -> Bool {
    places.keys.allSatisfy(offered.contains)
  }

  /// Takes over what another worker has taken down.
  package mutating func merge(_ other: consuming LinkLedger) {
    other.begin()
    foreign.merge(other.foreign) { mine, _ in mine }
    // Nobody else has it now, so that it grows where it stands.
    var places: Set<UInt64> = []
    swap(&places, &other.offered)
    offer(places)
    // What is there by now need not be remembered.
    let missing = other.asked.filter { !offered.contains($0.key) }
    asked.merge(missing) { own, others in others.reduce(into: own) { Self.add($1, to: &$0) } }
    stray += other.stray
  }

  /// Forgets what is there, which nobody asks for any more when the site is published.
  package mutating func forgetPlaces() { (offered, known) = ([], []) }

  /// The links that lead to nothing, by page; the first few for each place that is not there.
  package var broken: [Link] {
    let missing = Set(asked.filter { !offered.contains($0.key) }.values.joined())
    return missing.union(stray).sorted()
  }

  /// The link to the page of a folder, for a link to the folder; `nil` if it has none.
  package func index(of link: Link) -> String? {
    guard !link.target.utf8.contains(UInt8(ascii: "#")) else { return nil }
    let resolver = LinkResolver(page: link.page, baseURL: nil)
    return ["index.html", "/index.html"].map { link.target + $0 }.first { target in
      resolver.place(of: target)?.path.map { offered.contains(PlaceHash($0).value) } ?? false
    }
  }
}

/// A published place as 64 bits: FNV-1a, which is the same in every run.
private struct PlaceHash {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  init() {}

  init(_ path: some StringProtocol) {
    for byte in path.utf8 { combine(byte) }
  }

  @inline(__always) mutating func combine(_ byte: UInt8) {
    value = (value ^ UInt64(byte)) &* 0x100_0000_01B3
  }

  /// An element on this page.
  func anchor(_ id: some Sequence<UInt8>) -> PlaceHash {
    var hash = self
    hash.combine(UInt8(ascii: "#"))
    for byte in id { hash.combine(byte) }
    return hash
  }
}

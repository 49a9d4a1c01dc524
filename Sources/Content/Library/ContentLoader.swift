public import Diagnostics
public import Pricing

/// Understands the files of `content/`, and collects every mistake in them.
public struct ContentLoader: Sendable {
  /// Every mistake found so far, in no particular order.
  public internal(set) var diagnostics: [Diagnostic] = []

  /// The texts that diagnostics point into, for their excerpts.
  public internal(set) var texts: [String: String] = [:]

  /// Reads scenarios that were left out; `nil` before ``load(_:leaving:)``.
  public private(set) var library: ScenarioLibrary?

  private var offers: [String: ListedOffer] = [:]
  /// Sources that files cite, for the check that they exist.
  var cited: [Located<String>] = []
  let parsed: ParsedFiles?

  /// Creates a loader.
  ///
  /// - Parameter parsed: What is remembered of files; `nil` to take each one apart.
  public init(knowing parsed: ParsedFiles? = nil) { self.parsed = parsed }

  /// Reads the files of a site's content.
  ///
  /// - Parameters:
  ///   - files: The files below `content/`, with paths relative to the site.
  ///   - unread: The paths of scenarios that are left for ``SiteContent/library``; no claim and no
  ///     page may mention them.
  ///   - day: The day as of which the site is priced; `nil` for what it says itself.
  /// - Returns: The content, or `nil` if there was any mistake in it.
  /// - Complexity: O(*n*) in the bytes of the files.
  public mutating func load(
    _ files: [SiteFile], leaving unread: [String] = [], on day: CalendarDate? = nil
  ) -> SiteContent? {
    let files = files.sorted { $0.path < $1.path }
    parsed?.keep(files.map(\.path))
    let (settings, sources, cards, citations) = prices(files, on: day)
    let library = library(files, settings, citations)
    self.library = library
    let scenarios = scenarios(files, library)
    let claims = claims(files, scenarios: scenarios)
    let pages = pages(files, scenarios)
    let gallery = optional("content/gallery.yaml", files, GalleryFormat.shape) {
      GalleryFormat.gallery($0, into: &$1)
    }
    let conformance = optional("content/conformance.yaml", files, ConformanceFormat.shape) {
      ConformanceFormat.document($0, into: &$1)
    }
    diagnostics += UnreadFiles.findings(files)
    diagnostics += citations.findings(cited)
    let paths = (files.map(\.path) + unread).sorted()
    let ids = paths.compactMap(ScenarioLibrary.id)
    for path in unread { _ = checkName(ScenarioLibrary.id(of: path) ?? path, of: path) }
    if let settings {
      // A card that cannot be read would leave a pair without what it has.
      if isRight(below: "content/rate-cards/") {
        diagnostics += PairCheck(cards: cards).findings(settings.pairs)
        diagnostics += DiscountCheck(cards: cards).findings(settings.discounts)
      }
      diagnostics += PublishCheck.findings(settings) + ForeignAddress.findings(pages, settings)
    }
    let order = ScenarioOrder(settings?.scenarioOrder ?? [])
    diagnostics += order.findings(ids: ids, paths: paths).diagnostics
    guard let settings, !diagnostics.contains(where: { $0.severity == .error }) else { return nil }
    let byID = Dictionary(
      scenarios.map { ($0.scenario.id, $0) }, uniquingKeysWith: { first, _ in first })
    let ordered = order.sorted(ids)
    return SiteContent(
      settings: settings, sources: (sources ?? []).sorted { $0.id < $1.id }, rateCards: cards,
      scenarios: ordered.compactMap { byID[$0] }, scenarioIDs: ordered, library: library,
      claims: claims, pages: pages, gallery: gallery, conformance: conformance)
  }

  /// Reads what offers are priced with, and nothing else of a site.
  ///
  /// - Parameters:
  ///   - files: The settings, the sources, and the rate cards of the offers.
  ///   - day: The day as of which they are priced; `nil` for what the site says itself.
  /// - Returns: The content of these files, or `nil` if there was any mistake in them.
  public mutating func loadPrices(
    _ files: [SiteFile], on day: CalendarDate? = nil
  ) -> SiteContent? {
    let files = files.sorted { $0.path < $1.path }
    let (settings, sources, cards, citations) = prices(files, on: day)
    diagnostics += citations.findings(cited)
    guard let settings, !diagnostics.contains(where: { $0.severity == .error }) else { return nil }
    return SiteContent(
      settings: settings, sources: (sources ?? []).sorted { $0.id < $1.id }, rateCards: cards,
      scenarios: [], scenarioIDs: [], library: library(files, settings, citations), claims: [],
      pages: [])
  }

  private func library(
    _ files: [SiteFile], _ settings: SiteSettings?, _ citations: CitationCheck
  ) -> ScenarioLibrary {
    ScenarioLibrary(
      offers: ScenarioReader.Offers(
        listed: offers, ids: offers.keys.sorted(),
        doubtful: doubtfulWords(files, "content/rate-cards/")),
      site: ScenarioReader.SiteMonth(
        hours: settings?.monthHours ?? 720, citation: settings?.monthCitation?.value,
        updated: settings?.updated, day: settings?.day, discounts: settings?.discounts ?? []),
      sources: citations)
  }

  private mutating func prices(
    _ files: [SiteFile], on day: CalendarDate?
  ) -> (
    settings: SiteSettings?, sources: [SourceDocument]?, cards: [RateCard],
    citations: CitationCheck
  ) {
    var findings = Findings()
    var settings = single("content/site.yaml", files, SiteFormat.shape) {
      SiteFormat.settings($0, into: &findings)
    }
    if let day { settings?.pricesOn = day }
    let updated = settings?.updated
    let sources = single("content/sources.yaml", files, SourceFormat.shape) {
      SourceFormat.sources($0, updated: updated, into: &findings)
    }
    diagnostics += findings.diagnostics
    cited += settings?.monthCitation.map { [$0.map(\.source)] } ?? []
    checkDuplicates(
      (sources ?? []).map { Located($0.id, at: $0.location) }, noun: "sources")
    let citations = CitationCheck(
      sources, doubtful: doubtfulWords(files, "content/sources"))
    let exchange = exchangeRates(files, updated: updated)
    let cards = rateCards(
      files, SourceDays(sources ?? [], settings: settings, exchange: exchange),
      fields: settings?.fields)
    return (settings, sources, cards, citations)
  }

  // MARK: Rate cards

  private mutating func rateCards(
    _ all: [SiteFile], _ days: SourceDays, fields: [DeclaredField]?
  ) -> [RateCard] {
    let basis = ReadRateCard.Basis(days: days, fields: fields)
    var cards: [RateCard] = []
    for (id, file) in files(in: "content/rate-cards/", ending: ".yaml", of: all) {
      guard let mapping = mapping(file, RateCardFormat.shape) else { continue }
      let read = { ReadRateCard(mapping, id: id, basis) }
      let card = parsed?.card(file, basis, read) ?? read()
      diagnostics += card.findings
      cited += card.cited
      cards.append(card.card)
    }
    let listed = cards.flatMap(\.offers)
    checkDuplicates(listed.map { Located($0.offer.id, at: $0.location) }, noun: "offers")
    for offer in listed where offers[offer.offer.id] == nil { offers[offer.offer.id] = offer }
    return cards
  }

  // MARK: Scenarios, claims and pages

  private mutating func scenarios(
    _ all: [SiteFile], _ library: ScenarioLibrary
  ) -> [ScenarioDocument] {
    let (folder, ending) = (ScenarioLibrary.folder, ScenarioLibrary.ending)
    return files(in: folder, ending: ending, of: all).compactMap { _, file in
      let reading = library.read(file, knowing: parsed)
      texts[file.path] = reading.text
      diagnostics += reading.diagnostics
      return reading.document
    }
  }

  private mutating func claims(
    _ all: [SiteFile], scenarios: [ScenarioDocument]
  ) -> [ClaimDocument] {
    var readers: [ClaimReader] = []
    var heads: [ClaimReader.Head] = []
    for (id, file) in files(in: "content/claims/", ending: ".yaml", of: all) {
      guard let mapping = mapping(file, ClaimFormat.shape) else { continue }
      var reader = ClaimReader(mapping, id: id)
      heads += reader.heads()
      readers.append(reader)
    }
    checkDuplicates(heads.map(\.id), noun: "claims")
    let readable = Dictionary(
      scenarios.map { ($0.scenario.id, $0) }, uniquingKeysWith: { first, _ in first })
    let names = ClaimNames(
      offers: offers, ordered: offers.values.sorted { $0.offer.id < $1.offer.id },
      doubtful: doubtfulWords(all, "content/rate-cards/"), scenarios: readable,
      files: Set(texts.keys),
      claims: Dictionary(
        heads.map { ($0.id.value, $0.published) }, uniquingKeysWith: { first, _ in first }))
    return readers.compactMap { reader in
      var reader = reader
      let document = reader.document(names)
      diagnostics += reader.findings.diagnostics
      cited += reader.cited
      return document
    }
  }

  private mutating func pages(
    _ all: [SiteFile], _ scenarios: [ScenarioDocument]
  ) -> [PageDocument] {
    let scenarios = Dictionary(
      scenarios.map { ($0.scenario.id, $0) }, uniquingKeysWith: { first, _ in first })
    var pages: [PageDocument] = []
    for (id, file) in files(in: "content/pages/", ending: ".md", of: all) {
      guard let page = parsed(file, { ParsedFile($0, frontMatter: PageFormat.shape) }).page,
        let document = PageFormat.page(
          page, blocks: blocks(page.body, scenarios), id: id, file: file.path)
      else { continue }
      if id == "index" { diagnostics += PageFormat.checkFrontPage(page.frontMatter) }
      pages.append(document)
    }
    return pages
  }

  /// What the blocks of a page ask for.
  private mutating func blocks(
    _ body: MarkdownBody, _ scenarios: [String: ScenarioDocument]
  ) -> [PageBlock] {
    body.blocks.compactMap { block in
      // Blank lines in front keep every line the line of the page.
      let start = String(repeating: "\n", count: block.location.line ?? 0)
      let text = SourceText(file: block.location.file, trusted: start + block.value)
      guard !block.location.file.hasSuffix("/index.md") else {
        diagnostics.append(
          Diagnostic(
            .error, at: block.location, "a figure on the front page, which lists no sources",
            hint: "move it to another page, and link to that"))
        return nil
      }
      return PageBlockFormat.block(
        text, scenarios,
        unreadable: { [texts] id in
          scenarios[id] == nil && texts["content/scenarios/\(id).yaml"] != nil
        }, into: &diagnostics)
    }
  }

  // MARK: Checks across files

  private mutating func checkDuplicates(_ ids: [Located<String>], noun: String) {
    var first: [String: SourceLocation] = [:]
    for id in ids {
      guard let earlier = first[id.value] else {
        first[id.value] = id.location
        continue
      }
      diagnostics.append(
        Diagnostic(
          .error, at: id.location, "'\(id.value)' is the id of two \(noun)",
          hint: "give it another id; the first one is at \(earlier)"))
    }
  }
}

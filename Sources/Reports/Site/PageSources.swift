import Content
import Pricing
import Templates

/// The sources of one page, numbered in the order in which they are first cited.
struct PageSources {
  private let content: SiteContent
  private let page: String
  /// The sources in the order of their numbers.
  private(set) var order: [SourceDocument] = []
  private var numbers: [String: Int] = [:]

  /// Starts without any.
  ///
  /// - Parameters:
  ///   - content: Where the sources are described.
  ///   - page: The page that lists them.
  init(_ content: SiteContent, listedOn page: String) {
    self.content = content
    self.page = page
  }

  /// The mark that leads to a source.
  mutating func cite(_ citation: Pricing.Citation?) -> [Citation] {
    guard let citation, let number = number(of: citation.source) else { return [] }
    return [mark(number)]
  }

  /// The marks of several statements, each source once.
  mutating func cite(_ citations: some Sequence<Pricing.Citation>) -> [Citation] {
    var cited: [Int] = []
    for citation in citations {
      if let number = number(of: citation.source), !cited.contains(number) { cited.append(number) }
    }
    return cited.map(mark)
  }

  private mutating func number(of id: String) -> Int? {
    if let known = numbers[id] { return known }
    guard let source = content.source(id) else { return nil }
    order.append(source)
    numbers[id] = order.count
    return order.count
  }

  private func mark(_ number: Int) -> Citation {
    Citation(
      mark: String(number), link: .file(page, anchor: Anchor.source(number)),
      title: order[number - 1].title)
  }

  /// The list at the end of the page.
  var entries: [SourceEntry] {
    zip(1..., order).map { number, source in
      SourceEntry(
        id: Anchor.source(number), mark: String(number), title: source.title,
        publisher: source.publisher, details: SourceWords.details(source), link: source.url,
        age: content.settings.evidenceAge?.days(since: source).map(SourceWords.notRead),
        interest: SourceWords.interest(source, in: content))
    }
  }
}

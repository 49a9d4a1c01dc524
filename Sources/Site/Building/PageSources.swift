import Content
import Pricing
import Wording

/// The sources of one page, numbered in the order in which they are first cited.
struct PageSources {
  private let content: SiteContent
  private let list: String
  private var order: [String] = []

  /// Starts without any.
  ///
  /// - Parameters:
  ///   - content: Where the sources are described.
  ///   - list: The link to the page that lists them, if it is another one.
  init(_ content: SiteContent, listedOn list: String = "") {
    self.content = content
    self.list = list
  }

  /// The mark that leads to a source.
  mutating func cite(_ citation: Pricing.Citation?) -> [Citation] {
    guard let citation, let source = content.source(citation.source) else { return [] }
    if !order.contains(source.id) { order.append(source.id) }
    let number = (order.firstIndex(of: source.id) ?? 0) + 1
    return [Citation(mark: String(number), link: "\(list)#source-\(number)", title: source.title)]
  }

  /// The list at the end of the page.
  var entries: [SourceEntry] {
    order.enumerated().compactMap { index, id in
      content.source(id).map { source in
        SourceEntry(
          id: "source-\(index + 1)", mark: String(index + 1), title: source.title,
          publisher: source.publisher, dated: source.published.map(TimeText.date),
          read: TimeText.date(source.read), link: source.url)
      }
    }
  }
}

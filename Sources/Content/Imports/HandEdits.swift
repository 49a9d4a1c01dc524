import Diagnostics
import Pricing

/// Which prices of an imported offer are its author's, and no longer the list's.
///
/// A price is the list's if its entry cites a version of the list, and it is what the comment of the
/// entry says of the list; where no comment is left, the source alone tells. Of an offer that no entry
/// has from the list, nobody has changed what the list said.
struct HandEdits {
  private struct Entry {
    let node: YAMLNode
    let condition: Condition
    let source: String
    let from: CalendarDate?
    let listed: [String: Bounds<Money>?]?
  }

  private let entries: [Entry]
  private let prefix: String

  /// Reads the prices of an offer as they are written.
  init(_ offer: YAMLNode, in text: EditedText, _ kind: PriceList.Kind) {
    // In a list between brackets a comment could be on several entries.
    let hasComments = offer["rates"].map { !text.isFlow(at: $0) } ?? false
    entries = (offer["rates"]?.items ?? []).map { node in
      let lines = hasComments ? Array(node.line...text.lastLine(ofItem: node)) : []
      return Entry(
        node: node, condition: PriceCondition.condition(of: node),
        source: node["source"]?.text ?? "", from: node["from"]?.text.flatMap { CalendarDate($0) },
        listed: ListedPrices.read(lines.map { text[$0] }))
    }
    prefix = "\(kind.rawValue)-"
  }

  /// Whether a price is its author's.
  func isByHand(_ rate: Rate) -> Bool {
    guard entries.contains(where: { $0.listed != nil || isOfList($0.source) }) else { return false }
    guard isOfList(rate.citation.source), rate.foreign == nil else { return true }
    return listed(rate).map { $0 != rate.price } ?? false
  }

  /// Whether the list has said anything where a price stands.
  func wasListed(_ rate: Rate) -> Bool { listed(rate) != nil }

  /// Where a price stands.
  func place(of rate: Rate) -> SourceLocation? {
    entry(of: rate)?.node[rate.unit.key]?.location
  }

  /// Where the list stated a price that no entry has any more.
  func place(ofRemoved series: Rate.Series) -> SourceLocation? {
    entries.last { entry in
      entry.condition == series.condition && entry.node[series.unit.key] == nil
        && entry.listed?[series.unit.key] != nil
    }?.node.location
  }

  private func isOfList(_ source: String) -> Bool { source.hasPrefix(prefix) }

  private func listed(_ rate: Rate) -> Bounds<Money>?? {
    guard let listed = entry(of: rate)?.listed else { return nil }
    return listed[rate.unit.key]
  }

  private func entry(of rate: Rate) -> Entry? {
    entries.last { entry in
      entry.condition == rate.condition && entry.source == rate.citation.source
        && entry.from == rate.day.began && entry.node[rate.unit.key] != nil
    }
  }
}

import Diagnostics
import Pricing

/// Which prices of an imported offer are its author's, and no longer the list's.
///
/// A price is the list's if its entry cites a version of the list, and it is what the comment behind it
/// says of the list. Where no comment is left, the source alone tells. Of an offer that no entry has
/// from the list, nobody has changed what the list said.
struct HandEdits {
  private struct Written {
    let series: Rate.Series
    let source: String
    let from: CalendarDate?
    let place: SourceLocation
    let listed: Bounds<Money>??
  }

  private let prices: [Written]
  private let prefix: String

  /// Whether an entry says that it is the list's.
  private let hasSpoken: Bool

  /// Reads the prices of an offer as they are written.
  init(_ offer: YAMLNode, in text: EditedText, _ kind: PriceList.Kind) {
    let prefix = "\(kind.rawValue)-"
    prices = (offer["rates"]?.items ?? []).flatMap { entry -> [Written] in
      let condition = PriceCondition.condition(of: entry)
      let isInBrackets = text.isFlow(at: entry)
      return RateUnit.allCases.compactMap { unit in
        guard let price = entry[unit.key] else { return nil }
        return Written(
          series: Rate.Series(unit: unit, condition: condition),
          source: entry["source"]?.text ?? "",
          from: entry["from"]?.text.flatMap { CalendarDate($0) }, place: price.location,
          // Between brackets a comment would be one on several prices.
          listed: isInBrackets ? nil : ListedPrice.read(text[price.line]))
      }
    }
    self.prefix = prefix
    hasSpoken = prices.contains { $0.listed != nil || $0.source.hasPrefix(prefix) }
  }

  /// Whether a price is its author's.
  func isByHand(_ rate: Rate) -> Bool {
    guard hasSpoken else { return false }
    guard rate.citation.source.hasPrefix(prefix), rate.foreign == nil else { return true }
    return written(rate)?.listed.map { $0 != rate.price } ?? false
  }

  /// Whether the list has said anything where a price stands.
  func wasListed(_ rate: Rate) -> Bool { written(rate)?.listed != nil }

  /// Where a price stands.
  func place(of rate: Rate) -> SourceLocation? { written(rate)?.place }

  private func written(_ rate: Rate) -> Written? {
    prices.last {
      $0.series == rate.series && $0.source == rate.citation.source && $0.from == rate.day.began
    }
  }
}

import Content
import Messages
import Pricing
import Wording

/// What the rows of a page of two providers stand for: which of their offers are in how many and which
/// in none, how long machines that stay are held in which, and who published the other's prices.
struct PairScope {
  /// Sentences with their full stops.
  let sentences: [String]

  /// - Parameters:
  ///   - names: Both providers.
  ///   - bills: The rows, each once.
  ///   - content: The site.
  init(_ names: PairNames, _ bills: [PairBill], in content: SiteContent) {
    let sides = [(names.first, bills.map(\.first)), (names.second, bills.map(\.second))]
    let bases = Set(bills.flatMap { [$0.first.base, $0.second.base] })
    sentences =
      sides.compactMap { Self.rows($0, $1, content) }
      + sides.compactMap { Self.missing($0, $1, besides: bases, content) }
      + [Self.held(bills, content)].compactMap(\.self)
      + zip(sides, sides.reversed()).compactMap { Self.interest($0.0, in: $1.1, $1.0, content) }
  }

  /// Which offers of one provider sell what the rows have of it, and are in none; `nil` of none.
  private static func missing(
    _ provider: String, _ sides: [PairBill.Side], besides bases: Set<String>,
    _ content: SiteContent
  ) -> String? {
    let grouping = Grouping(by: .model)
    let shown = sides.compactMap { content.listedOffer($0.base)?.offer }
    let kinds = Set(shown.compactMap { grouping.kind(of: $0) })
    guard let card = shown.first.flatMap({ content.rateCard($0.provider) }) else { return nil }
    let others = card.offers.map(\.offer).filter { offer in
      !bases.contains(offer.id) && grouping.kind(of: offer).map(kinds.contains) ?? false
    }
    guard !others.isEmpty else { return nil }
    let names = others.prefix(mostNames).map(\.name.spoken)
    let more = others.count - names.count
    let rest = more > 0 ? [localized(more, one: "\(more) more", other: "\(more) more")] : []
    let absent = UnitText.list(names + rest, conjunction: "or")
    return localized(
      "Of \(provider) no row has \(absent), which may cost less than what the rows have.")
  }

  private static let mostNames = 5

  /// That one of the two published what the other charges here; `nil` where it did not.
  private static func interest(
    _ provider: String, in sides: [PairBill.Side], _ other: String, _ content: SiteContent
  ) -> String? {
    let citations = sides.flatMap(\.rates).map(\.citation)
    let isTheirs = citations.contains { citation in
      content.source(citation.source)?.publisher.lowercased() == provider.lowercased()
    }
    return isTheirs
      ? localized("\(provider) published prices of \(other) that are taken here.") : nil
  }

  /// In how many rows each offer of one provider is; `nil` where it is one offer in all of them.
  private static func rows(
    _ provider: String, _ sides: [PairBill.Side], _ content: SiteContent
  ) -> String? {
    var counts: [(base: String, count: Int)] = []
    for side in sides {
      if let known = counts.firstIndex(where: { $0.base == side.base }) {
        counts[known].count += 1
      } else {
        counts.append((side.base, 1))
      }
    }
    guard counts.count > 1 else { return nil }
    let parts = counts.map {
      localized("\(name($0.base, content)) in \(NumberText.whole($0.count))")
    }
    return localized("Of \(provider) it is \(UnitText.list(parts)) of the \(sides.count) rows.")
  }

  /// That a machine which stays is held all month in some rows, and for a job alone in others; `nil`
  /// unless one offer is in rows of both kinds.
  private static func held(_ bills: [PairBill], _ content: SiteContent) -> String? {
    func bases(_ bills: [PairBill]) -> [String] {
      var bases: [String] = []
      for side in bills.flatMap({ [$0.first, $0.second] }) where side.isHeld {
        if !bases.contains(side.base) { bases.append(side.base) }
      }
      return bases
    }
    let once = bills.filter(\.isOnce)
    let monthly = bases(bills.filter { !$0.isOnce })
    let both = bases(once).filter(monthly.contains)
    guard !both.isEmpty else { return nil }
    let work = once.filter { !Set([$0.first, $0.second].map(\.base)).isDisjoint(with: both) }
      .map { localized("“\($0.workload)”") }
    let names = UnitText.list(both.map { name($0, content) })
    return localized(
      "\(names): paid for the whole month in rows about a month, and for no longer than the work "
        + "takes for \(UnitText.list(work)).")
  }

  private static func name(_ base: String, _ content: SiteContent) -> String {
    (content.listedOffer(base)?.offer.name ?? base).spoken
  }
}

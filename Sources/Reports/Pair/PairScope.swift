import Content
import Pricing
import Wording

/// What the rows of a page of two providers stand for: which of their offers are in how many, and how
/// long machines that stay are held in which.
struct PairScope {
  /// Sentences with their full stops.
  let sentences: [String]

  /// - Parameters:
  ///   - names: Both providers.
  ///   - bills: The rows, each once.
  ///   - content: The site.
  init(_ names: PairNames, _ bills: [PairBill], in content: SiteContent) {
    let sides = [(names.first, bills.map(\.first)), (names.second, bills.map(\.second))]
    sentences =
      sides.compactMap { Self.rows($0, $1, content) }
      + [Self.held(bills, content)].compactMap(\.self)
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
    let parts = counts.map { "\(name($0.base, content)) in \(NumberText.whole($0.count))" }
    return "Of \(provider) it is \(UnitText.list(parts)) of the \(sides.count) rows."
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
      .map { "“\($0.workload)”" }
    let names = UnitText.list(both.map { name($0, content) })
    return
      "\(names): paid for the whole month in rows about a month, and for no longer than the work "
      + "takes for \(UnitText.list(work))."
  }

  private static func name(_ base: String, _ content: SiteContent) -> String {
    (content.listedOffer(base)?.offer.name ?? base).spoken
  }
}

/// Who costs less than whom for one workload, whatever turns out within the ranges.
///
/// The one answer that every verdict is taken from: the lowest and those that may be, what to take,
/// how two providers compare.
struct Standings: Hashable, Sendable {
  /// Offers that can be compared, in the order given.
  private(set) var entries: [Entry]

  /// Pairs that only inputs in common decide: the first never costs more.
  private var neverDearer: Set<Pair> = []

  /// Those of them in which it always costs less.
  private var alwaysCheaper: Set<Pair> = []

  /// Those of the offers whose total is a range.
  private var contenders: [Contender]

  /// What they are charged for, as far as anybody asked.
  private var times = ChargedTimes()

  /// The total of one offer.
  struct Entry: Hashable, Sendable {
    let id: String
    let low: Money
    let high: Money
  }

  private struct Pair: Hashable, Sendable {
    let first: String
    let second: String
  }

  /// Compares invoices for one workload; those that are open or do not fit take no part.
  init(_ invoices: [Invoice]) {
    let known = invoices.compactMap(Known.init)
    (entries, contenders) = (known.map(\.entry), known.compactMap(\.contender))
    for first in contenders {
      for second in contenders { decide(first, second) }
    }
  }

  /// The same standings with one more invoice, which is held against each of them.
  ///
  /// What is worked out of these is kept for the next one.
  ///
  /// - Parameter invoice: Of the same workload.
  /// - Returns: `nil` as soon as one of them is found that always costs less.
  mutating func adding(_ invoice: Invoice) -> Standings? {
    guard let known = Known(invoice) else { return self }
    guard !entries.contains(where: { $0.high < known.entry.low }) else { return nil }
    var all = self
    // Two that hold them would each need a copy.
    times = ChargedTimes()
    defer { times = all.times }
    all.entries.append(known.entry)
    guard let new = known.contender else { return all }
    // Who costs least at most is the likeliest to cost less for every value.
    for other in contenders.sorted(by: { $0.high < $1.high }) {
      all.decide(other, new)
      if all.alwaysCheaper.contains(Pair(first: other.id, second: new.id)) { return nil }
    }
    for other in contenders { all.decide(new, other) }
    all.contenders.append(new)
    return all
  }

  /// Remembers what inputs in common say of two offers that their own ranges leave open.
  private mutating func decide(_ first: Contender, _ second: Contender) {
    guard first.low <= second.low, first.high <= second.high, second.low < first.high,
      first.id != second.id,
      let lead = (try? Duel(first: first, second: second).largestLead(knowing: &times)) ?? nil
    else { return }
    if lead <= 0 { neverDearer.insert(Pair(first: first.id, second: second.id)) }
    if lead < 0 { alwaysCheaper.insert(Pair(first: first.id, second: second.id)) }
  }

  /// An invoice that takes part.
  private struct Known {
    let entry: Entry
    let contender: Contender?

    init?(_ invoice: Invoice) {
      guard invoice.isComparable, let high = invoice.high else { return nil }
      entry = Entry(id: invoice.offer, low: invoice.low, high: high)
      // What is exact is decided by its amount.
      // Inputs in common are held at their ends, which says all of bills that are straight between them.
      contender =
        invoice.low < high && invoice.tariff.isLinear
        ? try? Contender(invoice.tariff, invoice.asked.value, low: invoice.low, high: high) : nil
    }
  }

  /// Whether one offer costs no more than another for every value of their inputs.
  func isNeverDearer(_ first: Entry, than second: Entry) -> Bool {
    first.high <= second.low || neverDearer.contains(Pair(first: first.id, second: second.id))
  }

  /// Whether one offer costs less than another for every value of their inputs.
  func isAlwaysCheaper(_ first: Entry, than second: Entry) -> Bool {
    first.high < second.low || alwaysCheaper.contains(Pair(first: first.id, second: second.id))
  }

  /// How many times as much one offer costs as another, from the least to the most for any value of
  /// their inputs; `nil` where the other one may cost nothing or either is not compared.
  func factor(of dearer: String, over cheaper: String) -> Bounds<Ratio>? {
    guard let first = entries.first(where: { $0.id == dearer }),
      let second = entries.first(where: { $0.id == cheaper }), second.low > .zero
    else { return nil }
    let ranged = [dearer, cheaper].compactMap { id in contenders.first { $0.id == id } }
    if ranged.count == 2,
      let shared = (try? Duel(first: ranged[0], second: ranged[1]).factor()) ?? nil
    {
      return shared
    }
    guard let least = try? Ratio(first.low.picodollars, over: second.high.picodollars),
      let most = try? Ratio(first.high.picodollars, over: second.low.picodollars)
    else { return nil }
    return Bounds(least, most)
  }

  /// Those that are the lowest of some, whatever turns out.
  func cheapest(of some: [Entry]) -> [Entry] {
    guard some.count > 1, let least = some.map(\.high).min() else { return [] }
    return some.filter { one in
      one.high == least && some.allSatisfy { $0.id == one.id || isNeverDearer(one, than: $0) }
    }
  }

  /// Those that may be the lowest of some, or as low as the lowest.
  func candidates(of some: [Entry]) -> [Entry] {
    guard let least = some.map(\.high).min() else { return [] }
    let close = some.filter { $0.low <= least }
    let open = close.filter { one in !close.contains { isAlwaysCheaper($0, than: one) } }
    // Of two that neither beats the other each is the lowest somewhere.
    guard open.count > 2 else { return open }
    let candidacy = Candidacy(
      open.map { one in
        .init(low: one.low, high: one.high, contender: contenders.first { $0.id == one.id })
      })
    // What cannot be worked out stays possible.
    let possible = open.indices.filter { (try? candidacy.mayBeLowest($0)) ?? true }
    return possible.count > 1 ? possible.map { open[$0] } : open
  }
}

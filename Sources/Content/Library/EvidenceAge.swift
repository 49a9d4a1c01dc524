public import Diagnostics
public import Pricing

/// How long ago a price may have been read before it is looked at again.
public struct EvidenceAge: Hashable, Sendable {
  /// The longest that is not too long, in days.
  public let most: Int

  /// The day from which on is counted back; no clock is asked.
  public let today: CalendarDate

  /// Sets a limit.
  ///
  /// - Parameters:
  ///   - most: In days.
  ///   - today: The day from which on is counted back.
  public init(atMost most: Int, on today: CalendarDate) { (self.most, self.today) = (most, today) }

  /// Since how many days nobody has read a source.
  ///
  /// - Returns: `nil` where that is not too long.
  public func days(since source: SourceDocument?) -> Int? {
    guard let source else { return nil }
    let days = today.dayNumber - source.read.dayNumber
    return days > most ? days : nil
  }

  /// A price that was read too long ago.
  public struct Stale: Hashable, Sendable {
    /// Since how many days nobody has read it.
    public let days: Int

    /// Whose it is.
    public let offer: Offer

    /// The price, which holds.
    public let rate: Rate

    /// Who states it.
    public let source: SourceDocument

    /// Where the offer cites the source first.
    let place: SourceLocation
  }

  /// The prices that hold and were read too long ago, the longest ago first.
  public func stale(in content: SiteContent) -> [Stale] {
    let all = content.rateCards.flatMap(\.offers).flatMap { listed in
      listed.offer.ratesInForce(on: nil).compactMap { rate -> Stale? in
        guard let source = content.source(rate.citation.source), let days = days(since: source)
        else { return nil }
        let place = listed.cited.first { $0.value == source.id }?.location
        return Stale(
          days: days, offer: listed.offer, rate: rate, source: source,
          place: place ?? listed.location)
      }
    }
    return all.enumerated().sorted { (-$0.element.days, $0.offset) < (-$1.element.days, $1.offset) }
      .map(\.element)
  }

  /// A warning for each source that an offer has prices from and that was read too long ago.
  public func findings(in content: SiteContent) -> [Diagnostic] {
    var order: [SourceLocation] = []
    var groups: [SourceLocation: [Stale]] = [:]
    for price in stale(in: content) {
      if groups[price.place] == nil { order.append(price.place) }
      groups[price.place, default: []].append(price)
    }
    return order.compactMap { place in
      guard let prices = groups[place], let first = prices.first else { return nil }
      let subject =
        prices.count == 1
        ? "a price of '\(first.offer.id)' was"
        : "\(prices.count) prices of '\(first.offer.id)' were"
      return Diagnostic(
        .warning, at: place,
        "\(subject) last read on \(first.source.read), \(first.days) days before \(today)",
        hint: "read '\(first.source.id)' again, and write the day into content/sources.yaml")
    }
  }
}

extension SiteSettings {
  /// How old a price may be, as the site says; `nil` if it does not.
  public var evidenceAge: EvidenceAge? {
    maxAgeDays.map { EvidenceAge(atMost: $0, on: evidenceDay) }
  }

  /// The day from which on ages are counted back.
  public var evidenceDay: CalendarDate { min(updated, day) }
}

import Pricing

/// The dated prices of metergraph, `prices.yaml`: models by the channel that sells them.
enum MetergraphList {
  /// The models of each channel, in the order of the list, and fees for tools after them.
  static func offers(_ list: LiteralValue) -> [ImportedOffer] {
    let models = (list["models"]?.items ?? []).flatMap { model in
      let key = model["canonical_id"]?.text ?? "unknown"
      // An alias stands for rows that were not read.
      guard model["prices"]?.text == nil else { return [refused(key, "prices by an alias")] }
      return channels(model["prices"]?.items ?? []).map { channel, rows in
        offer(key, of: channel, rows)
      }
    }
    let fees = channels(list["retrieval"]?.items ?? []).flatMap { channel, rows in
      rows.map { fee($0, of: channel) }
    }
    guard let currency = list["currency"]?.text, currency != "USD" else { return models + fees }
    return (models + fees).map { offer in
      var offer = offer
      offer.prices = []
      offer.refuse("currency: \(currency)")
      return offer
    }
  }

  /// The rows of each channel, the channels in the order of the list.
  private static func channels(_ rows: [LiteralValue]) -> [(String, [LiteralValue])] {
    var order: [String] = []
    let grouped = Dictionary(grouping: rows) { row in
      let channel = row["channel"]?.text ?? "unknown"
      if !order.contains(channel) { order.append(channel) }
      return channel
    }
    return order.map { ($0, grouped[$0] ?? []) }
  }

  private static func refused(_ key: String, _ reason: String) -> ImportedOffer {
    var offer = ImportedOffer(key: key, provider: "unknown", name: key, origin: nil)
    offer.refuse(reason)
    return offer
  }

  private static func offer(
    _ key: String, of channel: String, _ rows: [LiteralValue]
  ) -> ImportedOffer {
    var offer = ImportedOffer(
      key: key, provider: channel, name: key, origin: rows.last?["source_url"]?.text)
    var regions: [String] = []
    for region in rows.map({ $0["region"]?.text ?? "global" }) where !regions.contains(region) {
      regions.append(region)
    }
    for region in regions {
      let rows = rows.filter { ($0["region"]?.text ?? "global") == region }
      // What is sold everywhere is no choice of a buyer.
      let choices = region == "global" ? [] : [Choice(.region, CardText.identifier(region))]
      addHistory(rows, choices, to: &offer)
    }
    return offer
  }

  /// Adds rows that follow each other in time.
  private static func addHistory(
    _ rows: [LiteralValue], _ choices: [Choice], to offer: inout ImportedOffer
  ) {
    var dated: [(from: CalendarDate, row: LiteralValue)] = []
    for row in rows {
      guard let from = day(row["effective_from"], in: &offer) else {
        offer.refuse("effective_from")
        continue
      }
      dated.append((from, row))
    }
    dated.sort { $0.from < $1.from }
    var before: [MetergraphRow.Term] = []
    for (place, (from, row)) in dated.enumerated() {
      let terms = MetergraphRow(row, choices, refused: &offer.unexpressed).terms
      for term in terms {
        offer.add(
          term.price, of: term.quantity, per: term.count, term.condition, from: from, key: term.key)
      }
      end(before, leftOutOf: terms, from: from, in: &offer)
      // A step or hours that are gone follow the price without them from now on.
      let gone = before.filter { old in
        old.condition.input != nil || old.condition.window != nil
      }
      before = terms + gone.filter { old in !terms.contains { $0.isOf(old) } }
      let next = place + 1 < dated.count ? dated[place + 1].from : nil
      guard let last = day(row["effective_to"], in: &offer), last != next else { continue }
      end(before, leftOutOf: [], from: last, in: &offer)
      before = []
    }
  }

  /// A day; of one with an hour, which no card can say, that is noted.
  private static func day(_ value: LiteralValue?, in offer: inout ImportedOffer) -> CalendarDate? {
    guard let text = value?.text else { return nil }
    if text.utf8.count > 10, text.utf8.dropFirst(10).first == UInt8(ascii: "T") {
      offer.refuse("a price that begins or ends within a day")
    }
    return CalendarDate(String(text.prefix(10)))
  }

  /// What a row no longer has: a step costs what the row says for so many tokens, a request without
  /// a fee costs none, and what is not stated at all is not stated.
  private static func end(
    _ before: [MetergraphRow.Term], leftOutOf terms: [MetergraphRow.Term], from: CalendarDate,
    in offer: inout ImportedOffer
  ) {
    for old in before {
      let same = terms.filter {
        $0.quantity == old.quantity && $0.condition.choices == old.condition.choices
      }
      if same.contains(where: { $0.condition == old.condition }) { continue }
      let rest = same.first { $0.condition.input == nil && $0.condition.window == nil }
      if old.quantity == .requests, !terms.isEmpty {
        offer.add("0", of: old.quantity, old.condition, from: from, key: old.key)
      } else if let rest, !old.condition.isBase {
        offer.add(
          rest.price, of: old.quantity, per: rest.count, old.condition, from: from, key: old.key)
      } else {
        offer.end(old.quantity, old.condition, from: from, key: old.key)
      }
    }
  }

  /// What each operation of a tool is a fee for; the others are refused.
  private static let operations = [
    "web_search": "web-searches", "google_search_grounding": "web-searches",
    "search_request_low": "requests", "search_request_medium": "requests",
    "search_request_high": "requests",
  ]

  private static func fee(_ row: LiteralValue, of channel: String) -> ImportedOffer {
    let operation = row["operation"]?.text ?? "unknown"
    let key = "retrieval/\(operation)"
    var offer = ImportedOffer(
      key: key, provider: channel, name: key, origin: row["source_url"]?.text)
    guard let number = row["per_1k_usd"]?.number.flatMap(ListedNumber.init),
      let quantity = operations[operation].flatMap(Quantity.init(id:)),
      let from = row["effective_from"]?.text.flatMap({ CalendarDate($0) })
    else {
      offer.refuse(key)
      return offer
    }
    offer.add(number, of: quantity, per: 1_000, .always, from: from, key: key)
    if let end = row["effective_to"]?.text.flatMap({ CalendarDate($0) }) {
      offer.end(quantity, .always, from: end, key: key)
    }
    return offer
  }
}

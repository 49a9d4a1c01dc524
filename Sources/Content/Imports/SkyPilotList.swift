import Pricing

/// A cloud in the catalogue of SkyPilot, `vms.csv`: machines by the hour, by region.
enum SkyPilotList {
  /// The machines of a cloud, which is called as the folder of its file.
  static func offers(_ file: PriceList.File) throws(PriceListError) -> [ImportedOffer] {
    let table = try file.rows()
    let folders = file.path.split(separator: "/").dropLast()
    let provider = folders.last.map(String.init) ?? "unknown"
    var (order, rows): ([String], [String: [Int]]) = ([], [:])
    for row in 0..<table.count {
      guard let key = key(of: row, in: table) else { continue }
      if rows[key] == nil { order.append(key) }
      rows[key, default: []].append(row)
    }
    return order.map { offer($0, of: provider, rows[$0] ?? [], in: table) }
  }

  /// What tells machines apart; accelerators that are sold without a machine have no type.
  private static func key(of row: Int, in table: SeparatedRows) -> String? {
    if let type = table[row, "InstanceType"] { return type }
    guard let name = table[row, "AcceleratorName"] else { return nil }
    return "\(name):\(whole(table[row, "AcceleratorCount"]) ?? "1")"
  }

  private static func offer(
    _ key: String, of provider: String, _ rows: [Int], in table: SeparatedRows
  ) -> ImportedOffer {
    var offer = ImportedOffer(key: key, provider: provider, name: key, origin: nil)
    let prices = [("Price", [Choice]()), ("SpotPrice", [Choice(.tier, "spot")])]
    for (column, choices) in prices {
      addPrices(column, choices, of: rows, in: table, to: &offer)
    }
    guard offer.isPriced else { return offer }
    let (name, listed) = (table[rows[0], "AcceleratorName"], table[rows[0], "AcceleratorCount"])
    let count = name == nil ? 1 : whole(listed).flatMap { Int($0) } ?? 0
    if count < 1 {
      offer.refuse("AcceleratorCount that is no whole number")
      offer.prices = []
    }
    let type = table[rows[0], "InstanceType"]
    let parts = [
      type ?? "without a machine", whole(table[rows[0], "vCPUs"]).map { "\($0) vCPUs" },
      whole(table[rows[0], "MemoryGiB"]).map { "\($0) GiB of memory" },
    ]
    offer.machine = .init(
      name: name ?? key, count: count, detail: parts.compactMap(\.self).joined(separator: ", "))
    return offer
  }

  /// Adds the prices of a column: of a region, or of its zones where these differ.
  private static func addPrices(
    _ column: String, _ choices: [Choice], of rows: [Int], in table: SeparatedRows,
    to offer: inout ImportedOffer
  ) {
    var (order, regions): ([String], [String: [(zone: String?, price: String)]]) = ([], [:])
    for row in rows {
      // A blank is no price, and not one of 0.
      guard let price = table[row, column] else { continue }
      let region = table[row, "Region"] ?? ""
      if regions[region] == nil { order.append(region) }
      regions[region, default: []].append((table[row, "AvailabilityZone"], price))
    }
    for region in order {
      let prices = regions[region] ?? []
      let isOne = Set(prices.map { ListedNumber($0.price) }).count == 1
      for (zone, price) in isOne ? Array(prices.prefix(1)) : prices {
        let place = isOne ? region : zone ?? region
        let choice = place.isEmpty ? [] : [Choice(.region, CardText.identifier(place))]
        // The catalogue has 0 for prices that nobody has told it.
        if ListedNumber(price)?.value == 0 {
          offer.refuse("\(column) of 0")
          continue
        }
        offer.add(
          price, perTime: .replicaHour, Condition(choices: choices + choice), key: column)
      }
    }
  }

  /// A number without a fraction of zeros: `30.0`.
  private static func whole(_ text: String?) -> String? {
    text.map { $0.hasSuffix(".0") ? String($0.dropLast(2)) : $0 }
  }
}

import Content
import Diagnostics
import Pricing

/// Calls of the entries of a list, each at the price that its rate card makes.
struct ListedCalls {
  let ids: [String: String]
  let content: SiteContent

  /// A line for each call: dollars, or why there is no price.
  ///
  /// - Throws: ``Failure`` for a file that cannot be read.
  func priced(_ path: String) throws -> String {
    let bytes = try NamedFile.read(path, orElse: "give a file with a call in each line")
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    return lines.map { "\(price(of: $0))\n" }.joined()
  }

  private func price(of line: Substring) -> String {
    let parts = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 5,
      let id = ids[PriceListImport.name(provider: parts[0], key: parts[1])],
      let offer = content.listedOffer(id)?.offer
    else { return "no such entry" }
    let place = SourceLocation(file: "call")
    let values =
      pairs(parts[4]).map { GivenValue($0.0, $0.1, at: place) }
      + (parts[2] == "-" ? [] : pairs(parts[2]).map { GivenValue("when.\($0.0)", $0.1, at: place) })
      + [GivenValue("period", "once", at: place)]
    var findings: [Diagnostic] = []
    guard let query = PriceQuery.read(values, site: content.settings, into: &findings) else {
      return findings.map(\.message).joined(separator: "; ")
    }
    var workload = query.workload
    if parts[3] != "-" { workload.window = moment(parts[3]).map(Window.init(at:)) }
    do {
      switch try query.changing(offer).quote(for: workload, on: nil) {
      case .notApplicable(let reason): return "\(reason)"
      case .invoice(let invoice):
        guard let high = invoice.high else { return "open" }
        return invoice.low == high
          ? high.dollarText : "\(invoice.low.dollarText) to \(high.dollarText)"
      }
    } catch { return "\(error)" }
  }

  /// `a=1,b=2`.
  private func pairs(_ text: String) -> [(String, String)] {
    text.split(separator: ",").map { pair in
      let parts = pair.split(separator: "=", maxSplits: 1).map(String.init)
      return (parts[0], parts.dropFirst().first ?? "")
    }
  }

  /// `mon 03:00` in universal time.
  private func moment(_ text: String) -> Moment? {
    let parts = text.split(separator: " ")
    let time = parts.last?.split(separator: ":").compactMap { Int($0) } ?? []
    guard parts.count == 2, time.count == 2,
      let day = Weekday.allCases.first(where: { $0.word == parts[0] })
    else { return nil }
    return Moment(day, minuteOfDay: time[0] * 60 + time[1])
  }
}

import Content
import Diagnostics
import Pricing

/// An invoice with what its reader needs beside it: the offer, and who states its rates.
struct Bill {
  let listed: ListedOffer
  let query: PriceQuery
  let invoice: Invoice
  let content: SiteContent

  /// The offer at the prices that the query chooses, less one's own discounts.
  private let priced: Offer

  /// Prices a query.
  ///
  /// - Throws: ``Failure`` if the offer cannot be priced for it, with the flags that it needs.
  init(_ listed: ListedOffer, query: PriceQuery, content: SiteContent) throws {
    let findings = query.findings(about: listed.offer)
    guard findings.isEmpty else { throw Failure(findings) }
    do {
      let settings = content.settings
      let offer = listed.offer.less(settings.discounts, on: query.date ?? settings.day)
      priced = try query.changing(offer)
      switch try priced.quote(for: query.workload, on: query.date) {
      case .invoice(let invoice): self.invoice = invoice
      case .notApplicable(let reason): throw Self.failure(reason, listed, query)
      }
    } catch let error as PricingError {
      let finding = error.finding
      throw Failure("\(listed.offer.id): \(finding.message)", hint: finding.hint)
    }
    self.listed = listed
    self.query = query
    self.content = content
  }

  /// The rates behind the lines, each with its source; where nobody says which of several holds, all of them.
  var rates: [Rate] {
    invoice.rates.filter { rate in
      invoice.lines.contains { $0.unit == rate.unit && $0.beyond == rate.condition.beyond ?? 0 }
    }.flatMap { $0.possible.isEmpty ? [$0] : $0.possible }
  }

  /// Why there is no invoice, and the flags that would make one.
  private static func failure(
    _ reason: NotApplicable, _ listed: ListedOffer, _ query: PriceQuery
  ) -> Failure {
    let offer = listed.offer
    return switch reason {
    case .needsTokens where offer.meters == [.time]:
      Failure("no tokens for the traffic on '\(offer.id)'", hint: "add --tokens 20M")
    case .needsTokens:
      Failure(
        "no tokens for '\(offer.id)', which is billed by the token",
        hint: "add --tokens 20M, or --input-tokens 8M and --output-tokens 2M")
    case .needsCount(let quantity):
      Failure(
        "no \(quantity.many) for '\(offer.id)', which is billed by them",
        hint: "add --count \(quantity.id.replacing("-", with: "_"))=1000")
    case .noPrice(let quantity):
      Failure(
        "no price for \(quantity.many) is stated for '\(offer.id)'",
        hint: "leave them out, or add the price to its rate card")
    case .needsRequests:
      Failure(
        "no requests for '\(offer.id)', which is billed by the request",
        hint: "add --requests 10k")
    case .needsTraffic:
      Failure(
        "no traffic for '\(offer.id)', which is billed by time",
        hint:
          "add one of --hours 72, --gpu-hours 1500, --busy-share 10%, --burst 20s/300s, --session 9m, --idle, "
          + "or --tokens 20M with --batch or --steady")
    case .needsGPUs:
      Failure(
        "no number of GPUs for '\(offer.id)', by which the work is counted",
        hint:
          "add 'machine:' with its 'count' to the offer in its rate card, or give --hours of machines"
      )
    case .needsThroughput:
      Failure(
        "no speed for '\(offer.id)', which is billed by time",
        hint: "add --tokens-per-second 600 or --tokens-per-hour 2M")
    case .noRate where query.choices.isEmpty && !offer.ratesInForce(on: query.date).isEmpty:
      Failure(
        "no price of '\(offer.id)' is for a buyer who chose nothing",
        hint:
          "add --when \(offer.offeredChoices.sorted().first.map { "\($0.axis.rawValue)=\($0.value)" } ?? "tier=batch")"
      )
    case .noRate:
      Failure([
        Diagnostic(
          .error, at: SourceLocation(file: "--on"),
          "no rate of '\(offer.id)' is in force on \(query.date.map(String.init) ?? "any day")",
          hint: listed.history.begins.map { "write \($0) or a later day" })
      ])
    }
  }
}

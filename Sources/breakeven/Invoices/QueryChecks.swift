import Content
import Diagnostics
import Pricing

/// Flags that make no sense for one offer, though they do for others.
extension PriceQuery {
  /// Every such flag, each with a way out.
  func findings(about offer: Offer) -> [Diagnostic] {
    [replicas(of: offer), utilisation(of: offer)].compactMap(\.self)
  }

  private func replicas(of offer: Offer) -> Diagnostic? {
    guard let minimumReplicas else { return nil }
    let place = SourceLocation(file: "--minimum-replicas")
    guard offer.meters.contains(.time) else {
      return Diagnostic(
        .error, at: place, "'\(offer.id)' has no replicas: it does not bill time",
        hint: "remove it")
    }
    guard let maximum = offer.scaling(on: date).maximumReplicas, minimumReplicas > maximum else {
      return nil
    }
    return Diagnostic(
      .error, at: place, "'\(offer.id)' has at most \(Counted.text(maximum, "replica"))",
      hint: "write at most \(maximum)")
  }

  private func utilisation(of offer: Offer) -> Diagnostic? {
    guard utilisation != nil, workload.throughput == nil, offer.throughput == nil else {
      return nil
    }
    return Diagnostic(
      .error, at: SourceLocation(file: "--utilisation"), "no speed to take a share of",
      hint: "add --tokens-per-second or --tokens-per-hour")
  }
}

/// Charges of the meters that count: tokens and requests.
struct CountedMeters {
  let rates: [Rate]
  let workload: Workload
  let end: End

  /// The charges at one end.
  ///
  /// - Throws: ``PricingError``.
  func charges() throws(PricingError) -> [Charge] {
    var charges: [Charge] = []
    for rate in rates {
      switch rate.unit {
      case .millionTokens: charges.append(try tokens(.tokens, rate, share: .one))
      case .millionInputTokens: charges.append(try tokens(.inputTokens, rate, share: inputShare()))
      case .millionOutputTokens:
        charges.append(try tokens(.outputTokens, rate, share: .one - inputShare()))
      case .request:
        let count = Ratio(Int128(workload.requests ?? 0))
        let derivation = Derivation(count, "requests", "requests", workload.basis)
        charges.append(charge(.requests, rate, count, derivation))
      case .gpuHour, .replicaHour, .gpuSecond, .second, .gigabyteSecond: continue
      }
    }
    return charges
  }

  /// Where only the sum is known, the smallest invoice has as much as possible of the cheap kind.
  private func inputShare() throws(PricingError) -> Ratio {
    let share = try (workload.tokens ?? .split(input: 0, output: 0)).inputShare()
    let input = price(.millionInputTokens)
    let output = price(.millionOutputTokens)
    // A price that is not stated may be anything: nothing at the low end, the dearer at the high.
    let inputIsDearer =
      end == .low
      ? input ?? .zero > output ?? .zero
      : output != nil && (input == nil || input ?? .zero > output ?? .zero)
    return share[inputIsDearer ? end : end.opposite]
  }

  private func price(_ unit: RateUnit) -> Money? {
    guard let rate = rates.first(where: { $0.unit == unit }) else { return .zero }
    return rate.price?[end]
  }

  private func tokens(
    _ kind: LineItem.Kind, _ rate: Rate, share: Ratio
  ) throws(PricingError) -> Charge {
    let total = Ratio(workload.tokens?.total ?? 0)
    let count = try total * share
    var derivation = Derivation(count, "tokens", "tokens", workload.basis)
    if kind != .tokens, case .total(_, let shares) = workload.tokens {
      derivation = Derivation(total, "tokens", "tokens", workload.basis)
        .then(.times, share, "", "share", shares.isExact ? workload.basis : .assumed)
    }
    derivation = derivation.then(.over, Ratio(rate.unit.size), "tokens", "a million")
    return charge(kind, rate, try count / Ratio(rate.unit.size), derivation)
  }

  private func charge(
    _ kind: LineItem.Kind, _ rate: Rate, _ quantity: Ratio, _ derivation: Derivation
  ) -> Charge {
    Charge(
      kind: kind, rate: rate, quantity: quantity, price: rate.price?[end],
      derivation: derivation)
  }
}

/// What a claim's formula rests on: the words behind each of its inputs, as far as they are known.
///
/// A figure that is computed from the words that state it comes out whatever it is. Those words may
/// be an input's own quotation, that of a rate or of a workload, or lie behind another claim.
struct ClaimGrounds {
  let evidence: ClaimEvidence

  /// An input, and who states it.
  private struct Ground {
    let name: String
    let citation: Citation
    /// A number that the quotation has to hold; `nil` where the input says what is asked for.
    var value: Value?
    /// Whether it lies behind the figure of another claim.
    var isBehindAClaim = false
    var isPrice = false
  }

  /// A number with the unit that it is worked with.
  private struct Value {
    let number: Bounds<Ratio>
    let unit: ClaimUnit

    /// Whether words hold both ends.
    func stands(in words: String) -> Bool { unit.counts(number, in: QuotedAmounts(words)) }
  }

  /// Why a figure that comes to the same proves nothing; `nil` if it does.
  func restatement(of claim: Claim) -> Verdict.Restatement? {
    var visited: Set<String> = [claim.id]
    let own = claim.citation.quote.map(QuotedWords.init)
    var isBorneOut = false
    let grounds = grounds(claim.formula.terms, &visited)
    guard !grounds.isEmpty else { return .byDefinition }
    for ground in grounds {
      guard ground.citation.source == claim.citation.source else {
        isBorneOut = true
        continue
      }
      // Without its words nobody can say whether it is another statement of the same source.
      guard let own, let quote = ground.citation.quote else { continue }
      guard QuotedWords(quote).isOfOneStatement(with: own) else {
        isBorneOut = true
        continue
      }
      // What is asked for may stand beside the answer. A result that stands there may not be an
      // input, nor may a number that the words do not hold: it was worked out from them.
      if ground.isBehindAClaim || ground.value.map({ !$0.stands(in: quote) }) ?? false {
        return .derived(ground.name)
      }
      // A price that nobody states elsewhere is what was to be borne out.
      if ground.isPrice { return .alone }
    }
    guard isBorneOut else { return .alone }
    return isConversion(claim) ? .converted : nil
  }

  /// Whether a formula does no more than count one number of the same source in another unit.
  private func isConversion(_ claim: Claim) -> Bool {
    var stated: [Citation] = []
    for term in claim.formula.terms {
      guard case .stated(_, _, let citation) = term.operand else { return false }
      if let citation { stated.append(citation) }
    }
    return stated.count == 1 && claim.formula.terms.count > 1
      && stated[0].source == claim.citation.source
  }

  /// Whether a figure rests on inputs beside prices that its own words state, such as hours.
  func restsOnOwnConditions(_ claim: Claim) -> Bool {
    guard let own = claim.citation.quote.map(QuotedWords.init) else { return false }
    var visited: Set<String> = [claim.id]
    return grounds(claim.formula.terms, &visited).contains { ground in
      guard !ground.isPrice, ground.citation.source == claim.citation.source,
        let quote = ground.citation.quote
      else { return false }
      return QuotedWords(quote).isOfOneStatement(with: own)
    }
  }

  private func grounds(
    _ terms: [ClaimFormula.Term], _ visited: inout Set<String>
  ) -> [Ground] {
    var grounds: [Ground] = []
    for term in terms {
      switch term.operand {
      case .stated(let value, let unit, let citation):
        if let citation {
          let value = Value(number: value, unit: unit)
          grounds.append(Ground(name: term.name, citation: citation, value: value))
        }
      case .notStated, .monthHours: break
      case .rate(let offer, let unit):
        if let rate = evidence.rate(offer, unit) { grounds.append(ground(rate, term.name)) }
      case .invoice(let scenario, let offer, let workload):
        grounds += invoice(scenario, offer, workload, term.name)
      case .crossings(let scenario, let pair, _, _): grounds += curves(scenario, pair)
      case .claim(let id, _): grounds += claim(id, &visited)
      case .quantity(let formula, _): grounds += self.grounds(formula.terms, &visited)
      case .gathered(_, let members, _): grounds += self.grounds(members, &visited)
      }
    }
    return grounds
  }

  /// Another claim's own words, and all that it is computed from.
  private func claim(_ id: String, _ visited: inout Set<String>) -> [Ground] {
    guard visited.insert(id).inserted, let claim = evidence.claim(id) else { return [] }
    let all =
      [Ground(name: claim.says, citation: claim.citation)] + grounds(claim.formula.terms, &visited)
    return all.map {
      Ground(
        name: $0.name, citation: $0.citation, value: $0.value, isBehindAClaim: true,
        isPrice: $0.isPrice)
    }
  }

  private func ground(_ rate: Rate, _ name: String) -> Ground {
    Ground(
      name: name, citation: rate.citation,
      value: rate.price.map {
        Value(number: Bounds($0.low.dollars, $0.high.dollars), unit: rate.unit.claimUnit)
      }, isPrice: true)
  }

  private func invoice(
    _ scenario: String, _ offer: String, _ workload: String, _ name: String
  ) -> [Ground] {
    guard let invoice = evidence.quote(scenario, offer, workload)?.invoice else { return [] }
    return invoice.lines.flatMap { line in
      let ends = [line.derivation.low, line.derivation.high]
      let asked: [Ground] = ends.flatMap(\.terms).compactMap { term in
        guard case .stated(let citation) = term.basis else { return nil }
        return Ground(name: term.name, citation: citation)
      }
      return [ground(line.rate, name)] + asked
    }
  }

  private func curves(_ scenario: String, _ pair: ClaimOperand.Pair) -> [Ground] {
    guard let scenario = evidence.scenario(scenario)?.scenario else { return [] }
    let asked = scenario.workloads.flatMap { workload in
      workload.citations.map { Ground(name: workload.name, citation: $0) }
    }
    return asked
      + scenario.offers.filter { [pair.first, pair.second].contains($0.id) }.flatMap { offer in
        evidence.rates(of: offer).map { ground($0, offer.name) }
      }
  }
}

extension Workload {
  /// Who states what is asked for.
  public var citations: [Citation] {
    Input.allCases.compactMap { evidence[$0] }
      + [throughput?.basis, throughput?.utilisationBasis].compactMap { basis in
        if case .stated(let citation)? = basis { citation } else { nil }
      }
  }
}

extension ClaimUnit {
  /// Whether amounts hold both ends of a number in this unit, with or without the millions that it
  /// counts in.
  fileprivate func counts(_ number: Bounds<Ratio>, in amounts: QuotedAmounts) -> Bool {
    [number.low, number.high].allSatisfy { end in
      amounts.hold(end)
        || above.contains(.millionTokens) && ((try? end * 1_000_000).map(amounts.hold) ?? false)
    }
  }
}

extension Claim {
  /// Whether the words of the source hold the published figure; it takes them apart each time.
  var hasFigureInItsWords: Bool {
    guard let quote = citation.quote else { return false }
    let (figures, amounts) = (published.figures, QuotedAmounts(quote))
    if published.unit.counts(figures, in: amounts) { return true }
    if figures == Bounds(.zero) {
      let words = quote.lowercased().split { !$0.isLetter }
      return !Set(words).isDisjoint(with: ["nothing", "no", "free"])
    }
    // "7B to 70B" is 7 to 70 billion, whatever the claim counts in.
    return [1_000, 1_000_000, 1_000_000_000].contains { (scale: Int128) in
      [figures.low, figures.high].allSatisfy { (try? $0 * Ratio(scale)).map(amounts.hold) ?? false }
    }
  }
}

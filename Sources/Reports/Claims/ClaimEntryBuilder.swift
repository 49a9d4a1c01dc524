import Content
import Messages
import Pricing
import Wording

/// Makes the entry of a claim, with its arithmetic and where every input comes from.
struct ClaimEntryBuilder {
  let context: SiteContext

  /// Whether the page that shows the entry is that of all claims, where each has its place.
  let isTheirPage: Bool

  /// The entry of a claim.
  ///
  /// - Parameters:
  ///   - audited: The claim and what became of it.
  ///   - sources: The sources of the page.
  /// - Returns: An entry with an anchor only where the claim has its place.
  func entry(_ audited: AuditedClaim, _ sources: inout PageSources) -> ClaimEntry {
    let claim = audited.claim
    let citations = sources.cite(claim.citation)
    let words = VerdictText(context: context)
    let kind = VerdictKind(audited.verdict)
    let others: [PageLink] =
      switch audited.verdict {
      case .notConsistent(let ids, _), .consistent(let ids): ids.map(link)
      default: []
      }
    return ClaimEntry(
      id: isTheirPage ? Anchor.claim(claim.id) : nil, quote: claim.citation.quote ?? "",
      says: claim.says, published: ClaimText.published(audited),
      computed: computed(audited), verdict: words.title(audited), kind: kind.rawValue,
      others: others, why: why(audited, words),
      steps: steps(audited.terms, isPart: false, &sources), result: result(audited),
      citations: citations, links: isTheirPage ? [] : [pageLink(claim)])
  }

  /// The computed value, or the words for why there is none.
  func computed(_ audited: AuditedClaim) -> String {
    audited.computed.map {
      ClaimText.computed($0, open: audited.open, beside: audited.claim.published)
    } ?? localized("not stated")
  }

  /// The way to another claim.
  private func link(_ id: String) -> PageLink {
    let quote = context.claim(id)?.claim.citation.quote ?? id
    return PageLink(quote, to: SitePaths.claims, anchor: Anchor.claim(id))
  }

  private func pageLink(_ claim: Claim) -> PageLink {
    PageLink(title: localized("This claim among all claims"), link: link(claim.id).link)
  }

  private func result(_ audited: AuditedClaim) -> String {
    let relation: String? =
      switch audited.claim.relation {
      case .equals: nil
      case .within: localized("the published figure has to lie within it")
      case .covers: localized("the published range has to hold it")
      case .atMost: localized("the published figure must not be more")
      case .atLeast: localized("the published figure must not be less")
      }
    return "= \(computed(audited))" + (relation.map { "; \($0)" } ?? "")
  }

  private func why(_ audited: AuditedClaim, _ words: VerdictText) -> [String] {
    var sentences = words.explanation(audited)
    switch audited.verdict {
    case .offBy, .notConsistent: break
    case .cannotBeComputed: return [words.phrase(audited).capitalisedSentence + "."]
    case .reproduced, .restated, .consistent: return sentences
    }
    for term in audited.terms {
      guard case .invoice(_, _, _, let invoice?) = term.origin else { continue }
      if audited.terms.count == 1,
        let quantity = InvoiceArithmetic(invoice: invoice).quantity(
          for: audited.claim.published.figures)
      {
        sentences.append(
          localized("The published amount is what \(quantity) cost at the same rate."))
      }
      sentences += invoice.notes.map(NoteText.sentence)
    }
    return sentences
  }

  // MARK: Steps

  private func steps(
    _ terms: [WorkedTerm], isPart: Bool, _ sources: inout PageSources
  ) -> [ClaimStep] {
    var steps: [ClaimStep] = []
    for (index, term) in terms.enumerated() {
      var step = step(term, isFirst: index == 0, isPart: isPart, &sources)
      let parts = self.steps(term.parts, isPart: true, &sources)
      if case .parts(let gathering?) = term.origin {
        // What is gathered has no order and no signs.
        steps.append(step.named(Self.head(of: term.name.capitalisedSentence, gathering)))
        steps += parts.map { $0.withoutSign() }
      } else {
        if !parts.isEmpty { step = step.named(term.name) }
        steps.append(step)
        steps += parts
      }
    }
    return steps
  }

  private func step(
    _ term: WorkedTerm, isFirst: Bool, isPart: Bool, _ sources: inout PageSources
  ) -> ClaimStep {
    let origin = origin(term, &sources)
    return ClaimStep(
      sign: isFirst ? "" : term.operation.rawValue,
      value: term.value.map { ClaimText.input($0, term.unit, open: term.open) }
        ?? localized("not stated"),
      name: origin.name ?? term.name, kind: isPart ? "part" : "step", origin: origin.text,
      links: origin.links, citations: origin.citations)
  }

  /// What stands above values that are gathered.
  private static func head(of name: String, _ gathering: ClaimOperand.Gathering) -> String {
    switch gathering {
    case .span: localized("\(name): span of")
    case .lowest: localized("\(name): lowest of")
    case .highest: localized("\(name): highest of")
    case .sum: localized("\(name): sum of")
    }
  }

  private struct Origin {
    var name: String?
    var text = ""
    var links: [PageLink] = []
    var citations: [Citation] = []
  }

  private func origin(_ term: WorkedTerm, _ sources: inout PageSources) -> Origin {
    switch term.origin {
    case .stated(let citation):
      guard let citation else { return Origin(text: localized("by definition")) }
      return Origin(text: context.evidence(citation), citations: sources.cite(citation))
    case .notStated: return Origin(text: localized("no source states it"))
    case .rate(let offer, let rate):
      let provider = context.content.listedOffer(offer)?.offer.provider ?? offer
      return Origin(
        text: localized("rate \(TimeText.day(rate.day)), \(context.evidence(rate.citation))"),
        links: [PageLink(title: localized("rate card"), link: .offer(offer, of: provider))],
        citations: sources.cite(rate.citation))
    case .invoice(let scenario, _, _, let invoice):
      guard let invoice else {
        return Origin(text: localized("the offer cannot be priced for this workload"))
      }
      let arithmetic = InvoiceArithmetic(invoice: invoice)
      let citations = arithmetic.citations.flatMap { sources.cite($0) }
      let dates = arithmetic.citations.map(context.evidence)
      return Origin(
        text: ([arithmetic.products] + dates).joined(separator: "; "),
        links: [
          PageLink(title: localized("invoice"), link: context.arithmetic(of: invoice, in: scenario))
        ],
        citations: citations)
    case .crossings(let scenario):
      let edges = [
        term.open.below ? localized("the low end is where they begin") : nil,
        term.open.above ? localized("the high end is where they end") : nil,
      ].compactMap(\.self)
      // Discounts of one's own, or later prices, may leave the page of the scenario without any.
      let hasAny =
        context.priced[scenario]?.priced.groups.contains {
          $0.breakEven?.crossings.isEmpty == false
        }
      return Origin(
        text: ([localized("from the cost curves")] + edges).joined(separator: "; "),
        links: [
          PageLink(
            localized("crossings"), to: SitePaths.scenario(scenario),
            anchor: hasAny == true ? Anchor.crossings(scenario) : nil)
        ])
    case .month(let scenario):
      return Origin(
        text: localized("an assumption of the scenario"),
        links: [PageLink(localized("scenario"), to: SitePaths.scenario(scenario))])
    case .claim(let id):
      let other = context.claim(id)?.claim
      return Origin(
        name: term.name.isEmpty ? localized("“\(other?.citation.quote ?? id)”") : term.name,
        text: ([localized("published")] + (other.map { [context.evidence($0.citation)] } ?? []))
          .joined(separator: ", "),
        links: [PageLink(title: localized("claim"), link: link(id).link)],
        citations: sources.cite(other?.citation))
    case .parts: return Origin(text: localized("worked out below"))
    }
  }
}

extension ClaimStep {
  fileprivate func named(_ name: String) -> ClaimStep {
    ClaimStep(
      sign: sign, value: value, name: name, kind: kind, origin: origin, links: links,
      citations: citations)
  }

  fileprivate func withoutSign() -> ClaimStep {
    ClaimStep(
      sign: "", value: value, name: name, kind: kind, origin: origin, links: links,
      citations: citations)
  }
}

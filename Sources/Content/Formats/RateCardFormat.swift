public import Diagnostics
public import Pricing

/// A provider and what it sells: one file in `content/rate-cards/`.
public struct RateCard: Hashable, Sendable {
  /// The id, which is the name of the file.
  public let id: String

  /// The name as readers know it.
  public let name: String

  /// Its own site, if it has one.
  public let website: String?

  /// The colour of its offers in charts, from 1; `nil` for one that is made from its id.
  public let colour: Int?

  /// How it bills, in a sentence or two.
  public let summary: String

  /// What it sells, in the author's order.
  public let offers: [ListedOffer]
}

/// An offer as a rate card lists it.
public struct ListedOffer: Hashable, Sendable {
  /// What the engine prices.
  public let offer: Offer

  /// Prices and rules that begin after the day of the site, and price nothing.
  public let announced: Announcement

  /// All prices and rules that are known on the day of the site, oldest first, also announced ones.
  public let history: History

  /// Every source that the offer cites, with its place.
  public let cited: [Located<String>]

  /// Where its id stands.
  public let location: SourceLocation
}

/// What will hold of an offer from a later day than the site's.
public struct Announcement: Hashable, Sendable {
  /// Prices to come, oldest first.
  public let rates: [Rate]

  /// Rules to come, oldest first.
  public let rules: [ScalingRules]
}

/// The dated prices and rules of an offer, as far as they were known on the day of the site.
public struct History: Hashable, Sendable {
  /// Prices in the author's order: oldest first within a unit.
  public let rates: [Dated<Rate>]

  /// Rules, oldest first.
  public let rules: [Dated<ScalingRules>]

  /// What the offer charges for on any day, known or not.
  public let units: Set<RateUnit>

  /// The first day on which a price is stated to hold, known or not.
  public let begins: CalendarDate?
}

/// The format of `content/rate-cards/*.yaml`.
public enum RateCardFormat {
  private static let offer = Shape(
    "offer", "One thing that the provider sells.",
    [
      Field(
        "id", .identifier, .required, "Unique in the site; it stands in file names and data.",
        example: "modal-h100"),
      Field("name", .line, .required, "The name as readers know it.", example: "Modal H100"),
      Field(
        "model", .shape(GoodsFormat.model), .optional,
        "For an offer of one model: which. Offers of other models are not compared with it."),
      Field(
        "machine", .shape(GoodsFormat.machine), .optional,
        "For an offer by time: what is rented. Offers of other machines are not compared with it."
      ),
      Field(
        "rates", .list(of: .shape(DatedRatesFormat.shape)), .required,
        "Dated prices, oldest first. A new price is a new entry; an old one is never overwritten."
      ),
      Field(
        "memory_gb", .decimal, .optional, "For a price per gigabyte and second.", example: "16"),
      Field("throughput", .shape(ThroughputFormat.shape), .optional, "How fast a replica works."),
      Field(
        "like", .identifier, .optional,
        "The id of an offer above in this file, whose scaling and features hold here too where "
          + "they are left out.", example: "modal-h100"),
      Field(
        "scaling", .oneOrMore(ScalingRulesFormat.shape), .optional,
        "When machines are held and billed; for prices by time. Rules that changed are a list, "
          + "oldest first."),
      Field(
        "also_stated", .list(of: .shape(StatementFormat.shape)), .optional,
        "What other sources say about the price."),
      Field(
        "adjustments", .list(of: .shape(AdjustmentFormat.shape)), .optional,
        "Prices in proportion to the rates."),
      Field(
        "features", .shape(FeaturesFormat.shape), .optional,
        "What the offer allows beside its price."),
    ])

  /// The keys of the file.
  public static let shape = Shape(
    "rate card", "A provider and what it sells.",
    [
      Field("name", .line, .required, "The provider's name.", example: "Modal"),
      Field(
        "website", .address, .optional, "The provider's own site.", example: "https://modal.com"),
      Field(
        "colour", .choice((1...6).map(String.init)), .optional,
        "The colour of its offers in charts; one that is made from the file's name if left out.",
        example: "3"),
      Field(
        "summary", .text, .required, "How the provider bills, in a sentence or two.",
        example: "Bills GPUs by the second while a function holds one."),
      Field("offers", .list(of: .shape(offer)), .required, "What the provider sells."),
    ])

  static func rateCard(
    _ mapping: Mapping, id: String, days: SourceDays, into findings: inout Findings
  ) -> RateCard {
    var offers: [ListedOffer] = []
    for entry in mapping.mappings("offers") {
      let model = model(of: entry, among: offers, &findings)
      checkModel(of: entry, among: mapping.mappings("offers"), &findings)
      if let offer = listedOffer(entry, provider: id, like: model, days, into: &findings) {
        offers.append(offer)
      }
    }
    // What is missing is reported; the offers stay known, so that scenarios are not blamed too.
    return RateCard(
      id: id, name: mapping.text("name")?.value ?? id, website: mapping.text("website")?.value,
      colour: mapping.text("colour").flatMap { Int($0.value) },
      summary: mapping.text("summary")?.value ?? "", offers: offers)
  }

  /// The offer above whose scaling and features an offer takes over.
  private static func model(
    of entry: Mapping, among offers: [ListedOffer], _ findings: inout Findings
  ) -> ListedOffer? {
    guard let like = entry.text("like") else { return nil }
    let model = offers.first { $0.offer.id == like.value }
    if model == nil {
      findings.error(
        like.location, "'\(like.value)' is not an offer above this one",
        hint: Suggestion.hint(for: like.value, in: offers.map(\.offer.id), noun: "offers above"))
    }
    return model
  }

  private static func listedOffer(
    _ entry: Mapping, provider: String, like model: ListedOffer?, _ days: SourceDays,
    into findings: inout Findings
  ) -> ListedOffer? {
    var cited: [Located<String>] = []
    let dated = DatedRatesFormat.rates(entry.mappings("rates"), days, &cited, into: &findings)
    checkUnits(dated.units, entry, &findings)
    let rules = ScalingRulesFormat.rules(entry.mappings("scaling"), days, &cited, into: &findings)
    let isOwn = entry.has("scaling")
    let throughput = ThroughputFormat.throughput(
      entry.mapping("throughput"), &cited, into: &findings)
    let features = FeaturesFormat.features(entry.mapping("features"), &cited, into: &findings)
    let statements = StatementFormat.statements(
      entry.mappings("also_stated"), days, &cited, into: &findings)
    let adjustments = AdjustmentFormat.adjustments(
      entry.mappings("adjustments"), &cited, into: &findings)
    let goods = GoodsFormat.goods(entry, rates: dated.known.map(\.value), &cited, into: &findings)
    guard let id = entry.text("id") else { return nil }
    var offer = Offer(
      id: id.value, name: entry.text("name")?.value ?? id.value, provider: provider,
      rates: dated.present,
      rules: isOwn ? rules.present : model?.offer.rules ?? [],
      unitsPerReplica: unitsPerReplica(entry, goods?.machine, dated.units, &findings),
      throughput: throughput,
      features: Self.features(
        entry.has("features") ? features : model?.offer.features ?? Features(), of: goods?.model),
      statements: statements, goods: goods)
    offer.adjustments = adjustments
    return ListedOffer(
      offer: offer,
      announced: Announcement(
        rates: dated.announced, rules: isOwn ? rules.announced : model?.announced.rules ?? []),
      history: History(
        rates: dated.known, rules: isOwn ? rules.known : model?.history.rules ?? [],
        units: dated.units, begins: dated.begins),
      cited: cited, location: id.location)
  }

  /// What an offer allows; of one model, the catalogue is that model and not its platform's.
  private static func features(_ features: Features, of model: Goods.Model?) -> Features {
    guard let model else { return features }
    var features = features
    let kinds: [Features.Catalogue] =
      model.access.map { $0 == .open ? [.openModels] : [.proprietaryModels] } ?? []
    features.catalogue = .init(Set(kinds), citation: kinds.isEmpty ? nil : model.citation)
    return features
  }

  /// A model is not taken over from another offer: the two may differ.
  private static func checkModel(
    of entry: Mapping, among entries: [Mapping], _ findings: inout Findings
  ) {
    guard let like = entry.text("like"), !entry.has("model"), !entry.has("features"),
      entries.contains(where: { $0.text("id")?.value == like.value && $0.has("model") })
    else { return }
    findings.error(
      like.location, "'\(like.value)' is an offer of one model, this one does not say of which",
      hint: "add 'model:' with its name, its class or its access")
  }

  private static func checkUnits(
    _ units: Set<RateUnit>, _ entry: Mapping, _ findings: inout Findings
  ) {
    let place = entry.location(of: "rates")
    checkQuantities(units, at: place, &findings)
    let kinds = units.intersection([.millionInputTokens, .millionOutputTokens])
    if let kind = kinds.first, kinds.count == 1 {
      let missing = kind == .millionInputTokens ? "output" : "input"
      findings.error(
        place, "a price for one kind of token without the other",
        hint: "add 'usd_per_million_\(missing)_tokens', or write 'not stated' there")
    }
    if !kinds.isEmpty, units.contains(.millionTokens) {
      findings.error(
        place, "a price for all tokens beside a price for one kind, so that both would be charged",
        hint: "make two offers of it, or write the price of all tokens for each kind")
    }
    let timed = units.filter { $0.meter == .time }
    if timed.count > 1 {
      findings.error(
        place,
        "an offer with two prices of time: \(timed.map(\.rawValue).sorted().joined(separator: ", "))",
        hint: "make two offers of it")
    }
    if timed.isEmpty, !units.isEmpty, entry.has("scaling") {
      findings.error(
        entry.location(of: "scaling"), "a scaling policy for an offer that does not bill time",
        hint: "remove it, or state a price of time such as 'usd_per_gpu_hour'")
    }
  }

  /// Two prices for one thing would both be charged.
  private static func checkQuantities(
    _ units: Set<RateUnit>, at place: SourceLocation, _ findings: inout Findings
  ) {
    for unit in units.sorted() {
      guard let quantity = unit.quantity,
        let other = units.sorted().first(where: { $0 < unit && $0.quantity == quantity })
      else { continue }
      findings.error(
        place, "two prices for \(quantity.many): \(other.key) and \(unit.key)",
        hint: "keep one of them")
    }
  }

  private static func unitsPerReplica(
    _ entry: Mapping, _ machine: Goods.Machine?, _ units: Set<RateUnit>, _ findings: inout Findings
  ) -> Ratio {
    let isByMemory = units.contains { $0.part == .memory }
    if let machine, units.contains(where: { $0.part == .gpus }) {
      return Ratio(Int128(machine.count))
    }
    guard let memory = entry.decimal("memory_gb") else {
      if isByMemory {
        findings.error(
          entry.location, "a price per gigabyte without a size", hint: "add 'memory_gb: 16'")
      }
      return .one
    }
    let size = findings.exact(memory.location) { () throws(PricingError) in
      try memory.value.ratio()
    }
    guard let size, size > 0, isByMemory else {
      if size != nil {
        findings.error(
          memory.location, "'memory_gb' needs a price per gigabyte and a number above 0",
          hint: "remove it, or state 'usd_per_gb_second'")
      }
      return .one
    }
    return size
  }
}

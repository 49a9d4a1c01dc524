import Diagnostics
import Pricing

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
    ] + ReplicaFormat.fields + [
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
      FieldsFormat.field("What the offer has in fields of the site's own."),
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
      FieldsFormat.field(
        "What everything here has in fields of the site's own, unless an offer says otherwise."),
      Field("offers", .list(of: .shape(offer)), .required, "What the provider sells."),
    ])

  static func rateCard(
    _ mapping: Mapping, id: String, days: SourceDays, fields: [DeclaredField]?,
    _ cited: inout [Located<String>], into findings: inout Findings
  ) -> RateCard {
    let common = FieldsFormat.values(mapping, fields, &cited, into: &findings)
    var offers: [ListedOffer] = []
    var places: [String: Int] = [:]
    let entries = mapping.mappings("offers")
    let withModel = Set(entries.lazy.filter { $0.has("model") }.compactMap { $0.text("id")?.value })
    for entry in entries {
      let model = model(of: entry, among: offers, places, &findings)
      checkModel(of: entry, among: withModel, &findings)
      guard var offer = listedOffer(entry, provider: id, like: model, days, into: &findings) else {
        continue
      }
      let own = FieldsFormat.values(entry, fields, &cited, into: &findings)
      offer.fields = FieldsFormat.joined(own, common, in: fields ?? [])
      if places[offer.offer.id] == nil { places[offer.offer.id] = offers.count }
      offers.append(offer)
    }
    // What is missing is reported; the offers stay known, so that scenarios are not blamed too.
    return RateCard(
      id: id, name: mapping.text("name")?.value ?? id, website: mapping.text("website")?.value,
      colour: mapping.text("colour").flatMap { Int($0.value) },
      summary: mapping.text("summary")?.value ?? "", offers: offers, fields: common)
  }

  /// The offer above whose scaling and features an offer takes over.
  private static func model(
    of entry: Mapping, among offers: [ListedOffer], _ places: [String: Int],
    _ findings: inout Findings
  ) -> ListedOffer? {
    guard let like = entry.text("like") else { return nil }
    let model = places[like.value].map { offers[$0] }
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
    GraduatedRates.check(
      adjustments, beside: dated.known.map(\.value), at: entry.location(of: "adjustments"),
      into: &findings)
    let goods = GoodsFormat.goods(entry, rates: dated.known.map(\.value), &cited, into: &findings)
    guard let id = entry.text("id") else { return nil }
    var offer = Offer(
      id: id.value, name: entry.text("name")?.value ?? id.value, provider: provider,
      rates: dated.present,
      rules: isOwn ? rules.present : model?.offer.rules ?? [],
      replica: ReplicaFormat.size(entry, goods?.machine, dated.units, &findings),
      throughput: throughput,
      features: Self.features(
        entry.has("features") ? features : model?.offer.features ?? Features(), of: goods?.model),
      statements: statements, goods: goods)
    offer.adjustments = adjustments
    if offer.isHeld { CommitmentRates.check(entry.mappings("scaling"), into: &findings) }
    return ListedOffer(
      offer: offer,
      announced: Announcement(
        rates: dated.announced, rules: isOwn ? rules.announced : model?.announced.rules ?? []),
      history: History(
        rates: dated.known, rules: isOwn ? rules.known : model?.history.rules ?? [],
        units: dated.units, begins: dated.begins),
      fields: [], statesRules: isOwn ? id.value : model?.statesRules ?? id.value, cited: cited,
      location: id.location)
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
    of entry: Mapping, among withModel: Set<String>, _ findings: inout Findings
  ) {
    guard let like = entry.text("like"), !entry.has("model"), !entry.has("features"),
      withModel.contains(like.value)
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
    if units.count == 1, units.allSatisfy(\.isMinimum) {
      findings.error(
        place, "a minimum without a price that it is the minimum of",
        hint: "add the price of what is used, or write 'usd_per_month' for a fee")
    }
    let timed = units.filter { $0.meter == .time }
    ReplicaFormat.check(timed.sorted(), at: place, &findings)
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
}

import Templates

/// How much of public price lists is expressed, and how the engine compares with their programs.
struct ConformancePage: TemplateModel {
  /// What stands around the page.
  let frame: Frame

  /// The heading.
  let title: String

  /// How much is expressed, and how many calls come out alike.
  let standfirst: String

  /// The lists.
  let lists: [PublicListEntry]

  /// Prices that two lists state otherwise; empty if none were found.
  let disagreements: [DisagreementEntry]

  /// Of which day the prices are.
  let day: String

  /// The same as data.
  let downloads: [PageLink]

  static let variable = "page"
}

/// A public price list.
struct PublicListEntry: TemplateModel {
  /// The anchor of the list.
  let id: String

  /// The way to the list.
  let link: LinkTarget

  /// What it is called.
  let name: String

  /// The name with the version.
  let title: String

  /// The address of its own page; absent where nobody says.
  let address: String?

  /// How much of it is expressed, in a sentence.
  let summary: String

  /// The same by feature.
  let features: [FeatureShare]

  /// What no rate card can say; empty if it says all.
  let missing: [MissingKey]

  /// What its own program makes of the same calls, in a sentence; absent where that was not tried.
  let compared: String?

  /// The reasons for amounts that are others; empty where there are none.
  let reasons: [CallReason]

  static let variable = "list"
}

/// Entries that have a feature.
struct FeatureShare: TemplateModel {
  /// The feature.
  let feature: String

  /// How many entries have it.
  let entries: String

  /// How many of them are expressed exactly.
  let expressed: String

  /// The share of these, such as `99.7 %`.
  let share: String

  static let variable = "share"
}

/// A key that no rate card can say.
struct MissingKey: TemplateModel {
  /// The key.
  let key: String

  /// How many entries have it.
  let entries: String

  static let variable = "key"
}

/// Why some calls cost something else.
struct CallReason: TemplateModel {
  /// How many calls.
  let calls: String

  /// The providers of the list that they are of, of several with the calls of each: `azure (21) and xai (2)`.
  let providers: String

  /// Why.
  let text: String

  static let variable = "reason"
}

/// A price of one model that two lists state otherwise.
struct DisagreementEntry: TemplateModel {
  /// The model.
  let model: String

  /// What the price is for.
  let unit: String

  /// What each list says, in its order: `litellm $0.15`.
  let prices: String

  static let variable = "disagreement"
}

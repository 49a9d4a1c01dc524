import Templates

/// The page of everything that is not what it was.
struct ChangesPage: TemplateModel {
  /// What stands around the page.
  let frame: Frame

  /// The heading.
  let title: String

  /// How many changes there are, or that there are none.
  let standfirst: String

  /// The way to follow them; absent where nobody knows where the site is published.
  let feed: PageLink?

  /// The days, those that are announced first, then the latest.
  let days: [ChangeDay]

  /// Where all of it was read.
  let sources: [SourceEntry]

  /// The same as data.
  let downloads: [PageLink]

  static let variable = "page"
}

/// What changes on one day, and what that moves.
struct ChangeDay: TemplateModel {
  /// The anchor.
  let id: String

  /// The day, written out, or that it is not stated.
  let date: String

  /// That the day is still to come; absent where it has come.
  let badge: String?

  /// What the table lists.
  let caption: String

  /// When the changes were written down, where that was one day.
  let captionDetail: String?

  /// A row for each change.
  let rows: [ChangeRow]

  /// What the second table lists.
  let movedCaption: String

  /// Scenarios with another winner, or a crossing elsewhere.
  let moved: [MovedScenario]

  /// What became of the other scenarios, in a sentence; absent where nothing is known.
  let others: String?

  static let variable = "day"
}

/// A price, a rule or a price in proportion before and from a day on.
struct ChangeRow: TemplateModel {
  /// The anchor, which is the name of the change for ever.
  let id: String

  /// Whose it is.
  let offer: String

  /// The link to the offer on its provider's page.
  let link: LinkTarget

  /// What of it changes.
  let title: String

  /// What it was.
  let before: String

  /// What it is from that day on.
  let now: String

  /// What a price is for; absent for a rule.
  let unit: String?

  /// How much more it is; absent where there is nothing to subtract.
  let difference: String?

  /// When it was written down, or what is known of its day; absent where the caption says it.
  let note: String?

  /// The title of the page that states it; absent where nobody does.
  let sourceTitle: String?

  /// The link to that page.
  let sourceLink: LinkTarget?

  /// The words that state it; absent where none were kept.
  let quote: String?

  static let variable = "row"
}

/// A scenario of which something moved.
struct MovedScenario: TemplateModel {
  /// Its title.
  let title: String

  /// The link to its page.
  let link: LinkTarget

  /// Its winners, then its crossings.
  let rows: [MovedRow]

  static let variable = "scenario"
}

/// A winner or a crossing before a change and after it.
struct MovedRow: TemplateModel {
  /// `Cheapest: 10M tokens`, or the two offers that cross.
  let title: String

  /// Who was cheapest, or where they crossed.
  let before: String

  /// Who is, or where they do.
  let now: String

  /// How far a crossing moved; absent for a winner.
  let move: String?

  static let variable = "row"
}

import Pricing

/// A page of the site as machines list it.
struct ListedPage: Hashable, Sendable {
  /// The path relative to the site: `scenarios/idle/`, or nothing for the front page.
  var path: String

  /// The path of its Markdown; `nil` where that is not published.
  var twin: String?

  /// The heading.
  var title: String

  /// What it says, in a sentence or two.
  var description: String

  /// The day its content was last gone through.
  var updated: CalendarDate
}

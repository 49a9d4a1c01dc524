import Content
import Diagnostics
import Messages
import Publishing
package import Templates
import Wording

/// The report of everything that is not what it was: a page, data, and a feed for those who follow.
///
/// Every site has the page, also one where nothing changed: whoever follows it finds it there.
package struct ChangesReports: ReportKind {
  package static let templates = [TemplateEntry("pages/changes.xhtml", ChangesPage.self)]

  static var title: String { localized("Changes") }
  static var description: String {
    localized(
      "Every price and every rule that changed, from which day on, and which winners and break-evens "
        + "that moved.")
  }

  private let page: Template<ChangesPage>

  /// The rows for programs; readers have the page, and its Markdown.
  private static let records = TableFiles(forRecordsAt: SitePaths.changeTable)

  package init(_ templates: ReportTemplates) {
    page = templates.set.template("pages/changes.xhtml", for: ChangesPage.self)
  }

  package func closingTasks(
    _ context: SiteContext, _ outcome: ScenarioOutcome
  ) -> [ReportTask] {
    [
      ReportTask { worker throws(BuildError) in
        try worker.writer.page(
          Self.report(context, outcome), withTwin: page, at: SitePaths.changes)
        try Self.records.write(ChangeRecords(context: context).table, to: &worker.writer)
        try worker.writer.data(at: SitePaths.changeData, in: .data) { output in
          output =
            ChangesData(changes: context.changes, moves: outcome.moves.map(\.value)).json.file
        }
        guard worker.writer.publishes(.pages), let base = context.baseURL else { return }
        try worker.writer.siteFile(
          ChangeFeed(context, at: base, outcome.moves.map(\.value)).bytes, at: SitePaths.feed)
      }
    ]
  }

  private static func report(_ context: SiteContext, _ outcome: ScenarioOutcome) -> ChangesPage {
    var sources = PageSources(context.content, listedOn: SitePaths.changes)
    let days = ChangeDayBuilder(context: context, moves: outcome.moves).days(&sources)
    return ChangesPage(
      frame: FrameBuilder(context: context).frame(
        of: SitePaths.changes, title: title, description: description, kind: "changes"),
      title: title,
      standfirst: standfirst(
        context.changes, moved: outcome.moves.count { $0.value.moves.contains { !$0.keepsItsDay } }),
      feed: context.baseURL.map { _ in
        PageLink(localized("Follow them in a feed reader"), to: SitePaths.feed)
      },
      days: days, sources: sources.entries,
      downloads: downloads(context.content.settings.published))
  }

  private static func downloads(_ families: Set<PublishedFamily>) -> [PageLink] {
    var links: [PageLink] = []
    if families.contains(.data) {
      links.append(
        PageLink(localized("Changes and what they moved as JSON"), to: SitePaths.changeData))
    }
    if families.contains(.csv) {
      links.append(PageLink(localized("Changes as CSV"), to: "\(SitePaths.changeTable).csv"))
    }
    return links
  }

  /// How many changes there are, or that there is none.
  ///
  /// - Parameters:
  ///   - changes: All of them.
  ///   - moved: How many scenarios they moved something in.
  /// - Returns: Sentences.
  private static func standfirst(_ changes: DatedChanges, moved: Int) -> String {
    let (announced, all) = (changes.dated.count(where: \.isAnnounced), changes.dated.count)
    guard all > 0 else {
      return localized("Nothing here has changed on a day that a source states.")
    }
    let undated = changes.undated.count
    let days = Set(changes.dated.map(\.day)).count
    let start = counted(all, on: days)
    var sentences = [
      moved == 0
        ? localized("\(start), each with its source. None moved a winner or a break-even.")
        : localized(
          "\(start), each with its source and with the winners and break-evens that it moved.")
    ]
    if announced > 0 {
      let count = NumberText.whole(announced)
      sentences.append(
        localized(
          announced, one: "\(count) of them is announced.", other: "\(count) of them are announced."
        ))
    }
    if undated > 0 {
      let count = NumberText.whole(undated)
      sentences.append(
        localized(
          undated, one: "\(count) more has no day that a source states.",
          other: "\(count) more have no day that a source states."))
    }
    return sentences.joined(separator: " ")
  }

  /// How many changes there are, and on how many days.
  private static func counted(_ changes: Int, on days: Int) -> String {
    guard changes > 1 else { return localized("1 change of prices and rules on one day") }
    let (all, count) = (NumberText.whole(changes), NumberText.whole(days))
    return days == 1
      ? localized("\(all) changes of prices and rules on one day")
      : localized("\(all) changes of prices and rules on \(count) days")
  }
}

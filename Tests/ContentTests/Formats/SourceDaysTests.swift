import Content
import Diagnostics
import Pricing
import Testing

/// The three days of a source, and the order in which they can only come.
@Suite("Days of a source")
struct SourceDaysTests {
  private func outcome(_ days: String) -> (content: SiteContent?, messages: [String]) {
    let files = [
      "content/site.yaml":
        "title: T\ntagline: T\ndescription: T\nupdated: 2026-11-21\nlicence: L\n",
      "content/sources.yaml":
        "sources: [{id: page, title: A page, publisher: Somebody, \(days)}]\n",
    ]
    var loader = ContentLoader()
    let content = loader.load(
      files.sorted { $0.key < $1.key }.map { SiteFile(path: $0.key, bytes: Array($0.value.utf8)) })
    return (content, loader.diagnostics.map(\.message))
  }

  @Test(
    "The best that is known is the day of what it states",
    arguments: [
      ("published: 2026-05-28, copied: 2026-06-01, read: 2026-11-20", "published 2026-05-28"),
      ("published: 2025-05, read: 2026-11-20", "published 2025-05"),
      ("copied: 2026-06-01, read: 2026-11-20", "copied 2026-06-01"),
      ("read: 2026-11-21", "read 2026-11-21"),
    ])
  func day(days: String, expected: String) throws {
    let source = try #require(outcome(days).content?.source("page"))
    let words =
      switch source.day {
      case .began: "began"
      case .published: "published"
      case .copied: "copied"
      case .read: "read"
      }
    #expect("\(words) \(source.day.date)" == expected)
  }

  @Test(
    "Days in an order that cannot be are refused",
    arguments: [
      ("published: 2026-05-28, read: 2026-05-27", "read on 2026-05-27, before it was published"),
      ("published: 2026-06, copied: 2026-05-30, read: 2026-11-20", "copied on 2026-05-30, before"),
      ("copied: 2026-06-01, read: 2026-05-30", "read on 2026-05-30, before it was copied"),
      ("read: 2026-11-22", "read on 2026-11-22, after 2026-11-21, the day of the site"),
      ("published: 2026-13, read: 2026-11-20", "'2026-13' is not"),
      ("read: 2026-11", "'2026-11' is not a date"),
    ])
  func refuses(days: String, message: String) {
    let outcome = outcome(days)
    #expect(outcome.content == nil)
    #expect(outcome.messages.contains { $0.hasPrefix(message) }, "\(outcome.messages)")
  }

  @Test func aMonthComesBeforeItsDaysAndAfterThoseOfTheMonthBefore() throws {
    let month = try #require(CalendarDate.month("2025-05"))
    let days = ["2025-04-30", "2025-05-01", "2025-05-31"].compactMap { CalendarDate($0) }
    #expect((days + [month]).sorted() == [days[0], month, days[1], days[2]])
    #expect("\(month)" == "2025-05")
  }
}

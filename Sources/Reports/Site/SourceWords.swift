import Content
package import Diagnostics
import Messages
package import Pricing
import Wording

/// What a source says about itself, in words.
enum SourceWords {
  /// The days of a source, none as another, and whether it has an address: `published 28 May 2026,
  /// copy undated, read 21 November 2026, no address known`.
  static func details(_ source: SourceDocument) -> String {
    [
      source.published.map { localized("published \(TimeText.date($0))") }
        ?? localized("no day of publication"),
      source.copied.map { localized("copy of \(TimeText.date($0))") }
        ?? localized("copy undated"),
      localized("read \(TimeText.date(source.read))"),
      source.url == nil ? localized("no address known") : nil,
    ].compactMap(\.self).joined(separator: ", ")
  }

  /// For how many days nobody has read a source.
  static func notRead(_ days: Int) -> String {
    localized("not read for \(NumberText.whole(days)) days")
  }

  /// That the publisher sells something that the site prices, where it does.
  static func interest(_ source: SourceDocument, in content: SiteContent) -> String? {
    content.isSeller(source.publisher)
      ? localized("\(source.publisher) sells offers that are priced on this site.") : nil
  }
}

extension EvidenceDay {
  /// The day in data, under a key that says what it is: `from`, `published`, `copied` or `read`.
  package var member: (String, JSONValue) {
    let key =
      switch self {
      case .began: "from"
      case .published: "published"
      case .copied: "copied"
      case .read: "read"
      }
    return (key, .string("\(date)"))
  }
}

import Diagnostics
import Foundation
import Testing
import XML

/// The feed of a site as its readers see it.
struct AtomFeed {
  let root: Element
  let text: String

  /// One entry.
  struct Entry: Hashable {
    let id: String
    let title: String
    let link: String
    let published: String
    let updated: String
    let content: String
  }

  /// Reads a feed.
  init(_ text: String?) throws {
    self.text = try #require(text)
    root = try Element(parsing: Array(self.text.utf8), file: "feed.xml", limits: .published)
  }

  /// The entries, in the order of the file.
  var entries: [Entry] {
    root.elements.filter { $0.name == "entry" }.map { entry in
      Entry(
        id: Self.text("id", entry), title: Self.text("title", entry),
        link: entry.elements.first { $0.name == "link" }?["href"] ?? "",
        published: Self.text("published", entry), updated: Self.text("updated", entry),
        content: Self.text("content", entry))
    }
  }

  /// The text of an element of the feed itself.
  func own(_ name: String) -> String { Self.text(name, root) }

  /// What breaks the format, by the schema that the tests have of it.
  static func mistakes(in text: String) throws -> [String] {
    let folder = FixtureSite.repository.appending(path: "Tests/SiteTests/Fixtures")
    let schema = try Schema("atom.rng") { path in
      (try? Data(contentsOf: folder.appending(path: path))).map(Array.init)
    }
    do throws(XMLError) {
      let document = try PublishedDocument(parsing: Array(text.utf8), file: "feed.xml")
      try document.validate(against: schema)
      return []
    } catch { return error.diagnostics.map(\.description) }
  }

  private static func text(_ name: String, _ element: Element) -> String {
    element.elements.first { $0.name == name }?.wholeText ?? ""
  }
}

import Content
import Foundation
import Pricing
import Testing

/// One figure, provider or formula of the documents that this site is about, and where it must be.
struct ChecklistEntry: CustomTestStringConvertible, Sendable {
  /// The id of the document in the list of sources.
  let document: String

  /// Words of the document.
  let words: String

  /// What proves that it is there: `rate`, `statement`, `amount`, `rule`, `feature`, `hardware`,
  /// `provider` or `words`.
  let kind: String

  /// What the kind needs, separated by blanks.
  let place: [String]

  var testDescription: String { "\(document): \(words) (\(kind))" }
}

/// The list of everything in the documents that is a number, a provider or a formula.
enum DocumentChecklist {
  /// The rows of `Fixtures/documents.tsv`.
  static let entries: [ChecklistEntry] = {
    let file = FixtureSite.repository.appending(path: "Tests/SiteTests/Fixtures/documents.tsv")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").dropFirst().compactMap { line in
      let cells = line.split(separator: "\t").map(String.init)
      guard cells.count == 4 else { return nil }
      return ChecklistEntry(
        document: cells[0], words: cells[1], kind: cells[2],
        place: cells[3].split(separator: " ").map(String.init))
    }
  }()

  /// The paths below `content/`, sorted, without the schemas.
  private static let files: [SiteFile] = {
    let folder = FixtureSite.repository.appending(path: "content")
    let paths = (try? FileManager.default.subpathsOfDirectory(atPath: folder.path)) ?? []
    return paths.sorted().compactMap { path in
      guard [".yaml", ".md"].contains(where: path.hasSuffix) else { return nil }
      let bytes = try? Data(contentsOf: folder.appending(path: path))
      return bytes.map { SiteFile(path: "content/\(path)", bytes: Array($0)) }
    }
  }()

  /// The shipped content; `nil` if it cannot be read, which other tests report.
  static let content: SiteContent? = {
    var loader = ContentLoader()
    return loader.load(files)
  }()

  /// Whether the figures that the documents publish are listed as claims.
  static let hasClaims = files.contains { $0.path.hasPrefix("content/claims/") }

  /// All texts of the content as ``plain(_:)``.
  static let text = files.map { plain(String(decoding: $0.bytes, as: UTF8.self)) }
    .joined(separator: "\n")

  /// A text without what differs from copy to copy: case, blanks, dashes, quotes and table rules.
  static func plain(_ text: String) -> String {
    let same: [Character: Character] = [
      "–": "-", "—": "-", "“": "\"", "”": "\"", "’": "'", "|": " ", "•": " ",
    ]
    return String(text.lowercased().map { same[$0] ?? $0 }).split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
  }
}

import Encoders
import Messages

/// `llms.txt`: the site in one short Markdown file, for language models and whoever feeds them.
///
/// Links are relative, as everywhere in the site, so that the file holds under any address.
struct LanguageModelIndex: Hashable, Sendable {
  /// The name of the publication.
  var title: String

  /// What it is about, in a sentence or two.
  var description: String

  /// The pages, in the order of the site.
  var pages: [ListedPage]

  /// The files with the same figures for programs, in the order of the site.
  var data: [DataFile]

  /// A file that programs read.
  struct DataFile: Hashable, Sendable {
    /// The path relative to the site: `data/scenarios/idle.json`.
    var path: String

    /// What is in it, in a line.
    var description: String

    fileprivate var writtenLength: Int { 2 * path.utf8.count + description.utf8.count + 10 }
  }

  /// The file, in which a list without entries is left out.
  ///
  /// Written as it comes, into room that is taken once, because a site may have fifty thousand pages.
  var bytes: [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(
      pages.reduce(4096) { $0 + $1.writtenLength } + data.reduce(0) { $0 + $1.writtenLength })
    output.append(contentsOf: "# ".utf8)
    MarkdownText.append(title, to: &output)
    output.append(contentsOf: "\n\n> ".utf8)
    MarkdownText.append(description, to: &output)
    output.append(contentsOf: "\n".utf8)
    if !pages.isEmpty { output.append(contentsOf: "\n## \(localized("Pages"))\n\n".utf8) }
    for page in pages {
      let path = page.twin ?? (page.path.isEmpty ? "./" : page.path)
      Self.append(page.title, path, page.description, to: &output)
    }
    if !data.isEmpty { output.append(contentsOf: "\n## \(localized("Data"))\n\n".utf8) }
    for file in data { Self.append(file.path, file.path, file.description, to: &output) }
    return output
  }

  private static func append(
    _ title: String, _ path: String, _ description: String, to output: inout [UInt8]
  ) {
    output.append(contentsOf: "- [".utf8)
    MarkdownText.append(title, to: &output)
    output.append(contentsOf: "](".utf8)
    output.append(contentsOf: path.utf8)
    output.append(contentsOf: "): ".utf8)
    MarkdownText.append(description, to: &output)
    output.append(UInt8(ascii: "\n"))
  }
}

extension ListedPage {
  /// About how many bytes the page's line has, and seldom less.
  fileprivate var writtenLength: Int {
    title.utf8.count + (twin ?? path).utf8.count + description.utf8.count + 16
  }
}

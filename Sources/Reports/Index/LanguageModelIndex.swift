import Encoders

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
  }

  /// The file's text, in which a list without entries is left out.
  var text: String {
    let pages = pages.map { page in
      Self.entry(page.title, page.path.isEmpty ? "./" : page.path, page.description)
    }
    let files = data.map { Self.entry($0.path, $0.path, $0.description) }
    return "# \(MarkdownText.inline(title))\n\n> \(MarkdownText.inline(description))\n"
      + Self.section("Pages", pages) + Self.section("Data", files)
  }

  private static func section(_ title: String, _ entries: [String]) -> String {
    entries.isEmpty ? "" : "\n## \(title)\n\n" + entries.joined()
  }

  private static func entry(_ title: String, _ path: String, _ description: String) -> String {
    "- [\(MarkdownText.inline(title))](\(path)): \(MarkdownText.inline(description))\n"
  }
}

import Content
import Publishing

/// The files of a site, listed before any of them is read: a change while a build reads them is
/// seen by the next one.
struct SiteListing: Sendable {
  /// The files below `content/`.
  private(set) var content: SiteFiles

  /// The files below `templates/`.
  let templates: SiteFiles

  private let time: Int

  /// Lists the files of a site.
  ///
  /// - Throws: ``BuildError/reading(_:)``.
  init(of source: String) throws(BuildError) {
    time = FileStamp.now
    do throws(SiteError) {
      content = try SiteFiles(below: "content", of: source)
      templates = try SiteFiles(below: "templates", of: source)
    } catch { throw .reading(error) }
  }

  /// The site once files of its content are written.
  func adding(_ files: [SiteFile]) -> SiteListing {
    var listing = self
    listing.content = content.adding(files)
    return listing
  }

  /// The files as the state of a build has them; one of this very moment may change unseen, and
  /// counts as another file next time.
  var inputs: [BuildState.InputFile] {
    (content.files + templates.files).map { $0.stamp.isTooYoung(at: time) ? $0.unknown : $0 }
  }
}

/// What became of the files of a site since the last build.
struct InputChanges: Sendable {
  /// What became of each file that is not as it was, by path.
  let words: [String: String]

  /// The same but for some files.
  func without(_ paths: some Sequence<String>) -> InputChanges {
    let left = Set(paths)
    return left.isEmpty ? self : InputChanges(words: words.filter { !left.contains($0.key) })
  }

  private init(words: [String: String]) { self.words = words }

  /// Compares two listings.
  init(from before: [BuildState.InputFile], to now: [BuildState.InputFile]) {
    // Both are sorted, and nearly the same: no table of fifty thousand paths is needed.
    var words: [String: String] = [:]
    var rest = before[...]
    for file in now {
      while let gone = rest.first, gone.path < file.path {
        words[gone.path] = "is gone"
        rest.removeFirst()
      }
      guard let old = rest.first, old.path == file.path else {
        words[file.path] = "is new"
        continue
      }
      rest.removeFirst()
      // Of two that are not known nobody can say that they are one.
      if old.stamp != file.stamp || file == file.unknown { words[file.path] = "changed" }
    }
    for gone in rest { words[gone.path] = "is gone" }
    self.words = words
  }
}

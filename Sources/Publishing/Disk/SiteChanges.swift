/// What a build did to the files of the last site.
public struct SiteChanges: Hashable, Sendable {
  /// Paths that the last site did not have, sorted; all of them if there was no last site.
  public internal(set) var new: [String] = []

  /// Paths whose bytes are others, sorted.
  public internal(set) var changed: [String] = []

  /// Paths that are there no more, sorted.
  public internal(set) var gone: [String] = []

  /// How many files are the same, byte for byte: they keep their inode and the time at which they
  /// were written.
  public internal(set) var kept = 0

  /// The paths of all files of the site, sorted; none where nothing was made.
  public internal(set) var paths: [String] = []

  /// Whether there was a site before.
  public internal(set) var replacesASite = false

  /// Compares two sites.
  init(from last: Manifest?, to now: Manifest, keeping kept: Set<String>) {
    replacesASite = last != nil
    self.kept = kept.count
    paths = now.files.keys.sorted()
    let before = last?.files ?? [:]
    new = paths.filter { before[$0] == nil }
    changed = paths.filter { before[$0] != nil && !kept.contains($0) }
    gone = before.keys.filter { now.files[$0] == nil }.sorted()
  }

  /// Says that a site is what it was.
  package init(keeping kept: Int) {
    self.kept = kept
    replacesASite = true
  }

  /// How many files the site has, the manifest apart.
  public var all: Int { new.count + changed.count + kept }

  /// A line for each file that was not kept, for scripts that publish: `new`, `changed` or `gone`,
  /// a tab and the path, in the order of the paths.
  public var list: String {
    var words: [String: String] = [:]
    for (word, paths) in [("new", new), ("changed", changed), ("gone", gone)] {
      for path in paths { words[path] = word }
    }
    return words.sorted { $0.key < $1.key }.map { "\($0.value)\t\($0.key)\n" }.joined()
  }
}

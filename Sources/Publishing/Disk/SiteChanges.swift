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

  /// Paths that the build made, whether or not their bytes are others, sorted.
  public internal(set) var made: [String] = []

  /// Whether the tree of the last site is kept to become the next one.
  var leavesSpare = false

  /// Whether most files are those of the last site, so that keeping its tree costs less room than a
  /// site, and saves more time than making it anew.
  var areFew: Bool { new.count + changed.count + gone.count < kept }

  /// Whether there was a site before.
  public internal(set) var replacesASite = false

  /// Takes down what became of each file.
  ///
  /// - Parameters:
  ///   - files: The files that were made, sorted, and what is known of each.
  ///   - others: How many others are those of the last site.
  ///   - gone: The paths that are there no more, sorted.
  init(
    making files: some Sequence<(path: String, isKept: Bool, isNew: Bool)>, keeping others: Int,
    gone: [String]
  ) {
    self.gone = gone
    kept = others
    for file in files {
      made.append(file.path)
      if file.isKept {
        kept += 1
      } else if file.isNew {
        new.append(file.path)
      } else {
        changed.append(file.path)
      }
    }
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

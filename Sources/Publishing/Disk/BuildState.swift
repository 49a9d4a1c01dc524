/// What the last build read and wrote, kept beside the output: what is as it was need not be made
/// again.
///
/// It is a shortcut and no more. A state that is damaged, of another program or of other options is
/// as good as none; a file that is not as the state has it counts as another one.
package struct BuildState: Hashable, Sendable {
  /// What decides what a build makes, beside the files: program and options.
  package var key = ""

  /// Whether the build had nothing to say about the site, so that another one need not say it.
  package var isClean = false

  /// The files that were read, sorted by their paths.
  package var inputs: [InputFile] = []

  /// What many reports show, and the content says in several places, as their maker wrote it.
  package var shared = ""

  /// What some reports show that was worked out from the content of others, as their maker wrote it.
  package var computed = ""

  /// What stands for the structures of documents that were found valid.
  package var structures: [UInt64] = []

  /// The names that ``Report/facts`` refer to by their numbers.
  package var names: [String] = []

  /// Reports that can be kept.
  package var reports: [Report] = []

  /// The published files that belong to none of these reports, the manifest apart.
  package var others: [PublishedFile] = []

  /// The stamp of the manifest.
  package var manifest = FileStamp.ofNone

  /// When the file system was asked for the stamps of what was published.
  var time = 0

  /// The published files, the manifest apart, as lists that nobody has to copy.
  var lists: [[PublishedFile]] { [others] + reports.map(\.files) }

  /// The published files, the manifest apart.
  var files: FlattenSequence<[[PublishedFile]]> { lists.joined() }

  /// How much was made in all.
  package var counts = Counts()

  /// Places that reports asked others for, each with its file; all of them were there.
  package var asked: [UInt64: UInt64] = [:]

  /// The folders below the output, sorted by their paths.
  package var folders: [InputFile] = []

  /// The tree of the site before, if it was kept to become the next one.
  package var spare: Spare?

  /// A tree that is nearly that of the output.
  package struct Spare: Hashable, Sendable {
    /// The folders in it.
    package var folders: [InputFile]
    /// The files of the output that it lacks, or has as they were before.
    package var missing: Set<String>
    /// The files in it that are not those of the output.
    package var extra: Set<String>
  }

  /// A file that was read.
  package struct InputFile: Hashable, Sendable {
    /// The path, relative to the site.
    package var path: String
    /// What the file system said of it before it was read.
    package var stamp: FileStamp

    /// The same file, of which it is not known what it was.
    package var unknown: Self { Self(path: path, stamp: .ofNone) }

    /// Joins a path and a stamp.
    package init(path: String, stamp: FileStamp) { (self.path, self.stamp) = (path, stamp) }
  }

  /// A file that was written.
  package struct PublishedFile: Hashable, Sendable {
    /// The path, relative to the output.
    package let path: String
    let file: Manifest.File
    var stamp: FileStamp
  }

  /// How many files of each kind were made.
  package struct Counts: Hashable, Sendable {
    /// Pages for readers, and tables alone.
    package var pages = 0
    /// Chart files.
    package var charts = 0
    /// Files for programs.
    package var dataFiles = 0
    /// Documents that are known to be valid.
    package var valid = 0

    /// How many more than before.
    package static func - (now: Self, before: Self) -> Self {
      Self(
        pages: now.pages - before.pages, charts: now.charts - before.charts,
        dataFiles: now.dataFiles - before.dataFiles, valid: now.valid - before.valid)
    }
  }

  /// One report with its files.
  package struct Report: Hashable, Sendable {
    /// The id of what it is about.
    package var id: String
    /// What other reports need to know of it, as its maker wrote it.
    package var facts: ArraySlice<UInt8>
    /// How many files of each kind it has.
    package var counts: Counts
    /// Its files.
    package var files: [PublishedFile]

    /// Joins a report and its files.
    package init(id: String, facts: ArraySlice<UInt8>, counts: Counts, files: [PublishedFile]) {
      (self.id, self.facts, self.counts, self.files) = (id, facts, counts, files)
    }
  }

  package init() {}
}

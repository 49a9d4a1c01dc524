import Synchronization

/// What a build tells the next one of the tree that it published.
package struct PublishedTree: Sendable {
  /// The reports that were kept, in the order in which they were, with the stamps of their files.
  package let kept: [BuildState.Report]

  /// A state with the rest: folders, manifest and the spare tree.
  package let rest: BuildState

  /// What is known of the files that were made and not taken so far, by path.
  fileprivate var made: [String: OutputFolder.Entry]

  /// Takes away a file that was made, so that no file is kept twice.
  ///
  /// - Parameter path: Relative to the site.
  /// - Returns: The file with its stamp; `nil` if it was not made.
  package mutating func take(_ path: String) -> BuildState.PublishedFile? {
    made.removeValue(forKey: path).map { Self.file(path, $0) }
  }

  /// The files that nobody has taken, sorted by their paths.
  package var others: [BuildState.PublishedFile] {
    made.map { Self.file($0.key, $0.value) }.sorted { $0.path < $1.path }
  }

  private static func file(
    _ path: String, _ entry: OutputFolder.Entry
  ) -> BuildState.PublishedFile {
    BuildState.PublishedFile(path: path, file: entry.file, stamp: entry.stamp ?? .ofNone)
  }
}

extension OutputFolder {
  /// What the next build is told of the tree that was published, which is forgotten here.
  ///
  /// - Parameter changes: What ``publish(version:keepsSpare:isDurable:)`` said.
  /// - Returns: The files with their stamps, and a state with the rest.
  package func published(_ changes: SiteChanges) async -> PublishedTree {
    var (made, kept): ([String: Entry], [BuildState.Report]) = ([:], [])
    state.withLock { state in
      swap(&made, &state.made)
      swap(&kept, &state.kept)
      state.others = nil
    }
    var rest = BuildState()
    rest.time = FileStamp.now
    // Removing a second name changes what the file system says of a file.
    let isSure = changes.leavesSpare
    let unsure = made.filter { $0.value.stamp == nil || ($0.value.isKept && !isSure) }.map(\.key)
    let found = await Workers.map(Workers.parts(of: unsure.count)) { [new] part in
      unsure[part].map { ($0, new.stamp($0)) }
    }
    for (path, stamp) in found.joined() { made[path]?.stamp = stamp }
    rest.folders = await folders(changes, isSure: isSure)
    rest.manifest = new.stamp(Manifest.fileName) ?? .ofNone
    if changes.leavesSpare, let before {
      rest.spare = BuildState.Spare(
        folders: before.folders, missing: Set(changes.new + changes.changed),
        extra: Set(changes.changed + changes.gone))
    }
    return PublishedTree(kept: await stamped(kept, isSure: isSure), rest: rest, made: made)
  }

  /// Reports with the stamps that their files have now.
  private func stamped(
    _ reports: [BuildState.Report], isSure: Bool
  ) async -> [BuildState.Report] {
    let linked = isSure ? spare?.missing : nil
    if let linked, linked.isEmpty { return reports }
    let found = await Workers.map(Workers.parts(of: reports.count)) { [new] part in
      reports[part].map { report in
        var report = report
        for index in report.files.indices {
          let path = report.files[index].path
          guard linked?.contains(path) ?? true else { continue }
          report.files[index].stamp = new.stamp(path) ?? .ofNone
        }
        return report
      }
    }
    return Array(found.joined())
  }

  /// The folders of the tree with their stamps, sorted by their paths.
  private func folders(_ changes: SiteChanges, isSure: Bool) async -> [BuildState.InputFile] {
    guard let before else {
      return await stamped(SitePath.folders(around: changes.made).sorted())
    }
    guard isSure, let spare else {
      let new = SitePath.folders(around: changes.new)
      return await stamped(new.union(before.folders.lazy.map(\.path)).sorted())
    }
    // Only these have got and lost entries since the spare tree was looked at.
    let differing = changes.new + changes.changed + changes.gone
    let touched = SitePath.folders(around: differing + Array(spare.missing) + Array(spare.extra))
    let others = spare.folders.filter { !touched.contains($0.path) }
    return (others + (await stamped(touched.sorted()))).sorted { $0.path < $1.path }
  }

  /// Folders with their stamps, less those that are not there.
  private func stamped(_ folders: [String]) async -> [BuildState.InputFile] {
    let found = await Workers.map(Workers.parts(of: folders.count)) { [new] part in
      folders[part].compactMap { path in
        new.folderStamp(path).map { BuildState.InputFile(path: path, stamp: $0) }
      }
    }
    return Array(found.joined())
  }
}

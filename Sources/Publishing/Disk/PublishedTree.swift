import Synchronization

/// What a build tells the next one of the tree that it published.
package struct PublishedTree: Sendable {
  /// The reports that were kept, in the order in which they were, with the stamps of their files.
  package let kept: [BuildState.Report]

  /// The files that were made, by path.
  package let made: [String: BuildState.PublishedFile]

  /// A state with the rest: folders, manifest and the spare tree.
  package let rest: BuildState
}

extension OutputFolder {
  /// What the next build is told of the tree that was published.
  ///
  /// - Parameter changes: What ``publish(version:keepsSpare:isDurable:)`` said.
  /// - Returns: The files with their stamps, and a state with the rest.
  package func published(_ changes: SiteChanges) async -> PublishedTree {
    let (made, kept) = state.withLock { (Array($0.made), $0.kept) }
    var rest = BuildState()
    rest.time = FileStamp.now
    // Removing a second name changes what the file system says of a file.
    let isSure = changes.leavesSpare
    let files = await Workers.map(Workers.parts(of: made.count)) { [new] part in
      made[part].map { path, entry in
        let stamp = (isSure || !entry.isKept ? entry.stamp : nil) ?? new.stamp(path) ?? .ofNone
        return BuildState.PublishedFile(path: path, file: entry.file, stamp: stamp)
      }
    }
    rest.folders = await folders(changes, isSure: isSure)
    rest.manifest = new.stamp(Manifest.fileName) ?? .ofNone
    if changes.leavesSpare, let before {
      rest.spare = BuildState.Spare(
        folders: before.folders, missing: Set(changes.new + changes.changed),
        extra: Set(changes.changed + changes.gone))
    }
    return PublishedTree(
      kept: await stamped(kept, isSure: isSure),
      made: Dictionary(files.joined().map { ($0.path, $0) }) { first, _ in first }, rest: rest)
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

import Glibc
import Synchronization

/// How a site that was put together takes the place of the last one.
extension OutputFolder {
  /// Looks for entries in the last site that no build has put there, by what the last build said of
  /// its folders; without it, ``publish(version:keepsSpare:isDurable:)`` lists all of them.
  ///
  /// - Throws: ``OutputError``.
  package func checkLastSite() async throws(OutputError) {
    guard let before, let last else { return }
    if let foreign = try await before.foreignEntry(in: last.folder) {
      throw .holdsForeignEntry(foreign, folder: claim.output.path)
    }
    state.withLock { $0.isLastOurs = true }
  }

  /// Puts the site in the place of the last one, with a manifest of its files.
  ///
  /// - Parameters:
  ///   - version: The version of the tool, for the manifest.
  ///   - keepsSpare: Whether the tree of the last site is kept to become the next one, where the two
  ///     are nearly the same.
  ///   - isDurable: Whether to wait until the disk has the site, before it takes the place of the
  ///     last one, and after.
  /// - Returns: What is new, changed and gone since the last site.
  /// - Throws: ``OutputError``; then the last site stands.
  @discardableResult
  package func publish(
    version: String, keepsSpare: Bool = false, isDurable: Bool = false
  ) throws(OutputError) -> SiteChanges {
    let (kept, made, others, isLastOurs) = state.withLock { state in
      precondition(state.isOpen, "a site is published once")
      let others = self.others(&state)
      return (state.kept, state.made, others, state.isLastOurs)
    }
    let paths = made.keys.sorted()
    let gone = others.keys.filter { made[$0] == nil }.sorted()
    for path in gone where others[path]?.present != nil {
      try new.remove(path)
      new.removeEmptyFolders(around: path)
    }
    // In the order of their paths; the reports that are kept nearly are.
    var files: [(path: String, file: Manifest.File)] = []
    files.reserveCapacity(kept.reduce(made.count) { $0 + $1.files.count })
    for report in kept { for file in report.files { files.append((file.path, file.file)) } }
    for path in paths { if let entry = made[path] { files.append((path, entry.file)) } }
    files.sort { $0.path < $1.path }
    for (one, next) in zip(files, files.dropFirst()) {
      precondition(one.path != next.path, "'\(one.path)' is written twice")
    }
    try write(Manifest.bytes(version: version, of: files))

    let (staging, output) = (claim.staging, claim.output)
    _ = try output.checkIsReplaceable(expecting: last?.site, deeply: !isLastOurs)
    if isDurable { try LinuxCalls.syncFileSystem(of: staging.path) }
    try StopRequest.check()
    do { try LinuxCalls.exchange(staging.path, output.path) } catch .system(ENOENT, _) {
      try LinuxCalls.move(staging.path, to: output.path)
    } catch { throw error }
    var changes = SiteChanges(
      making: paths.lazy.map { ($0, made[$0]?.isKept ?? false, others[$0] == nil) },
      keeping: files.count - made.count, gone: gone)
    changes.replacesASite = last != nil
    changes.leavesSpare = keepsSpare && last != nil && changes.areFew
    state.withLock { $0.isOpen = false }
    // The site is published. What cannot be removed now is in the way of the next build, which
    // says so.
    if last != nil, !changes.leavesSpare { try? staging.removeSite() }
    claim.giveBack()
    if isDurable { try LinuxCalls.sync(output.parts.parent) }
    return changes
  }

  /// Writes the manifest; moved into place, so that there is a whole one at every moment.
  private func write(_ manifest: [UInt8]) throws(OutputError) {
    let name = "\(Manifest.fileName).new"
    if !keep(Manifest.fileName, manifest, as: name) { try new.createFile(name, manifest) }
    let staging = claim.staging.path
    try LinuxCalls.move("\(staging)/\(name)", to: "\(staging)/\(Manifest.fileName)")
    // Of two names of one file, as in a tree that is used again, neither is moved over the other.
    if new.stamp(name) != nil { try new.remove(name) }
  }
}

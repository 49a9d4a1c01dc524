import Glibc
import Synchronization

/// A site that is being written, and takes the place of the last one when it is complete.
///
/// Everything is written to a folder beside the output, which is then swapped in at one stroke:
/// a build that fails, is killed or runs out of disk leaves the last good site as it was. What
/// is not published is removed with this object. It is a class because many tasks write to it.
///
/// Where two sites are nearly the same, the tree of the one before is not removed when it was
/// replaced, but is there to become the next one: of ten thousand files only those that differ are
/// touched. It is used if each of its files and folders is as the last build left it.
package final class OutputFolder: Sendable {
  private let claim: OutputClaim

  /// The new site's folder, held open.
  private let new: OpenFolder

  /// The last site, and its folder.
  ///
  /// Nothing is trusted for it: a file is kept if its bytes are the same, or its stamp is.
  private let last: (site: SiteFolder.Site, folder: OpenFolder)?

  /// The files of the last site that the new folder has already, by path.
  private let present: [String: BuildState.PublishedFile]
  private let state: Mutex<State>

  private struct State {
    var isOpen = true
    /// Folders that exist, so that a thousand files in one cost one call.
    var folders: Set<String> = []
    /// What is to be known of each file, by path.
    var files: [String: Entry] = [:]
  }

  private struct Entry {
    let file: Manifest.File
    /// What the file system says of it; `nil` for a file that was linked, as long as that may change.
    var stamp: FileStamp?
    /// Whether it is that of the last site.
    var isKept = false
    /// Whether its bytes were made now.
    var isMade = false
  }

  /// Claims a folder for a new site, and leaves what is in it alone.
  ///
  /// - Parameters:
  ///   - path: The output folder; it and those around it need not exist.
  ///   - source: The folder of the site's content and templates.
  /// - Throws: ``OutputError`` if the folder may not be replaced or written, or if another build
  ///   has claimed it.
  package convenience init(at path: String, source: String) throws(OutputError) {
    let claim = try OutputClaim(at: path, source: source, expecting: nil)
    try claim.startAnew()
    try self.init(claim, present: [:])
  }

  /// Claims a folder for a new site, going on from what the last build left.
  ///
  /// - Parameters:
  ///   - path: The output folder.
  ///   - source: The folder of the site's content and templates.
  ///   - state: What the last build left there; `nil` if it did not say.
  /// - Throws: ``OutputError``.
  package convenience init(
    at path: String, source: String, after state: BuildState?
  ) async throws(OutputError) {
    let claim = try OutputClaim(at: path, source: source, expecting: state?.site)
    var present: [String: BuildState.PublishedFile]?
    if let state { present = await claim.spare(of: state) }
    if present == nil { try claim.startAnew() }
    try self.init(claim, present: present ?? [:])
  }

  private init(
    _ claim: OutputClaim, present: [String: BuildState.PublishedFile]
  ) throws(OutputError) {
    new = try OpenFolder(claim.staging.path)
    if let site = claim.last {
      last = (site, try OpenFolder(claim.output.path))
    } else {
      last = nil
    }
    (self.claim, self.present) = (claim, present)
    state = Mutex(State())
  }

  deinit { discard() }

  // MARK: Files

  /// Writes one file of the site; several tasks may write at the same time.
  ///
  /// A file of the last site that has the same bytes is linked and not written: it keeps its inode
  /// and its times, so that what copies the site elsewhere copies what is new.
  ///
  /// - Parameters:
  ///   - bytes: The whole file.
  ///   - path: Relative to the site, such as `scenarios/idle/index.html`; each is written once.
  /// - Returns: The hash of the bytes.
  /// - Throws: ``OutputError``, also when somebody wants the program to end.
  /// - Complexity: Two system calls more for the first file of a folder than for the next ones.
  @discardableResult
  package func write(_ bytes: [UInt8], to path: String) throws(OutputError) -> FileHash? {
    try StopRequest.check()
    precondition(SitePath.isInside(path), "'\(path)' is not a path inside a site")
    var entry = Entry(file: Manifest.File(bytes), isMade: true)
    add([(path, entry)])
    if let known = present[path], known.file == entry.file {
      (entry.stamp, entry.isKept) = (known.stamp, true)
    } else {
      if present[path] != nil { try new.remove(path) }
      try makeFolder(around: path[...])
      let before = last?.site.manifest.files[path]
      entry.isKept = before?.bytes == bytes.count && keep(path, bytes, as: path)
      if !entry.isKept { entry.stamp = try new.createFile(path, bytes) }
    }
    state.withLock { [entry] in $0.files[path] = entry }
    return entry.file.sha256
  }

  private func add(_ entries: [(path: String, entry: Entry)]) {
    let twice = state.withLock { state in
      precondition(state.isOpen, "a site is not written to once it is published")
      return entries.first { state.files.updateValue($0.entry, forKey: $0.path) != nil }
    }
    precondition(twice == nil, "'\(twice?.path ?? "")' is written twice")
  }

  /// Which reports have all their files as the last build left them.
  package func intact(_ reports: [BuildState.Report]) async -> [Bool] {
    guard let last else { return reports.map { _ in false } }
    let found = await Workers.map(Workers.parts(of: reports.count)) { [present] part in
      reports[part].map { report in
        report.files.allSatisfy { file in
          present[file.path] != nil || last.folder.stamp(file.path) == file.stamp
        }
      }
    }
    return Array(found.joined())
  }

  /// Takes over files of the last site, which are known to be as they were left.
  ///
  /// Several tasks may do so at the same time.
  ///
  /// - Parameter files: Files of reports that are ``intact(_:)``.
  /// - Throws: ``OutputError``.
  package func keep(_ files: [BuildState.PublishedFile]) throws(OutputError) {
    guard let last else {
      precondition(files.isEmpty, "there is no last site")
      return
    }
    add(files.map { ($0.path, Entry(file: $0.file, stamp: present[$0.path]?.stamp, isKept: true)) })
    for file in files where present[file.path] == nil {
      try makeFolder(around: file.path[...])
      // Some file systems have no links, and a file can have only so many.
      if !last.folder.link(file.path, into: new, as: file.path) {
        let bytes = try LinuxCalls.read("\(claim.output.path)/\(file.path)")
        try new.createFile(file.path, bytes)
      }
    }
  }

  /// Links a file of the last site, if it still has the bytes.
  private func keep(_ path: String, _ bytes: [UInt8], as newPath: String) -> Bool {
    guard let last, last.folder.stamp(path) != nil,
      let known = try? LinuxCalls.read("\(claim.output.path)/\(path)"), known == bytes
    else { return false }
    return last.folder.link(path, into: new, as: newPath)
  }

  private func makeFolder(around path: Substring) throws(OutputError) {
    guard let slash = path.lastIndex(of: "/") else { return }
    let folder = String(path[..<slash])
    guard !state.withLock({ $0.folders.contains(folder) }) else { return }
    try makeFolder(around: folder[...])
    // Another task may have made it just now, which is as good.
    do { try new.makeFolder(folder) } catch .system(EEXIST, _) {
    } catch { throw error }
    state.withLock { _ = $0.folders.insert(folder) }
  }

  // MARK: Publishing

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
    let entries = state.withLock { state in
      precondition(state.isOpen, "a site is published once")
      return state.files
    }
    for path in present.keys where entries[path] == nil {
      try new.remove(path)
      new.removeEmptyFolders(around: path)
    }
    let files = entries.sorted { $0.key < $1.key }
    let name = "\(Manifest.fileName).new"
    let bytes = Manifest.bytes(version: version, of: files.map { ($0.key, $0.value.file) })
    // Moved into place, so that there is a whole manifest at every moment.
    if !keep(Manifest.fileName, bytes, as: name) { try new.createFile(name, bytes) }
    let (staging, output) = (claim.staging, claim.output)
    try LinuxCalls.move("\(staging.path)/\(name)", to: "\(staging.path)/\(Manifest.fileName)")
    // Of two names of one file, as in a tree that is used again, neither is moved over the other.
    if new.stamp(name) != nil { try new.remove(name) }

    _ = try output.checkIsReplaceable(expecting: last?.site, deeply: true)
    if isDurable { try LinuxCalls.syncFileSystem(of: staging.path) }
    try StopRequest.check()
    do { try LinuxCalls.exchange(staging.path, output.path) } catch .system(ENOENT, _) {
      try LinuxCalls.move(staging.path, to: output.path)
    } catch { throw error }
    var changes = SiteChanges(
      from: last?.site.manifest.files, to: files.map { ($0.key, $0.value.isKept) })
    changes.made = files.lazy.filter(\.value.isMade).map(\.key)
    changes.leavesSpare = keepsSpare && last != nil && changes.areFew
    state.withLock { $0.isOpen = false }
    // The site is published. What cannot be removed now is in the way of the next build, which
    // says so.
    if last != nil, !changes.leavesSpare { try? staging.removeSite() }
    claim.giveBack()
    if isDurable { try LinuxCalls.sync(output.parts.parent) }
    return changes
  }

  /// What the next build is told of the tree that was published.
  ///
  /// - Parameters:
  ///   - changes: What ``publish(version:keepsSpare:)`` said.
  ///   - state: What the last build left.
  /// - Returns: The files by path, to be given to the reports that they belong to, and a state
  ///   with the rest.
  package func published(
    _ changes: SiteChanges, after state: BuildState?
  ) async -> (files: [String: BuildState.PublishedFile], tree: BuildState) {
    let entries = Array(self.state.withLock { $0.files })
    let found = await Workers.map(Workers.parts(of: entries.count)) { [new] part in
      entries[part].map { path, entry in
        // Removing a second name changes what the file system says of a file.
        let isSure = !entry.isKept || changes.leavesSpare
        let stamp = (isSure ? entry.stamp : nil) ?? new.stamp(path) ?? .ofNone
        return BuildState.PublishedFile(path: path, file: entry.file, stamp: stamp)
      }
    }
    let files = Dictionary(found.joined().map { ($0.path, $0) }) { first, _ in first }
    let around = SitePath.folders(around: entries.map(\.key))
    let folders = await Workers.map(Workers.parts(of: around.count)) { [new] part in
      around[part].map {
        BuildState.InputFile(path: $0, stamp: new.folderStamp($0) ?? .ofNone)
      }
    }
    var tree = BuildState()
    tree.folders = Array(folders.joined())
    tree.manifest = new.stamp(Manifest.fileName) ?? .ofNone
    if changes.leavesSpare, let state {
      tree.spare = BuildState.Spare(
        folders: state.folders, missing: Set(changes.new + changes.changed),
        extra: Set(changes.changed + changes.gone))
    }
    return (files, tree)
  }

  /// Gives up what is not published; the last site stands.
  package func discard() {
    let wasOpen = state.withLock { state in
      defer { state.isOpen = false }
      return state.isOpen
    }
    if wasOpen { try? claim.staging.removeLeftover() }
    claim.giveBack()
  }
}

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
  let claim: OutputClaim

  /// The new site's folder, held open.
  let new: OpenFolder

  /// The last site, and its folder.
  ///
  /// Nothing is trusted for it: a file is kept if its bytes are the same, or its stamp is.
  let last: (site: SiteFolder.Site, folder: OpenFolder)?

  /// What the last build said of the last site; `nil` if it did not.
  let before: BuildState?

  /// What the new folder was to begin with; `nil` for an empty one.
  let spare: BuildState.Spare?
  let state = Mutex(State())

  struct State {
    var isOpen = true
    /// Folders that exist, so that a thousand files in one cost one call.
    var folders: Set<String> = []
    /// The reports of the last site that are kept.
    var kept: [BuildState.Report] = []
    /// The other files of the last site, by path, as soon as anybody asks.
    var others: [String: LastFile]?
    /// What is to be known of each file that is made, by path.
    var made: [String: Entry] = [:]
    /// Whether nothing foreign was found in the folders of the last site.
    var isLastOurs = false
  }

  /// A file of the last site that belongs to no report that is kept.
  struct LastFile {
    let file: Manifest.File
    /// The stamp, if the new folder has the file already.
    let present: FileStamp?
  }

  struct Entry {
    let file: Manifest.File
    /// What the file system says of it; `nil` for a file that was linked, as long as that may change.
    var stamp: FileStamp?
    /// Whether it is that of the last site.
    var isKept = false
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
    try self.init(claim, after: nil, in: nil)
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
    var spare: BuildState.Spare?
    if let state, await claim.takeUpSpare(of: state) { spare = state.spare }
    if spare == nil { try claim.startAnew() }
    try self.init(claim, after: state, in: spare)
  }

  private init(
    _ claim: OutputClaim, after before: BuildState?, in spare: BuildState.Spare?
  ) throws(OutputError) {
    new = try OpenFolder(claim.staging.path)
    if let site = claim.last {
      last = (site, try OpenFolder(claim.output.path))
    } else {
      last = nil
    }
    (self.claim, self.spare) = (claim, spare)
    // Whoever has put another site there has not told the state.
    self.before = last?.site.isOfState == true ? before : nil
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
    var entry = Entry(file: Manifest.File(bytes))
    let known = add(path, entry)
    if let present = known?.present, known?.file == entry.file {
      (entry.stamp, entry.isKept) = (present, true)
    } else {
      if known?.present != nil { try new.remove(path) }
      try makeFolder(around: path[...])
      entry.isKept = known?.file.bytes == bytes.count && keep(path, bytes, as: path)
      if !entry.isKept { entry.stamp = try new.createFile(path, bytes) }
    }
    state.withLock { [entry] in $0.made[path] = entry }
    return entry.file.sha256
  }

  /// Whether the new folder has a file as the last build left it.
  package func stands(_ path: String) -> Bool {
    state.withLock { others(&$0)[path]?.present != nil }
  }

  /// Takes over a file of the last site without being told what is in it.
  ///
  /// - Precondition: It ``stands(_:)``.
  /// - Parameter path: Relative to the site; that file would have the same bytes again.
  /// - Returns: The hash of its bytes.
  package func takeOver(_ path: String) -> FileHash? {
    let known = state.withLock { others(&$0)[path] }
    guard let known, let stamp = known.present else {
      preconditionFailure("'\(path)' is there")
    }
    _ = add(path, Entry(file: known.file, stamp: stamp, isKept: true))
    return known.file.sha256
  }

  /// Takes down a file; says what the last site had at its path.
  private func add(_ path: String, _ entry: Entry) -> LastFile? {
    let (twice, known) = state.withLock { state in
      precondition(state.isOpen, "a site is not written to once it is published")
      return (state.made.updateValue(entry, forKey: path), others(&state)[path])
    }
    precondition(twice == nil, "'\(path)' is written twice")
    return known
  }

  /// The files of the last site, less those of reports that are kept.
  func others(_ state: inout State) -> [String: LastFile] {
    if let others = state.others { return others }
    var others: [String: LastFile] = [:]
    if let before {
      let kept = Set(state.kept.lazy.map(\.id))
      let made = before.reports.lazy.filter { !kept.contains($0.id) }.flatMap(\.files)
      for files in [before.others, Array(made)] {
        for file in files {
          let isPresent = spare.map { !$0.missing.contains(file.path) } ?? false
          others[file.path] = LastFile(file: file.file, present: isPresent ? file.stamp : nil)
        }
      }
    } else if let last {
      others = last.site.manifest.files.mapValues { LastFile(file: $0, present: nil) }
    }
    state.others = others
    return others
  }

  // MARK: Reports that are kept

  /// Which reports have all their files as the last build left them.
  package func intact(_ reports: [BuildState.Report]) async -> [Bool] {
    guard before != nil, let last else { return reports.map { _ in false } }
    let missing = spare?.missing
    let found = await Workers.map(Workers.parts(of: reports.count)) { part in
      reports[part].map { report in
        report.files.allSatisfy { file in
          // What is in the spare tree was looked at with all of it.
          missing.map { !$0.contains(file.path) } ?? false
            || last.folder.stamp(file.path) == file.stamp
        }
      }
    }
    return Array(found.joined())
  }

  /// Takes over reports of the last site, before any file is written.
  ///
  /// - Parameter reports: Reports that are ``intact(_:)``.
  /// - Throws: ``OutputError``.
  package func keep(_ reports: [BuildState.Report]) async throws(OutputError) {
    guard let last else {
      precondition(reports.isEmpty, "there is no last site")
      return
    }
    state.withLock { state in
      precondition(state.isOpen && state.made.isEmpty, "reports are kept before any is made")
      state.kept = reports
    }
    let missing = spare?.missing
    guard missing?.isEmpty != true else { return }
    _ = try await Workers.map(Workers.parts(of: reports.count)) { part throws(OutputError) in
      for report in reports[part] {
        for file in report.files where missing?.contains(file.path) ?? true {
          try self.makeFolder(around: file.path[...])
          // Some file systems have no links, and a file can have only so many.
          if !last.folder.link(file.path, into: self.new, as: file.path) {
            let bytes = try LinuxCalls.read("\(self.claim.output.path)/\(file.path)")
            try self.new.createFile(file.path, bytes)
          }
        }
      }
    }
  }

  /// Links a file of the last site, if it still has the bytes.
  func keep(_ path: String, _ bytes: [UInt8], as newPath: String) -> Bool {
    guard let last, last.folder.stamp(path) != nil,
      let known = try? LinuxCalls.read("\(claim.output.path)/\(path)"), known == bytes
    else { return false }
    return last.folder.link(path, into: new, as: newPath)
  }

  private func makeFolder(around path: Substring) throws(OutputError) {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return }
    let folder = String(path[..<slash])
    guard !state.withLock({ $0.folders.contains(folder) }) else { return }
    try makeFolder(around: folder[...])
    // Another task may have made it just now, which is as good.
    do { try new.makeFolder(folder) } catch .system(EEXIST, _) {
    } catch { throw error }
    state.withLock { _ = $0.folders.insert(folder) }
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

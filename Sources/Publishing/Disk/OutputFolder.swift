import Glibc
import Synchronization

/// A site that is being written, and takes the place of the last one when it is complete.
///
/// Everything is written to a folder beside the output, which is then swapped in at one stroke:
/// a build that fails, is killed or runs out of disk leaves the last good site as it was. What
/// is not published is removed with this object. It is a class because many tasks write to it.
package final class OutputFolder: Sendable {
  private let output: SiteFolder
  private let staging: SiteFolder

  /// What the last site says of itself.
  ///
  /// Nothing is trusted for it: a file is kept if its bytes are the same.
  private let last: Manifest?
  /// Given back when the site is published or given up, and not with the last reference to this
  /// object, which a worker may have until the program ends.
  private let lock: Mutex<FolderLock?>
  private let state: Mutex<State>

  private struct State {
    var isOpen = true
    /// Folders that exist, so that a thousand files in one cost one call.
    var folders: Set<String> = []
    /// What is to be known of each file, by path.
    var files: [String: Manifest.File] = [:]

    /// The files that are those of the last site.
    var kept: Set<String> = []
  }

  /// Claims a folder for a new site, and leaves what is in it alone.
  ///
  /// - Parameters:
  ///   - path: The output folder; it and those around it need not exist.
  ///   - source: The folder of the site's content and templates.
  /// - Throws: ``OutputError`` if the folder may not be replaced or written, or if another build
  ///   has claimed it.
  package init(at path: String, source: String) throws(OutputError) {
    let output = try SiteFolder(at: path, source: source)
    last = try output.checkIsReplaceable(deeply: false)
    let (parent, name) = output.parts
    let beside = parent == "/" ? "/.\(name)" : "\(parent)/.\(name)"
    do { lock = Mutex(try FolderLock(at: "\(beside).lock")) } catch .system(EAGAIN, _) {
      throw .inUse(path)
    } catch { throw error }
    staging = SiteFolder(path: "\(beside).building")
    try Self.start(staging)
    self.output = output
    state = Mutex(State())
  }

  /// Makes the staging folder anew.
  ///
  /// Its first file marks it as ours, should the build be killed.
  private static func start(_ staging: SiteFolder) throws(OutputError) {
    try staging.removeLeftover()
    try LinuxCalls.makeFolder(staging.path)
    let marker = Manifest(version: "", files: [:])
    do {
      try LinuxCalls.createFile("\(staging.path)/\(Manifest.fileName)", marker.bytes)
    } catch {
      try? staging.removeLeftover()
      throw error
    }
  }

  deinit { discard() }

  /// Writes one file of the site; several tasks may write at the same time.
  ///
  /// A file of the last site that has the same bytes is linked and not written: it keeps its inode
  /// and its times, so that what copies the site elsewhere copies what is new.
  ///
  /// - Parameters:
  ///   - bytes: The whole file.
  ///   - path: Relative to the site, such as `scenarios/idle/index.html`; each is written once.
  /// - Throws: ``OutputError``, also when somebody wants the program to end.
  /// - Complexity: Two system calls more for the first file of a folder than for the next ones.
  package func write(_ bytes: [UInt8], to path: String) throws(OutputError) {
    try StopRequest.check()
    precondition(Self.isPathOfASite(path), "'\(path)' is not a path inside a site")
    let file = Manifest.File(bytes)
    let isNew = state.withLock { state in
      precondition(state.isOpen, "a site is not written to once it is published")
      return state.files.updateValue(file, forKey: path) == nil
    }
    precondition(isNew, "'\(path)' is written twice")
    try makeFolder(around: path[...])
    if let before = last?.files[path], before.bytes == bytes.count,
      keep(path, bytes, as: "\(staging.path)/\(path)")
    {
      state.withLock { _ = $0.kept.insert(path) }
    } else {
      try LinuxCalls.createFile("\(staging.path)/\(path)", bytes)
    }
  }

  /// Links a file of the last site, if it still has the bytes.
  private func keep(_ path: String, _ bytes: [UInt8], as newPath: String) -> Bool {
    let old = "\(output.path)/\(path)"
    guard !LinuxCalls.isLink(old), let known = try? LinuxCalls.read(old), known == bytes else {
      return false
    }
    // Some file systems have no links, and a file can have only so many.
    return LinuxCalls.link(old, to: newPath)
  }

  /// Whether a path stays inside the site, and is not the manifest, which nobody else writes.
  static func isPathOfASite(_ path: String) -> Bool {
    let names = path.split(separator: "/", omittingEmptySubsequences: false)
    return path != Manifest.fileName && !path.utf8.contains(0)
      && names.allSatisfy { !["", ".", ".."].contains($0) }
  }

  private func makeFolder(around path: Substring) throws(OutputError) {
    guard let slash = path.lastIndex(of: "/") else { return }
    let folder = String(path[..<slash])
    guard !state.withLock({ $0.folders.contains(folder) }) else { return }
    try makeFolder(around: folder[...])
    // Another task may have made it just now, which is as good.
    do { try LinuxCalls.makeFolder("\(staging.path)/\(folder)") } catch .system(EEXIST, _) {
    } catch { throw error }
    state.withLock { _ = $0.folders.insert(folder) }
  }

  /// Puts the site in the place of the last one, with a manifest of its files.
  ///
  /// - Parameters:
  ///   - version: The version of the tool, for the manifest.
  ///   - isDurable: Whether to wait until the disk has the site, before it takes the place of the
  ///     last one, and after.
  /// - Returns: What is new, changed and gone since the last site.
  /// - Throws: ``OutputError``; then the last site stands.
  @discardableResult
  package func publish(
    version: String, isDurable: Bool = false
  ) throws(OutputError) -> SiteChanges {
    let (files, kept) = state.withLock { state in
      precondition(state.isOpen, "a site is published once")
      return (state.files, state.kept)
    }
    let manifest = Manifest(version: version, files: files)
    let path = "\(staging.path)/\(Manifest.fileName)"
    let bytes = manifest.bytes
    // Moved into place, so that there is a whole manifest at every moment.
    if last != manifest || !keep(Manifest.fileName, bytes, as: "\(path).new") {
      try LinuxCalls.createFile("\(path).new", bytes)
    }
    try LinuxCalls.move("\(path).new", to: path)

    try output.checkIsReplaceable(deeply: true)
    if isDurable { try LinuxCalls.syncFileSystem(of: staging.path) }
    try StopRequest.check()
    do { try LinuxCalls.exchange(staging.path, output.path) } catch .system(ENOENT, _) {
      try LinuxCalls.move(staging.path, to: output.path)
    } catch { throw error }
    // The site is published. What cannot be removed now is in the way of the next build, which
    // says so.
    discard()
    if isDurable { try LinuxCalls.sync(output.parts.parent) }
    return SiteChanges(from: last, to: manifest, keeping: kept)
  }

  /// Gives up what is not published; the last site stands.
  package func discard() {
    let wasOpen = state.withLock { state in
      defer { state.isOpen = false }
      return state.isOpen
    }
    guard wasOpen else { return }
    try? staging.removeLeftover()
    lock.withLock { $0 = nil }
  }
}

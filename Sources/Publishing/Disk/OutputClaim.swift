import Glibc
import Synchronization

/// A claim on a folder: no other build writes a site to it as long as this object lives.
final class OutputClaim: Sendable {
  /// Where the site goes.
  let output: SiteFolder

  /// Where it is put together, beside the output.
  let staging: SiteFolder

  /// The last site there; `nil` if there is none.
  let last: SiteFolder.Site?

  /// Given back when the site is published or given up, and not with the last reference to this
  /// object, which a worker may have until the program ends.
  private let lock: Mutex<FolderLock?>

  /// Claims a folder.
  ///
  /// - Parameters:
  ///   - path: The output folder; it and those around it need not exist.
  ///   - source: The folder of the site's content and templates.
  ///   - site: The site that is expected there.
  /// - Throws: ``OutputError`` if the folder may not be replaced or written, or if another build
  ///   has claimed it.
  init(
    at path: String, source: String, expecting site: SiteFolder.Site?
  ) throws(OutputError) {
    output = try SiteFolder(at: path, source: source)
    last = try output.checkIsReplaceable(expecting: site, deeply: false)
    let (parent, name) = output.parts
    let beside = parent == "/" ? "/.\(name)" : "\(parent)/.\(name)"
    do { lock = Mutex(try FolderLock(at: "\(beside).lock")) } catch .system(EAGAIN, _) {
      throw .inUse(path)
    } catch { throw error }
    try BuildState.checkIsReplaceable("\(beside).state")
    staging = SiteFolder(path: "\(beside).building")
  }

  /// Lets other builds write there.
  func giveBack() { lock.withLock { $0 = nil } }

  /// Makes the staging folder anew.
  ///
  /// Its first file marks it as ours, should the build be killed.
  func startAnew() throws(OutputError) {
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

  /// Goes on from the tree that the last build left in the staging folder, less what the last site
  /// does not have.
  ///
  /// - Parameter state: What the last build said of it.
  /// - Returns: Whether there is such a tree, and all of it is as it was left.
  func takeUpSpare(of state: BuildState) async -> Bool {
    guard let spare = state.spare, let last, last.isOfState,
      let folder = try? OpenFolder(staging.path),
      let names = try? LinuxCalls.names(in: staging.path),
      await state.spareHolds(in: folder)
    else { return false }
    let extraRoots = spare.extra.map { String($0.prefix { $0 != "/" }) }
    let roots = last.rootEntries.union(extraRoots)
    guard names.allSatisfy(roots.contains) else { return false }
    do throws(OutputError) {
      for path in spare.extra { try folder.remove(path) }
    } catch { return false }
    for path in spare.extra { folder.removeEmptyFolders(around: path) }
    return true
  }
}

import FoundationEssentials

/// A folder that may hold a site of ours: looked at before anything happens to it.
package struct SiteFolder: Hashable, Sendable {
  /// The absolute path, without symbolic links.
  let path: String

  /// The name and what is around it.
  var parts: (parent: String, name: String) {
    let slash = path.lastIndex(of: "/") ?? path.startIndex
    let parent = path[..<slash]
    return (parent.isEmpty ? "/" : String(parent), String(path[slash...].dropFirst()))
  }

  /// Refuses to let a build replace the folder, unless a build made everything in it.
  ///
  /// - Parameters:
  ///   - known: The site that is expected in it, with the stamp of its manifest.
  ///   - deeply: Whether to look into the folders in it, and not at its root alone.
  /// - Returns: The site in it; `nil` for nothing at all and an empty folder.
  /// - Throws: ``OutputError``.
  func checkIsReplaceable(
    expecting known: Site? = nil, deeply: Bool
  ) throws(OutputError) -> Site? {
    let stamp = FileStamp("\(path)/\(Manifest.fileName)")
    let isKnown = stamp.map { known?.stamp?.isOfSameFile(as: $0) ?? false } ?? false
    guard let (names, found) = try contents(readsManifest: !isKnown) else { return nil }
    guard let site = isKnown ? known : found.map({ Site(listing: .manifest($0), stamp: stamp) })
    else {
      throw .notOurs(path)
    }
    if let foreign = names.first(where: { !site.rootEntries.contains($0) }) {
      throw .holdsForeignEntry(foreign, folder: path)
    }
    if deeply {
      let manifest = site.manifest
      if let foreign = try foreignEntry(manifest, manifest.folders, below: "") {
        throw .holdsForeignEntry(foreign, folder: path)
      }
    }
    return site
  }

  /// The first entry that a manifest does not know; it knows the folders around its files.
  private func foreignEntry(
    _ manifest: Manifest, _ folders: Set<String>, below start: String
  ) throws(OutputError) -> String? {
    for (name, isFolder) in try LinuxCalls.entries(in: "\(path)/\(start)") {
      let entry = start + name
      let isKnown =
        isFolder
        ? folders.contains(entry)
        : manifest.files[entry] != nil || entry == Manifest.fileName
      guard isKnown else { return entry }
      guard isFolder else { continue }
      if let foreign = try foreignEntry(manifest, folders, below: "\(entry)/") { return foreign }
    }
    return nil
  }

  /// A site of ours.
  struct Site: Sendable {
    /// Who says which files it has.
    enum Listing: Sendable {
      case manifest(Manifest)
      case state(BuildState)
    }

    let listing: Listing
    /// That of the file with the manifest.
    let stamp: FileStamp?
    let rootEntries: Set<String>

    init(listing: Listing, stamp: FileStamp?) {
      (self.listing, self.stamp) = (listing, stamp)
      rootEntries =
        switch listing {
        case .manifest(let manifest): manifest.rootEntries
        case .state(let state): state.rootEntries
        }
    }

    /// Whether it is the one of which a state says what is in it.
    var isOfState: Bool { if case .state = listing { true } else { false } }

    /// The list of its files, made of the state where there is no other.
    var manifest: Manifest {
      switch listing {
      case .manifest(let manifest): manifest
      case .state(let state): state.asManifest
      }
    }
  }

  /// Removes what an unfinished or replaced build left, and nothing else.
  ///
  /// - Throws: ``OutputError``.
  func removeLeftover() throws(OutputError) {
    guard try LinuxCalls.entry(at: path) != .nothing else { return }
    guard let (names, manifest) = try contents(readsManifest: true) else { return try remove([]) }
    // A disk may be full at the first file: half of a manifest, and nothing beside it.
    let isTorn = names == [Manifest.fileName] && isStartOfAManifest
    guard manifest != nil || isTorn else { throw .notOurs(path) }
    try remove(names)
  }

  /// Removes a site of ours that another one has replaced.
  ///
  /// - Throws: ``OutputError``.
  func removeSite() throws(OutputError) { try remove(try LinuxCalls.names(in: path)) }

  /// - Returns: `nil` where there is nothing that could be lost.
  private func contents(
    readsManifest: Bool
  ) throws(OutputError) -> (names: [String], manifest: Manifest?)? {
    switch try LinuxCalls.entry(at: path) {
    case .nothing: return nil
    case .other: throw .notAFolder(path)
    case .folder: break
    }
    let names = try LinuxCalls.names(in: path)
    guard !names.isEmpty else { return nil }
    guard readsManifest else { return (names, nil) }
    let bytes = FileManager.default.contents(atPath: "\(path)/\(Manifest.fileName)")
    return (names, bytes.flatMap { Manifest(reading: [UInt8]($0)) })
  }

  private var isStartOfAManifest: Bool {
    let bytes = FileManager.default.contents(atPath: "\(path)/\(Manifest.fileName)")
    return bytes.map { Manifest(version: "", files: [:]).bytes.starts(with: $0) }
      ?? false
  }

  private func remove(_ names: [String]) throws(OutputError) {
    // The manifest goes last: a removal that is killed half way can be taken up again.
    for name in names where name != Manifest.fileName {
      try LinuxCalls.removeTree("\(path)/\(name)")
    }
    try LinuxCalls.removeTree(path)
  }
}

extension SiteFolder {
  /// Finds the folder that a path means, and makes the folders around it.
  ///
  /// A symbolic link means what it points to, so that the link itself is never replaced.
  ///
  /// - Parameters:
  ///   - path: What the user wrote.
  ///   - source: The folder of the site's content and templates.
  /// - Throws: ``OutputError``, also for the source itself and for what holds it.
  init(at path: String, source: String) throws(OutputError) {
    let output = try Self.resolve(path)
    let home = try LinuxCalls.realPath(source)
    let folder = output == "/" ? output : output + "/"
    guard home != output, !home.hasPrefix(folder) else { throw .holdsTheSource(path) }
    for part in ["content", "templates"] {
      guard let real = try? LinuxCalls.realPath("\(source)/\(part)") else { continue }
      guard !folder.hasPrefix("\(real)/"), !real.hasPrefix(folder) else {
        throw .isPartOfTheSource(path, part: part)
      }
    }
    self.path = output
  }

  private static func resolve(_ path: String) throws(OutputError) -> String {
    do { return try LinuxCalls.realPath(path) } catch {
      var path = path[...]
      while path.hasSuffix("/") { path.removeLast() }
      let name = path.lastIndex(of: "/").map { path[path.index(after: $0)...] } ?? path
      // Nothing is made for a path that could not be a new folder.
      guard !["", ".", ".."].contains(name), try LinuxCalls.entry(at: String(path)) == .nothing
      else { throw error }
      let parent = path.dropLast(name.count)
      let around = parent.isEmpty ? "." : String(parent)
      try makeFolders(around)
      let real = try LinuxCalls.realPath(around)
      return real == "/" ? "/\(name)" : "\(real)/\(name)"
    }
  }

  /// Makes a folder and those around it, as far as they are not there.
  package static func makeFolders(_ path: String) throws(OutputError) {
    var folder = path.hasPrefix("/") ? "/" : ""
    for name in path.split(separator: "/") {
      folder += "\(name)/"
      if try LinuxCalls.entry(at: folder) == .nothing { try LinuxCalls.makeFolder(folder) }
    }
  }
}

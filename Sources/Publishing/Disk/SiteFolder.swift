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
  /// - Parameter deeply: Whether to look into the folders in it, and not at its root alone.
  /// - Returns: The manifest of the site in it; `nil` for nothing at all and an empty folder.
  /// - Throws: ``OutputError``.
  @discardableResult
  func checkIsReplaceable(deeply: Bool) throws(OutputError) -> Manifest? {
    guard let (_, manifest) = try contents() else { return nil }
    guard let manifest else { throw .notOurs(path) }
    let folders = manifest.folders
    if let foreign = try foreignEntry(manifest, folders, below: "", deeply: deeply) {
      throw .holdsForeignEntry(foreign, folder: path)
    }
    return manifest
  }

  /// The first entry that a manifest does not know; it knows the folders around its files.
  private func foreignEntry(
    _ manifest: Manifest, _ folders: Set<String>, below start: String, deeply: Bool
  ) throws(OutputError) -> String? {
    for (name, isFolder) in try LinuxCalls.entries(in: "\(path)/\(start)") {
      let entry = start + name
      let isKnown =
        isFolder
        ? folders.contains(entry)
        : manifest.files[entry] != nil || entry == Manifest.fileName
      guard isKnown else { return entry }
      guard isFolder, deeply else { continue }
      if let foreign = try foreignEntry(manifest, folders, below: "\(entry)/", deeply: true) {
        return foreign
      }
    }
    return nil
  }

  /// Removes what an unfinished or replaced build left, and nothing else.
  ///
  /// - Throws: ``OutputError``.
  func removeLeftover() throws(OutputError) {
    guard try LinuxCalls.entry(at: path) != .nothing else { return }
    guard let (names, manifest) = try contents() else { return try remove([]) }
    // A disk may be full at the first file: half of a manifest, and nothing beside it.
    let isTorn = names == [Manifest.fileName] && isStartOfAManifest
    guard manifest != nil || isTorn else { throw .notOurs(path) }
    try remove(names)
  }

  /// - Returns: `nil` where there is nothing that could be lost.
  private func contents() throws(OutputError) -> (names: [String], manifest: Manifest?)? {
    switch try LinuxCalls.entry(at: path) {
    case .nothing: return nil
    case .other: throw .notAFolder(path)
    case .folder: break
    }
    let names = try LinuxCalls.names(in: path)
    guard !names.isEmpty else { return nil }
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
  /// - Throws: ``OutputError``, also for the source itself, for what holds it, and for what a build
  ///   would read again.
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

import Glibc

/// What the state says of trees, held against what the file system says now.
extension BuildState {
  /// Whether all published files are as they were left, and nothing was put beside them.
  package func holds(in output: String) async -> Bool {
    guard let folder = try? OpenFolder(output), let names = try? LinuxCalls.names(in: output),
      folder.stamp(Manifest.fileName) == manifest, names.allSatisfy(rootEntries.contains)
    else { return false }
    guard await Self.hold(lists, in: folder) else { return false }
    return await Self.hold(folders, in: folder)
  }

  /// Whether the spare tree is as it was left, down to the last file and folder.
  func spareHolds(in folder: OpenFolder) async -> Bool {
    guard let spare, await Self.hold(lists, but: spare.missing, in: folder) else { return false }
    return await Self.hold(spare.folders, in: folder)
  }

  private static func hold(
    _ lists: [[PublishedFile]], but missing: Set<String> = [], in folder: OpenFolder
  ) async -> Bool {
    await Workers.map(Workers.parts(of: lists.count)) { part in
      lists[part].allSatisfy { files in
        files.allSatisfy { folder.stamp($0.path) == $0.stamp || missing.contains($0.path) }
      }
    }.allSatisfy { $0 }
  }

  /// Whether nothing came into folders or went out of them.
  private static func hold(_ folders: [InputFile], in folder: OpenFolder) async -> Bool {
    await Workers.map(Workers.parts(of: folders.count)) { part in
      folders[part].allSatisfy { folder.folderStamp($0.path) == $0.stamp }
    }.allSatisfy { $0 }
  }

  /// The first entry of the output that no build has put there.
  ///
  /// A folder with its old stamp has no new entries, unless it is so young that one may have come
  /// unseen; only the others are listed.
  ///
  /// - Throws: ``OutputError`` for a folder that cannot be listed.
  func foreignEntry(in output: OpenFolder) async throws(OutputError) -> String? {
    let found = await Workers.map(Workers.parts(of: folders.count)) { part in
      folders[part].filter { folder in
        folder.stamp.isTooYoung(at: time) || output.folderStamp(folder.path) != folder.stamp
      }.map(\.path)
    }
    let listed = Set(found.joined()).union([""])
    func isListed(_ path: String) -> Bool {
      let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) ?? path.startIndex
      return listed.contains(String(path[..<slash]))
    }
    let knownFiles = Set(files.lazy.map(\.path).filter(isListed)).union([Manifest.fileName])
    let knownFolders = Set(folders.lazy.map(\.path).filter(isListed))
    for folder in listed.sorted() {
      let entries: [(name: String, isFolder: Bool)]
      // Of one that is gone, or is something else now, the folder around it tells.
      do { entries = try LinuxCalls.entries(in: "\(output.path)/\(folder)") } catch .system(
        ENOENT, _)
      { continue } catch .system(ENOTDIR, _) { continue } catch { throw error }
      for (name, isFolder) in entries {
        let path = folder.isEmpty ? name : "\(folder)/\(name)"
        guard (isFolder ? knownFolders : knownFiles).contains(path) else { return path }
      }
    }
    return nil
  }

  /// The names at the root of the site, that of the manifest among them.
  var rootEntries: Set<String> {
    let slash = UInt8(ascii: "/")
    var names: Set = [Manifest.fileName]
    for folder in folders where !folder.path.utf8.contains(slash) { names.insert(folder.path) }
    for file in files where !file.path.utf8.contains(slash) { names.insert(file.path) }
    return names
  }

  /// The published site as its manifest says it.
  ///
  /// The version stands in the key, so that a manifest of another one never comes from here.
  var site: SiteFolder.Site { SiteFolder.Site(listing: .state(self), stamp: manifest) }

  /// The manifest that was published, but for the version.
  var asManifest: Manifest {
    Manifest(version: "", files: Dictionary(files.map { ($0.path, $0.file) }) { one, _ in one })
  }
}

/// Paths of files relative to a site, such as `scenarios/idle/index.html`.
enum SitePath {
  /// Whether a path stays inside the site, and is not the manifest, which nobody else writes.
  static func isInside(_ path: String) -> Bool {
    let (slash, dot) = (UInt8(ascii: "/"), UInt8(ascii: "."))
    let names = path.utf8.split(separator: slash, omittingEmptySubsequences: false)
    return path != Manifest.fileName && !path.utf8.contains(0)
      && names.allSatisfy { !$0.isEmpty && ($0.count > 2 || !$0.allSatisfy { $0 == dot }) }
  }

  /// The folders that files are in, and those around them.
  static func folders(around paths: some Sequence<String>) -> Set<String> {
    var folders: Set<String> = []
    for path in paths {
      var rest = path[...]
      while let slash = rest.utf8.lastIndex(of: UInt8(ascii: "/")) {
        rest = rest[..<slash]
        guard folders.insert(String(rest)).inserted else { break }
      }
    }
    return folders
  }
}

import Publishing

/// The published files of a site, each read when it is asked for.
struct SiteTree: Sendable {
  /// What stands at an address.
  enum Found: Hashable, Sendable {
    case file(name: String, bytes: [UInt8])

    /// A folder with a page, asked for without the slash that its links count on.
    case folder
    case nothing
  }

  private let root: String

  /// - Parameter root: The folder of the site, which need not be there yet.
  init(root: String) { self.root = root }

  /// What stands at a path.
  ///
  /// A new site may take the place of the old one between two steps, so that something may be
  /// missing for a moment: nothing is nothing only the second time.
  func find(_ path: RequestedPath) -> Found {
    let found = look(for: path)
    return found == .nothing ? look(for: path) : found
  }

  private func look(for path: RequestedPath) -> Found {
    let place = ([root] + path.names).joined(separator: "/")
    switch LinuxCalls.target(of: place) {
    case .folder:
      let index = "\(place)/index.html"
      guard let bytes = read(index, at: path.names + ["index.html"]) else { return .nothing }
      return path.isFolder ? .file(name: index, bytes: bytes) : .folder
    case .file:
      guard !path.isFolder, let bytes = read(place, at: path.names) else { return .nothing }
      return .file(name: place, bytes: bytes)
    case .other, nil: return .nothing
    }
  }

  /// Reads a file, unless a symbolic link stands anywhere between it and the root.
  private func read(_ place: String, at names: [String]) -> [UInt8]? {
    guard let home = try? LinuxCalls.realPath(root), let real = try? LinuxCalls.realPath(place),
      real == ([home] + names).joined(separator: "/"), LinuxCalls.target(of: real) == .file
    else { return nil }
    return try? LinuxCalls.read(real)
  }
}

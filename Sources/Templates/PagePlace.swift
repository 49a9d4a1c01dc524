/// Where a page of the site stands, which decides how links on it are written.
public struct PagePlace: Hashable, Sendable {
  /// The page's path from the site's root, such as `providers/index.html`.
  public let path: String

  /// What leads from the page to the site's root: empty, `../` once for each folder, or an
  /// absolute address with a slash at its end.
  public let root: String

  /// Whether links can count on the page's path.
  let isServedAtItsPath: Bool

  /// Creates the place of a page that is served at its path.
  public init(path: String) {
    self.path = path
    isServedAtItsPath = true
    root = String(repeating: "../", count: path.utf8.count { $0 == UInt8(ascii: "/") })
  }

  /// Creates the place of a page that is served at addresses of any depth, such as that for 404.
  public init(path: String, servedAnywhereUnder root: String) {
    self.path = path
    self.root = root
    isServedAtItsPath = false
  }

  /// The page itself, as it is written on the page.
  var own: Substring {
    guard isServedAtItsPath else { return "\(root)\(path)" }
    return path[(path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex)...]
  }
}

/// Where a link leads, written when it is known on which page it stands.
public struct LinkTarget: Hashable, Sendable {
  /// From where the text counts.
  private enum Base { case root, page, nowhere }

  private let base: Base

  /// One text rather than a path and an anchor, so that a link costs a template as much as a text.
  private let text: String

  private init(_ base: Base, _ text: String) {
    self.base = base
    self.text = text
  }

  /// A published file, or a place on it.
  ///
  /// - Parameters:
  ///   - path: The file's path from the site's root, such as `providers/modal/index.html`.
  ///   - anchor: The `id` of an element on it.
  /// - Returns: The link; a path that starts with a slash or holds a `#` is a bug.
  public static func file(_ path: String, anchor: String? = nil) -> Self {
    precondition(
      !path.isEmpty && !path.hasPrefix("/") && !path.utf8.contains(UInt8(ascii: "#")),
      "'\(path)' is not a path from the site's root")
    return Self(.root, anchor.map { "\(path)#\($0)" } ?? path)
  }

  /// An element on the page that holds the link.
  public static func anchor(_ id: String) -> Self { Self(.page, "#\(id)") }

  /// An address outside of the site, as it is.
  public static func outside(_ address: String) -> Self { Self(.nowhere, address) }

  /// The path of a published file and the anchor behind it, as ``init(fromRoot:)`` reads them.
  public var fromRoot: String { text }

  /// A published file, or a place on it.
  ///
  /// - Parameter text: What ``fromRoot`` said of a link that ``file(_:anchor:)`` made.
  public init(fromRoot text: String) { self.init(.root, text) }

  /// The link as it is written on a page.
  public func text(on page: PagePlace) -> String {
    let (way, target) = parts(on: page)
    return "\(way)\(target)"
  }

  /// The same in two parts: what leads up to the folder that both lie in, and what leads on from
  /// there.
  func parts(on page: PagePlace) -> (way: Substring, target: Substring) {
    guard base == .root else { return ("", text[...]) }
    let (target, own) = (text.utf8, page.path.utf8)
    var (index, other) = (target.startIndex, own.startIndex)
    var (shared, folders) = (index, 0)
    while index < target.endIndex, other < own.endIndex, target[index] == own[other] {
      let isFolder = target[index] == UInt8(ascii: "/")
      target.formIndex(after: &index)
      own.formIndex(after: &other)
      if isFolder { (shared, folders) = (index, folders + 1) }
    }
    let isOwn =
      other == own.endIndex
      && (index == target.endIndex || target[index] == UInt8(ascii: "#"))
    if isOwn { return index == target.endIndex ? ("", page.own) : ("", text[index...]) }
    guard page.isServedAtItsPath else { return (page.root[...], text[...]) }
    return (page.root.dropFirst(3 * folders), text[shared...])
  }
}

/// The path of a file below the root of a site, as an address names it.
struct RequestedPath: Hashable, Sendable {
  /// The names from the root to the file; empty for the root itself.
  let names: [String]

  /// Whether the address ends as that of a folder does.
  let isFolder: Bool

  /// Reads the target of a request; `nil` for what leads out of a site, or nowhere.
  ///
  /// A name that begins with a point is never that of a published file, so `..` and `.git` are
  /// refused alike, however they are written.
  ///
  /// - Parameter target: What a browser sent, such as `/a%20b/?x=1`.
  init?(target: String) {
    let path = target.prefix { $0 != "?" && $0 != "#" }
    guard path.first == "/" else { return nil }
    var names: [String] = []
    let parts = path.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
    for (index, part) in parts.enumerated() {
      if part.isEmpty, index == parts.count - 1 { continue }
      guard let name = Self.decoded(part), !name.isEmpty, !name.hasPrefix("."),
        !name.utf8.contains(where: { [0, UInt8(ascii: "/"), UInt8(ascii: "\\")].contains($0) })
      else { return nil }
      names.append(name)
    }
    self.names = names
    isFolder = parts.last?.isEmpty ?? true
  }

  /// The path from the root of the site, without a slash at either end.
  var text: String { names.joined(separator: "/") }

  /// The text with `%20` and its like taken for what they stand for, once.
  private static func decoded(_ text: Substring) -> String? {
    var bytes: [UInt8] = []
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      guard let high = rest.popFirst().flatMap(digit), let low = rest.popFirst().flatMap(digit)
      else { return nil }
      bytes.append(high << 4 | low)
    }
    return String(validating: bytes, as: UTF8.self)
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    Character(UnicodeScalar(byte)).hexDigitValue.map(UInt8.init)
  }
}

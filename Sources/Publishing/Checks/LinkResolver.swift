/// Finds out where the links of a page lead.
struct LinkResolver {
  /// The path of the page.
  let page: String

  /// The address of the site, without a slash at its end.
  let baseURL: String?

  /// The place that a link names.
  ///
  /// - Parameter target: The link as the page has it.
  /// - Returns: `nil` for an address outside the site; a place without a path if it leaves the
  ///   site's folder.
  func place(of target: String) -> (path: String?, anchor: String?)? {
    var target = target[...]
    var isWhole = false
    if let baseURL, target.hasPrefix("\(baseURL)/") {
      target = target.dropFirst(baseURL.count + 1)
      isWhole = true
    } else if isOutside(target) {
      return nil
    }
    var anchor: String?
    if let hash = target.utf8.firstIndex(of: UInt8(ascii: "#")) {
      anchor = Self.decoded(target[target.utf8.index(after: hash)...])
      target = target[..<hash]
    }
    if isWhole {
      // A server answers a folder's address with its index; a disk does not, so only here.
      let isFolder = target.isEmpty || target.hasSuffix("/")
      return ("\(Self.decoded(target))\(isFolder ? "index.html" : "")", anchor)
    }
    return (resolved(target).map { Self.decoded($0[...]) }, anchor)
  }

  /// The text with each `%` and two digits as the byte they stand for; as it is if that is no text.
  private static func decoded(_ text: Substring) -> String {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return String(text) }
    var bytes: [UInt8] = []
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
      let digits = rest.prefix(2)
      if byte == UInt8(ascii: "%"), digits.count == 2,
        let value = UInt8(String(Substring(digits)), radix: 16)
      {
        bytes.append(value)
        rest.removeFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(validating: bytes, as: UTF8.self) ?? String(text)
  }

  private func isOutside(_ target: Substring) -> Bool {
    for byte in target.utf8 {
      switch byte {
      case UInt8(ascii: ":"): return true
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
        continue
      default: return false
      }
    }
    return false
  }

  /// The path that a relative link names; `nil` if it leaves the site.
  private func resolved(_ target: Substring) -> String? {
    if target.isEmpty { return page }
    guard target.utf8.first != UInt8(ascii: "/") else { return nil }
    var parts = page.utf8.split(separator: UInt8(ascii: "/")).dropLast()
    for part in target.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
      if part.elementsEqual("..".utf8) {
        guard parts.popLast() != nil else { return nil }
      } else if !part.elementsEqual(".".utf8) {
        parts.append(part)
      }
    }
    return parts.map { String(Substring($0)) }.joined(separator: "/")
  }
}

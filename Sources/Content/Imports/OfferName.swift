/// Names of lists, which are often paths, in words that a chart has room for.
enum OfferName {
  /// The signs behind which a long word becomes two, the best first.
  private static let signs: [Unicode.Scalar] = ["/", ".", "-", "_"]

  /// A name with a blank in each word that is too long for a label: behind a slash where there is one,
  /// or else behind a point, a hyphen or an underscore, as late as there is room.
  static func inWords(_ name: String) -> String {
    name.split(separator: " ", omittingEmptySubsequences: false).map(broken).joined(separator: " ")
  }

  private static func broken(_ word: Substring) -> String {
    var rest = word.unicodeScalars[...]
    var parts: [String] = []
    while rest.count > Words.longestInName {
      let end = end(of: rest.prefix(Words.longestInName), before: rest)
      parts.append(String(rest[..<end]))
      rest = rest[end...]
    }
    return (parts + [String(rest)]).joined(separator: " ")
  }

  /// Where a part ends that has room.
  private static func end(
    of head: Substring.UnicodeScalarView, before rest: Substring.UnicodeScalarView
  ) -> Substring.Index {
    for sign in signs {
      let last = head.indices.last { place in
        guard head[place] == sign else { return false }
        // The point of a version is none between words.
        let next = rest[rest.index(after: place)...].first
        return sign != "." || next?.properties.isAlphabetic == true
      }
      if let last { return rest.index(after: last) }
    }
    return head.endIndex
  }
}

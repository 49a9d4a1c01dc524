/// The words of a quotation, for telling whether two quotations are of one statement.
public struct QuotedWords: Hashable, Sendable {
  /// The words of each part that stands without a gap, lower case and without punctuation.
  private let parts: [[Substring]]

  /// A run of fewer words that two quotations share may be chance.
  private static let enough = 3

  /// Takes the words apart; `…` is a gap.
  public init(_ quote: String) {
    parts = quote.lowercased().unicodeScalars.split(separator: "…")
      .map { $0.split { !$0.isOfWord }.map { Substring($0) } }.filter { !$0.isEmpty }
  }

  /// Whether both quotations are of one statement: a part of one holds one of the other, or goes on
  /// where it ends.
  public func isOfOneStatement(with other: QuotedWords) -> Bool {
    parts.contains { part in
      other.parts.contains { theirs in
        (theirs.count >= Self.enough || other.parts.count == 1) && Self.holds(part, theirs)
          || (part.count >= Self.enough || parts.count == 1) && Self.holds(theirs, part)
          || Self.continues(part, theirs) || Self.continues(theirs, part)
      }
    }
  }

  private static func holds(_ words: [Substring], _ others: [Substring]) -> Bool {
    guard others.count <= words.count else { return false }
    return (0...(words.count - others.count)).contains { start in
      words[start...].prefix(others.count) == others[...]
    }
  }

  /// Whether words begin with some of the last of others.
  private static func continues(_ words: [Substring], _ others: [Substring]) -> Bool {
    let most = min(words.count, others.count)
    guard most >= enough else { return false }
    return (enough...most).contains { others.suffix($0) == words.prefix($0) }
  }
}

extension Unicode.Scalar {
  /// Whether a scalar of a text in lower case is a letter, a number, or a mark on one.
  ///
  /// Asked of scalars, as to cut a text into characters takes longer than all the rest.
  fileprivate var isOfWord: Bool {
    guard !isASCII else { return ("a"..."z").contains(self) || ("0"..."9").contains(self) }
    return switch properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: true
    default: properties.isAlphabetic || properties.numericType != nil
    }
  }
}

/// Makes the ids of headings, so that links can name them: the same heading, the same id.
struct SlugMaker {
  private var counts: [String: Int] = [:]

  /// What the templates of such a page have already; all other ids that are not a heading's have a
  /// `_`.
  private var used: Set = ["main", "sources"]

  /// The id of the next heading: its letters and digits in lower case, `-` for blanks and `_`.
  ///
  /// A heading that does not start with a letter gets `section-` before it, which keeps every
  /// id an XML name; a second heading of the same words gets `-1` after it, and so on.
  mutating func slug(of text: String) -> String {
    var base = String.UnicodeScalarView()
    for scalar in text.lowercased().unicodeScalars {
      if scalar == " " || scalar == "-" || scalar == "_" {
        base.append("-")
      } else if scalar.isLetterOrDigit {
        base.append(scalar)
      }
    }
    let isName = base.first?.properties.isAlphabetic == true
    let name = isName ? String(base) : base.isEmpty ? "section" : "section-" + String(base)
    var slug = name
    while !used.insert(slug).inserted {
      counts[name, default: 0] += 1
      slug = "\(name)-\(counts[name, default: 0])"
    }
    return slug
  }
}

extension Unicode.Scalar {
  fileprivate var isLetterOrDigit: Bool {
    switch properties.generalCategory {
    case .lowercaseLetter, .uppercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .nonspacingMark, .spacingMark:
      true
    default: false
    }
  }
}

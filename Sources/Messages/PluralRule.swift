/// Which form of a message a language uses for a count, by the rules of the Unicode CLDR for whole
/// numbers; forms are numbered as in gettext's files.
///
/// A language that is not named here has two forms, for one and for all else, whatever its own rule.
enum PluralRule: Sendable {
  /// One form for everything: Japanese, Vietnamese.
  case none

  /// One, and all else with nothing: German, English.
  case oneAndOthers

  /// Nothing and one, and all else: French, Portuguese.
  case upToOne

  /// One, two to four, all else: Czech, Slovak.
  case oneFewMany

  /// By the last digits: Russian, Croatian.
  case byLastDigit

  /// One alone, then by the last digits: Polish.
  case oneAndByLastDigit

  init(of tag: String) {
    switch tag.prefix(2) {
    case "id", "ja", "ko", "ms", "th", "vi", "zh": self = .none
    case "fr", "pt": self = .upToOne
    case "cs", "sk": self = .oneFewMany
    case "be", "bs", "hr", "ru", "sr", "uk": self = .byLastDigit
    case "pl": self = .oneAndByLastDigit
    default: self = .oneAndOthers
    }
  }

  /// How many forms a message has.
  var forms: Int {
    switch self {
    case .none: 1
    case .oneAndOthers, .upToOne: 2
    case .oneFewMany, .byLastDigit, .oneAndByLastDigit: 3
    }
  }

  /// The number of the form for a count.
  func form(of count: Int) -> Int {
    let (last, teens) = (count % 10, count % 100)
    let isFew = (2...4).contains(last) && !(12...14).contains(teens)
    return switch self {
    case .none: 0
    case .oneAndOthers: count == 1 ? 0 : 1
    case .upToOne: count <= 1 ? 0 : 1
    case .oneFewMany: count == 1 ? 0 : (2...4).contains(count) ? 1 : 2
    case .byLastDigit: last == 1 && teens != 11 ? 0 : isFew ? 1 : 2
    case .oneAndByLastDigit: count == 1 ? 0 : isFew ? 1 : 2
    }
  }
}

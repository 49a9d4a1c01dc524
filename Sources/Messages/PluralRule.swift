/// Which form of a message a language uses for a count, by the rules of the Unicode CLDR for whole
/// numbers; forms are numbered as in gettext's files.
enum PluralRule: Sendable {
  /// One form for everything.
  case none

  /// One, and all else with nothing: German, English.
  case oneAndOthers

  /// Nothing and one, and all else: French, Portuguese.
  case upToOne

  /// One, two to four, all else: Czech.
  case oneFewMany

  /// By the last digits: Russian, Ukrainian.
  case byLastDigit

  /// One alone, then by the last digits: Polish.
  case oneAndByLastDigit

  init(of tag: String) {
    switch tag.prefix(2) {
    case "id", "ja", "ko", "zh": self = .none
    case "fr", "pt": self = .upToOne
    case "cs": self = .oneFewMany
    case "ru", "uk": self = .byLastDigit
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

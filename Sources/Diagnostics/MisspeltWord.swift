/// A word prepared to be held against a great many others.
///
/// Bit *i* of every mask speaks of the word's letter *i*, so that a column of the table of distances
/// is one number and a letter of the other word costs a dozen instructions (Hyyrö 2003, "A
/// bit-vector algorithm for computing Levenshtein and Damerau edit distances").
struct MisspeltWord {
  private let length: Int
  /// In which places of the word each letter stands, lower case; ASCII by its code.
  private let places: [UInt64]
  private let otherPlaces: [Unicode.Scalar: UInt64]
  private let signature: Signature?

  /// `nil` for a word longer than any name we know, which is no near miss of one.
  init?(_ word: String) {
    let scalars = Array(word.lowercased().unicodeScalars.prefix(Self.longest + 1))
    guard scalars.count <= Self.longest else { return nil }
    var places = [UInt64](repeating: 0, count: 0x80)
    var others: [Unicode.Scalar: UInt64] = [:]
    for (place, scalar) in scalars.enumerated() {
      if scalar.isASCII {
        places[Int(scalar.value)] |= 1 << UInt64(place)
      } else {
        others[scalar, default: 0] |= 1 << UInt64(place)
      }
    }
    length = scalars.count
    self.places = places
    otherPlaces = others
    signature = Signature(word)
  }

  private static let longest = 64

  /// How many insertions, deletions, substitutions and swaps of neighbours make the other word.
  ///
  /// - Returns: `nil` beyond a third of the longer word's length, or one in a word of few letters.
  func distance(to other: String) -> Int? {
    if let signature, let theirs = Signature(other) {
      guard theirs.length <= Self.longest, signature.isNear(theirs) else { return nil }
      var columns = Columns(length)
      // ASCII's capitals differ from its small letters in one bit.
      for byte in other.utf8 {
        let isCapital = byte >= 0x41 && byte <= 0x5A
        columns.add(places[Int(isCapital ? byte | 0x20 : byte)])
      }
      return Self.near(columns.distance, signature.length, theirs.length)
    }
    let scalars = other.lowercased().unicodeScalars
    guard scalars.count <= Self.longest else { return nil }
    var columns = Columns(length)
    for scalar in scalars {
      columns.add(scalar.isASCII ? places[Int(scalar.value)] : otherPlaces[scalar] ?? 0)
    }
    return Self.near(columns.distance, length, scalars.count)
  }

  private static func near(_ distance: Int, _ length: Int, _ otherLength: Int) -> Int? {
    distance <= limit(length, otherLength) ? distance : nil
  }

  private static func limit(_ length: Int, _ otherLength: Int) -> Int {
    max(1, max(length, otherLength) / 3)
  }

  /// What tells at once that two words are far apart: their lengths, and which letters they have.
  private struct Signature {
    private(set) var length = 0
    private var letters: UInt64 = 0

    /// `nil` for words that are not ASCII, whose letters have several bytes.
    init?(_ word: String) {
      for byte in word.utf8 {
        guard byte < 0x80 else { return nil }
        length += 1
        // Both cases of a letter have one place.
        letters |= 1 << UInt64(byte & 0x1F | (byte < 0x40 ? 0x20 : 0))
      }
    }

    func isNear(_ other: Self) -> Bool {
      let limit = MisspeltWord.limit(length, other.length)
      // One edit takes one letter away and brings one in, at most.
      return abs(length - other.length) <= limit
        && (letters ^ other.letters).nonzeroBitCount <= 2 * limit
    }
  }
}

/// The last column of the table of distances, as what each place adds to the one above it.
private struct Columns {
  private(set) var distance: Int
  private let last: UInt64
  private var rises = UInt64.max
  private var falls: UInt64 = 0
  private var isCheap: UInt64 = 0
  private var before: UInt64 = 0

  init(_ length: Int) {
    distance = length
    last = length > 0 ? 1 << UInt64(length - 1) : 0
  }

  /// Goes on by one letter of the other word, given where the word has the same.
  mutating func add(_ places: UInt64) {
    guard last != 0 else {
      distance += 1
      return
    }
    let swaps = ((~isCheap & places) << 1) & before
    isCheap = (((places & rises) &+ rises) ^ rises) | places | falls | swaps
    let risesAcross = falls | ~(isCheap | rises)
    let fallsAcross = isCheap & rises
    if risesAcross & last != 0 { distance += 1 }
    if fallsAcross & last != 0 { distance -= 1 }
    let shifted = risesAcross << 1 | 1
    rises = fallsAcross << 1 | ~(isCheap | shifted)
    falls = shifted & isCheap
    before = places
  }
}

/// Words that stand for numbers, and for what they count.
enum NumberWords {
  /// Numbers that are written out.
  static let values: [String: Ratio] = {
    let words = [
      "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
      "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
      "nineteen", "twenty",
    ]
    let tens = ["thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
    return Dictionary(
      uniqueKeysWithValues: zip(words, 0...).map { ($0, Ratio(Int128($1))) }
        + zip(tens, 3...).map { ($0, Ratio(Int128($1 * 10))) })
  }()

  /// What letters right behind a number multiply it by; in the case in which people write them.
  static let suffixes: [String: Ratio] = [
    "k": 1_000, "K": 1_000, "M": 1_000_000, "B": 1_000_000_000, "bn": 1_000_000_000,
    "T": 1_000_000_000_000,
  ]

  /// Words that multiply a number, or are one: `a million`.
  static let powers: [String: Ratio] = [
    "hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000,
    "trillion": 1_000_000_000_000,
  ]

  /// Words for parts of a whole, and for several times as much.
  static let multiples: [String: Ratio] = {
    let parts: [(String, Int128)] = [("half", 2), ("quarter", 4), ("tenth", 10)]
    let times: [(String, Ratio)] = [("twice", 2), ("double", 2), ("triple", 3)]
    return Dictionary(
      uniqueKeysWithValues: times
        + parts.compactMap { word, part in (try? Ratio(1, over: part)).map { (word, $0) } })
  }()

  /// Units of time, in seconds.
  static let seconds: [String: Ratio] = {
    var seconds: [String: Ratio] = [:]
    let units: [(words: [String], length: Ratio)] = [
      (["s", "sec", "secs", "second", "seconds"], 1),
      (["min", "mins", "minute", "minutes"], 60),
      (["h", "hr", "hrs", "hour", "hours"], 3_600), (["day", "days"], 86_400),
    ]
    for unit in units {
      for word in unit.words { seconds[word] = unit.length }
    }
    if let thousandth = try? Ratio(1, over: 1_000) {
      for word in ["ms", "millisecond", "milliseconds"] { seconds[word] = thousandth }
    }
    return seconds
  }()
}

/// Numbers of things in words.
enum Counted {
  /// One of something, or several: `1 page`, `2 pages`.
  static func text(_ count: Int, _ noun: String) -> String {
    count == 1 ? "1 \(noun)" : "\(count) \(noun)s"
  }
}

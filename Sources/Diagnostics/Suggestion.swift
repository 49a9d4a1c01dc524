/// Finds what an author probably meant.
public enum Suggestion {
  /// The candidate nearest to a misspelt word.
  ///
  /// - Parameters:
  ///   - word: What the author wrote.
  ///   - candidates: What would have been right; ties go to the first.
  /// - Returns: The nearest candidate within a third of the longer word's length, or `nil`.
  /// - Complexity: O(*candidates* × *length*²).
  public static func nearest(to word: String, in candidates: some Sequence<String>) -> String? {
    var best: (distance: Int, candidate: String)?
    for candidate in candidates where candidate != word {
      let distance = editDistance(word, candidate)
      let limit = Swift.max(1, Swift.max(word.count, candidate.count) / 3)
      guard distance <= limit, distance < best?.distance ?? .max else { continue }
      best = (distance, candidate)
    }
    return best?.candidate
  }

  /// A hint that names the nearest candidate, or else all of them.
  ///
  /// - Parameters:
  ///   - word: What the author wrote.
  ///   - candidates: What would have been right, in the order to print.
  ///   - noun: What the candidates are, in the plural: `keys`, `offers`.
  /// - Returns: A phrase that starts with a verb, or "did you mean".
  public static func hint(for word: String, in candidates: [String], noun: String) -> String {
    if let nearest = nearest(to: word, in: candidates) { return "did you mean '\(nearest)'?" }
    guard !candidates.isEmpty else { return "remove it; there are no \(noun) here" }
    let shown = candidates.prefix(12).joined(separator: ", ")
    return "use one of the \(noun): \(shown)\(candidates.count > 12 ? ", …" : "")"
  }

  /// Insertions, deletions, substitutions and swaps of neighbours between two words.
  private static func editDistance(_ left: String, _ right: String) -> Int {
    let left = Array(left.lowercased().unicodeScalars)
    let right = Array(right.lowercased().unicodeScalars)
    // A word longer than any name we know is no near miss, and would cost quadratic time.
    guard left.count <= 64, right.count <= 64 else { return .max }

    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for row in 0..<left.count {
      var current = [row + 1]
      for column in 0..<right.count {
        let substitution = last[column] + (left[row] == right[column] ? 0 : 1)
        var cost = min(substitution, last[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          cost = min(cost, beforeLast[column - 1] + 1)
        }
        current.append(cost)
      }
      (beforeLast, last) = (last, current)
    }
    return last[right.count]
  }
}

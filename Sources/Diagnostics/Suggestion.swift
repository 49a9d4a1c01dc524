/// Finds what an author probably meant.
public enum Suggestion {
  /// The candidate nearest to a misspelt word.
  ///
  /// - Parameters:
  ///   - word: What the author wrote.
  ///   - candidates: What would have been right; ties go to the first.
  /// - Returns: The nearest candidate within a third of the longer word's length, or `nil`; also
  ///   `nil` for more than 4,096 candidates, as a file may misspell a great many of a great many.
  /// - Complexity: A few instructions a candidate, and a dozen a letter of one of nearly that length
  ///   with nearly those letters; nothing is allocated for words in ASCII.
  public static func nearest(to word: String, in candidates: some Collection<String>) -> String? {
    guard candidates.count <= mostCandidates, let misspelt = MisspeltWord(word) else { return nil }
    var best: (distance: Int, candidate: String)?
    for candidate in candidates where candidate != word {
      guard let distance = misspelt.distance(to: candidate), distance < best?.distance ?? .max
      else { continue }
      best = (distance, candidate)
    }
    return best?.candidate
  }

  private static let mostCandidates = 4096

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
}

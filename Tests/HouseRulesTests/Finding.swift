/// A house rule that a file breaks, and where.
struct Finding: Hashable, CustomStringConvertible {
  /// The path from the root of the repository.
  var path: String

  /// The line, from 1; `nil` when the file as a whole is meant.
  var line: Int?

  /// What is wrong, and what to do instead.
  var message: String

  var description: String {
    guard let line else { return "\(path): \(message)" }
    return "\(path):\(line): \(message)"
  }
}

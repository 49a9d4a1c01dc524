/// A file that a reader can hold in mind.
enum FileLength {
  /// The most lines a Swift file may have.
  static let limit = 300

  /// The Swift files that are longer.
  static func findings(in repository: Repository) -> [Finding] {
    repository.swiftFiles.compactMap { file in
      // The line feed at the end closes the last line and opens none.
      let count = file.lines.count - (file.text.hasSuffix("\n") ? 1 : 0)
      guard count > limit else { return nil }
      return Finding(
        path: file.path, line: limit + 1,
        message: "\(count) lines are more than \(limit); split it where a reader would look")
    }
  }
}

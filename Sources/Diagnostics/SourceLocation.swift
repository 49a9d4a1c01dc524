/// A place in a content or template file, counted the way editors count.
public struct SourceLocation: Hashable, Sendable {
  /// The path as the author knows it, relative to the site.
  public var file: String

  /// The line, from 1; `nil` when the file as a whole is meant.
  public var line: Int?

  /// The column in Unicode scalars, from 1; `nil` where only the line is known.
  public var column: Int?

  /// Creates a location.
  public init(file: String, line: Int? = nil, column: Int? = nil) {
    self.file = file
    self.line = line
    self.column = column
  }
}

extension SourceLocation: CustomStringConvertible {
  /// `file:line:column`, which terminals and editors turn into a link.
  public var description: String {
    guard let line else { return file }
    guard let column else { return "\(file):\(line)" }
    return "\(file):\(line):\(column)"
  }
}

extension SourceLocation: Comparable {
  /// By file, then line, then column: the order in which an author mends a site.
  public static func < (left: Self, right: Self) -> Bool {
    (left.file, left.line ?? 0, left.column ?? 0)
      < (right.file, right.line ?? 0, right.column ?? 0)
  }
}

/// A mistake in something an author wrote, the place of it, and a way out.
///
/// Throw an error for what stops the program. Collect diagnostics for what an
/// author can fix, so that one run reports every mistake.
public struct Diagnostic: Hashable, Sendable {
  /// How much a diagnostic matters.
  public enum Severity: String, Sendable {
    /// The site is not written.
    case error

    /// The site is written, but perhaps not as the author meant.
    case warning
  }

  /// How much this one matters.
  public var severity: Severity

  /// Where the mistake stands.
  public var location: SourceLocation

  /// What is wrong: one phrase, most specific words first, no full stop.
  public var message: String

  /// What to do about it, starting with a verb; `nil` if the message says it all.
  public var hint: String?

  /// Creates a diagnostic.
  public init(
    _ severity: Severity, at location: SourceLocation, _ message: String, hint: String? = nil
  ) {
    self.severity = severity
    self.location = location
    self.message = message
    self.hint = hint
  }
}

extension Diagnostic: CustomStringConvertible {
  /// The compilers' format, so that editors and CI pick it up unchanged.
  public var description: String {
    let headline = "\(location): \(severity.rawValue): \(message)"
    guard let hint else { return headline }
    return "\(headline)\n  hint: \(hint)"
  }
}

extension Sequence where Element == Diagnostic {
  /// The diagnostics by place, each once.
  public func inReadingOrder() -> [Diagnostic] {
    var seen: Set<Diagnostic> = []
    return filter { seen.insert($0).inserted }
      .enumerated()
      .sorted { ($0.element.location, $0.offset) < ($1.element.location, $1.offset) }
      .map(\.element)
  }
}

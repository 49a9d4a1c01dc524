public import Diagnostics

/// What is wrong with a text, before anybody says where it stands.
///
/// Values read themselves from text and know *what* they refuse; whoever holds the file
/// knows *where*, and joins the two with ``diagnostic(at:)``.
public struct Mistake: Error, Hashable, Sendable {
  /// The phrase a diagnostic carries: the offender in quotes first.
  public var message: String

  /// What to write instead, starting with a verb.
  public var hint: String?

  /// Creates a mistake.
  public init(_ message: String, hint: String? = nil) {
    self.message = message
    self.hint = hint
  }

  /// The mistake as an author sees it.
  public func diagnostic(at location: SourceLocation) -> Diagnostic {
    Diagnostic(.error, at: location, message, hint: hint)
  }

  /// A text in quotes, on one line and short enough to be read in a message.
  static func quoted(_ text: String) -> String {
    let line = text.prefix { $0 != "\n" }
    let shown = line.prefix(60)
    return shown.count < text.count ? "'\(shown)…'" : "'\(shown)'"
  }
}

import Changes
import Content
import Diagnostics
import Pricing
import Publishing
import Site

/// One side of a comparison: a folder, a revision, or the site of this folder as of a day.
enum SiteVersion {
  /// The site in a folder.
  case folder(String)

  /// The site of this folder as a revision of its repository has it.
  case revision(GitRevision)

  /// The site of this folder as of a day.
  case day(CalendarDate)

  /// Understands what was typed: a day, `git:` and a revision, a folder, or else a revision.
  init(_ text: String) {
    if let day = CalendarDate(text) {
      self = .day(day)
    } else if text.hasPrefix("git:") {
      self = .revision(GitRevision(name: String(text.dropFirst(4))))
    } else if LinuxCalls.target(of: text) == .folder {
      self = .folder(text)
    } else {
      self = .revision(GitRevision(name: text))
    }
  }

  /// Reads and prices the site.
  ///
  /// - Parameters:
  ///   - source: The folder that days and revisions are of.
  ///   - day: The day as of which it is priced; a version that is a day has its own.
  /// - Returns: What was read, with what is wrong with it.
  /// - Throws: ``Failure``, or ``SiteError``.
  func reading(of source: String, on day: CalendarDate?) async throws -> StateReading {
    switch self {
    case .folder(let path): await StateReading(try SiteFiles.content(of: path), on: day)
    case .revision(let revision): await StateReading(try revision.files(of: source), on: day)
    case .day(let own): await StateReading(try SiteFiles.content(of: source), on: own)
    }
  }
}

extension StateReading {
  /// The state, or what is wrong with the site on standard error.
  ///
  /// - Parameter name: What was typed for it.
  /// - Returns: The state.
  /// - Throws: ``Failure`` if there are mistakes.
  func state(named name: String) throws -> SiteState {
    if let state { return state }
    FindingsWriter(format: .text).write(diagnostics.filter { $0.severity == .error }, texts: texts)
    throw Failure(
      "'\(name)' has mistakes, so it cannot be compared",
      hint: "mend them, or compare with another version")
  }
}

import ArgumentParser
import Diagnostics
import Publishing
import Serving
import Site

/// A mistake in the call, or surroundings in which a command cannot run.
struct Failure: Error {
  /// What is wrong: about the program as a whole, or about one of its options.
  var findings: [Diagnostic]

  /// What a run ends with after a failure; findings in a site end with 1.
  static let exitCode = ExitCode(2)

  /// Fails for several reasons at once.
  init(_ findings: [Diagnostic]) { self.findings = findings }

  /// Fails for one reason that is about no single option.
  init(_ message: String, hint: String? = nil) {
    findings = [Diagnostic(.error, at: SourceLocation(file: "breakeven"), message, hint: hint)]
  }

  /// Fails with whatever stopped a run.
  ///
  /// - Parameter error: A failure, or an error of the site's surroundings.
  init(_ error: any Error) {
    switch error {
    case let error as Failure: self = error
    case .reading(let error) as BuildError: self.init([error.diagnostic])
    case .writing(let error) as BuildError: self.init(error.message, hint: error.hint)
    case let error as SiteError: self.init([error.diagnostic])
    case let error as OutputError: self.init(error.message, hint: error.hint)
    case let error as PictureError: self.init(error.message, hint: error.hint)
    case let error as ServingError: self.init(error.message, hint: error.hint)
    default: self.init("\(error)")
    }
  }

  /// Fails with what the argument parser says, as a phrase with a hint like any other.
  ///
  /// - Parameters:
  ///   - sentence: The parser's message.
  ///   - advice: Its whole text, of which the last line names the help page.
  init(parsing sentence: String, advice: String) {
    let first = sentence.split(separator: "\n").first ?? "the call cannot be understood"
    let parts = first.split(separator: ". ", maxSplits: 1).map(String.init)
    var phrase = parts.first ?? String(first)
    if phrase.last == "." { phrase.removeLast() }
    phrase = phrase.prefix(1).lowercased() + phrase.dropFirst()
    let page = advice.firstRange(of: "See '").map {
      String(advice[$0.upperBound...].prefix { $0 != "'" })
    }
    let hint =
      parts.dropFirst().first.map { Self.hint($0, about: phrase) }
      ?? Self.command(meantBy: phrase, page) ?? page.map { "see '\($0)'" }
    self.init(phrase, hint: hint)
  }

  /// The parser's own advice as a phrase; where it lists values, the nearest of them.
  private static func hint(_ advice: String, about phrase: String) -> String {
    let values = quoted(in: advice)
    if advice.hasPrefix("Please provide one of"), let wrong = quoted(in: phrase).first {
      return Suggestion.hint(for: wrong, in: values, noun: "values")
    }
    return advice.prefix(1).lowercased() + advice.dropFirst()
  }

  /// The words between single quotes, in their order.
  private static func quoted(in text: String) -> [String] {
    text.split(separator: "'", omittingEmptySubsequences: false).enumerated()
      .compactMap { $0.offset.isMultiple(of: 2) ? nil : String($0.element) }
  }

  /// What a misspelt command was meant to be; the parser takes it for a stray argument.
  private static func command(meantBy phrase: String, _ page: String?) -> String? {
    guard page == "breakeven --help", phrase.hasPrefix("unexpected argument"),
      let word = quoted(in: phrase).first
    else { return nil }
    let names = Breakeven.configuration.subcommands.compactMap { $0.configuration.commandName }
    return Suggestion.hint(for: word, in: names, noun: "commands")
  }
}

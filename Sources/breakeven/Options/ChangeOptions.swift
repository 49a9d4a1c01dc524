import ArgumentParser
import Changes
import Diagnostics

/// How a change is told.
struct ChangeOptions: ParsableArguments {
  /// How a change is written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    /// For a terminal.
    case text

    /// For a comment on a pull request.
    case markdown

    /// For programs.
    case json
  }

  @Option(help: "How the change is written.")
  var format = Format.text

  @Flag(help: "Tell of nothing but workloads with another winner.")
  var onlyFlips = false

  /// Writes the change to standard output.
  func write(_ change: SiteChange) throws {
    let words = ChangeWords(change)
    switch format {
    case .text: try Console.write(words.text(onlyFlips: onlyFlips))
    case .markdown: try Console.write(words.markdown(onlyFlips: onlyFlips))
    case .json: try Console.write(words.json(onlyFlips: onlyFlips).text + "\n")
    }
  }
}

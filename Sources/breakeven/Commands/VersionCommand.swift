import ArgumentParser

/// `breakeven version`: which release this is.
struct VersionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "version",
    abstract: "Print the version.",
    discussion: """
      Examples:
        breakeven version
        breakeven version | cut -d ' ' -f 2   the number alone
      """)

  func run() throws { try Console.write(Breakeven.version + "\n") }
}

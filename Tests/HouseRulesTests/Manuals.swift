/// What a newcomer reads and runs: scripts that explain themselves, a README that knows them all.
enum Manuals {
  /// The scripts that cannot be run, stop at no mistake or do not say how to use them.
  static func scriptFindings(in repository: Repository) -> [Finding] {
    (scripts(of: repository) + repository.files.filter { $0.isIn("starter/script/") }).flatMap {
      script in
      var messages: [String] = []
      if !script.isExecutable { messages.append("not executable; run chmod +x") }
      if !script.text.hasPrefix("#!/") { messages.append("no '#!' line") }
      if !script.lines.contains(where: { $0.hasPrefix("set -eu") }) {
        messages.append("no 'set -eu'; a failed command would go unseen")
      }
      let header = script.lines.prefix { $0.hasPrefix("#") }
      if !header.contains(where: { $0.hasPrefix("# Usage: ") }) {
        messages.append("no '# Usage: ' line in the comment at the top")
      }
      return messages.map { Finding(path: script.path, message: $0) }
    }
  }

  /// The scripts and commands that the README does not mention.
  static func readmeFindings(in repository: Repository) -> [Finding] {
    guard let readme = repository["README.md"] else {
      return [Finding(path: "README.md", message: "missing")]
    }
    let names = scripts(of: repository).map(\.path) + commands(of: repository)
    return names.filter { !readme.text.contains($0) }.map {
      Finding(path: readme.path, message: "'\($0)' is not mentioned")
    }
  }

  private static func scripts(of repository: Repository) -> [Repository.File] {
    repository.files.filter { $0.isIn("script/") || $0.isIn(".ci/") }
  }

  /// The commands as they are typed: `breakeven build`.
  ///
  /// ArgumentParser names a command after its type unless the type says otherwise.
  private static func commands(of repository: Repository) -> [String] {
    let files = repository.swiftFiles.filter { $0.isIn("Sources/breakeven/") }
    let names = files.flatMap { file in
      let written = file.text.matches(of: /commandName: "([^"]+)"/).map { String($0.1) }
      guard written.isEmpty else { return written }
      return file.text.matches(of: /struct (\w+): (?:Async)?ParsableCommand\b/)
        .map { $0.1.lowercased() }
    }
    return Set(names).subtracting(["breakeven"]).sorted().map { "breakeven \($0)" }
  }
}

/// Golden files that a test still reads.
///
/// A test names its golden file, or makes the name from parts: `"\(name).svg"`. Then each
/// part has to be found too: in the tests, among the fixtures, or as a case of an enum.
enum GoldenFiles {
  /// The golden files that nothing names.
  static func findings(in repository: Repository) -> [Finding] {
    let cases = enumCases(in: repository.files.filter { $0.isSwift && $0.isIn("Sources/") })
    let golden = repository.files.filter { $0.path.contains("/Golden/") && $0.name != ".gitkeep" }
    return Dictionary(grouping: golden, by: target).sorted { $0.key < $1.key }.flatMap {
      folder, files in
      let evidence = Evidence(of: folder, in: repository, cases: cases)
      return files.filter { !evidence.names(nameInGolden($0)) }.map {
        Finding(path: $0.path, message: "no test names this golden file; delete it")
      }
    }
  }

  /// The folder of the test target, with its closing slash.
  private static func target(of file: Repository.File) -> String {
    file.path.split(separator: "/").prefix(2).joined(separator: "/") + "/"
  }

  private static func nameInGolden(_ file: Repository.File) -> String {
    file.path.ranges(of: "/Golden/").first.map { String(file.path[$0.upperBound...]) } ?? file.path
  }

  /// The words on lines with an enum's case: its name, and a raw value if it has one.
  private static func enumCases(in files: [Repository.File]) -> Set<String> {
    Set(
      files.filter { $0.text.contains("case ") }.flatMap { file in
        file.lines.filter { $0.contains("case ") }.flatMap { line in
          line.matches(of: /\w[\w-]*/).map { String($0.output) }
        }
      })
  }
}

/// What the tests of one target say about the names of files.
private struct Evidence {
  /// The strings in quotes, as they stand.
  private var literals: Set<String> = []

  /// The strings with something interpolated, cut at each of those holes.
  private var patterns: [[Substring]] = []

  /// What else may fill a hole.
  private var fillers: Set<String>

  init(of folder: String, in repository: Repository, cases: Set<String>) {
    fillers = cases
    let hole = /\\\((?:[^()\n]|\([^()\n]*\))*\)/
    // A hole may hold quotes of its own, which do not end the string.
    let literal = /"((?:[^"\\\n]|\\\((?:[^()\n]|\([^()\n]*\))*\)|\\.)*)"/
    for file in repository.files where file.isIn(folder) {
      if file.path.contains("/Fixtures/") {
        let components = file.path.split(separator: "/")
        fillers.formUnion(components.flatMap { [String($0), stem(of: $0)] })
      } else if file.isSwift {
        for match in file.text.matches(of: literal) {
          let parts = match.1.split(separator: hole, omittingEmptySubsequences: false)
          if parts.count == 1 { literals.insert(String(match.1)) } else { patterns.append(parts) }
        }
      }
    }
    // A string that is nothing but holes would vouch for every file.
    patterns.removeAll { $0.allSatisfy(\.isEmpty) }
  }

  /// Whether some string is the name, or becomes it when its holes are filled.
  func names(_ name: String) -> Bool {
    literals.contains(name) || patterns.contains { fills(name[...], $0[...]) }
  }

  private func fills(_ name: Substring, _ pattern: ArraySlice<Substring>) -> Bool {
    guard let start = pattern.first, name.hasPrefix(start) else { return false }
    let rest = name.dropFirst(start.count)
    guard pattern.count > 1 else { return rest.isEmpty }
    return rest.indices.contains { last in
      let filler = String(rest[...last])
      return (literals.contains(filler) || fillers.contains(filler))
        && fills(rest[rest.index(after: last)...], pattern.dropFirst())
    }
  }

  private func stem(of name: Substring) -> String {
    String(name.prefix { $0 != "." })
  }
}

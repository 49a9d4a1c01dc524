/// Which target may see which, so that dependencies point one way.
enum TargetGraph {
  /// What the system brings; a target that computes and keeps off files does without it.
  ///
  /// Not the whole of Foundation, which brings 50 MB and takes a third of the time of a start.
  private static let system: Set = ["FoundationEssentials", "Glibc", "Synchronization"]

  /// What the files of each target may import.
  static let allowed: [String: Set<String>] = [
    // Exact values, no files, nothing of ours: the domain, and a library of its own.
    "Pricing": [],
    "Diagnostics": [],
    "Messages": ["Diagnostics", "Synchronization"],
    "Wording": ["Messages", "Pricing"],
    "Charts": system.union(["Messages"]),
    "XML": system.union(["CLibXML2", "Diagnostics"]),
    // Only a file that asks the language for more than it offers by itself names it.
    "Templates": system.union(["Diagnostics", "Messages", "Swift", "XML"]),
    "Content": system.union(["CCMarkGFM", "CLibYAML", "Diagnostics", "Messages", "Pricing"]),
    "Changes": ["Diagnostics", "Encoders", "Messages", "Pricing", "Wording"],
    "Encoders": ["Diagnostics", "Messages", "Pricing"],
    "Injection": ["Diagnostics"],
    "Publishing": system.union([
      "CLinux", "CNettle", "Content", "Diagnostics", "Templates", "XML",
    ]),
    "Reports": [
      "Changes", "Charts", "Content", "Diagnostics", "Encoders", "Messages", "Pricing",
      "Publishing", "Templates", "Wording", "XML",
    ],
    "Site": system.union([
      "Changes", "Charts", "Content", "Diagnostics", "Messages", "Pricing", "Publishing",
      "Reports", "Templates", "XML",
    ]),
    "Serving": system.union(["Diagnostics", "Dispatch", "FlyingSocks", "Publishing"]),
    "breakeven": system.union([
      "ArgumentParser", "Changes", "Content", "Diagnostics", "Injection", "Pricing", "Publishing",
      "Reports", "Serving",
      "Site", "Wording",
    ]),
  ]

  /// The imports that point the wrong way, and the targets nobody has placed.
  static func findings(in repository: Repository) -> [Finding] {
    repository.swiftFiles.filter { $0.isIn("Sources/") }.flatMap { file in
      let target = String(file.path.split(separator: "/")[1])
      guard let modules = allowed[target] else {
        return [Finding(path: file.path, message: "target '\(target)' has no place in the graph")]
      }
      return imports(of: file).filter { !modules.contains($0.module) }.map {
        Finding(path: file.path, line: $0.line, message: "\(target) must not import \($0.module)")
      }
    }
  }

  /// The modules a file names, each with its line.
  ///
  /// `public import struct Foundation.URL` counts as `Foundation`.
  private static func imports(of file: Repository.File) -> [(line: Int, module: String)] {
    let kinds: Set<Substring> = [
      "struct", "class", "enum", "protocol", "typealias", "func", "let", "var", "actor",
    ]
    return zip(1..., file.lines).compactMap { number, line in
      let words = line.split(separator: " ")
      guard let keyword = words.firstIndex(of: "import"),
        words[..<keyword].allSatisfy({ $0.hasPrefix("@") || accessLevels.contains($0) }),
        let path = words[(keyword + 1)...].first(where: { !kinds.contains($0) }),
        let module = path.split(separator: ".").first
      else { return nil }
      return (number, String(module))
    }
  }

  private static let accessLevels: Set<Substring> = [
    "public", "package", "internal", "fileprivate", "private",
  ]
}

import Foundation
import Testing

/// Words that do not belong in some part of the repository.
struct ForbiddenWords: Sendable {
  /// The words; one that starts or ends like a name only counts as a whole name.
  var words: [String]

  /// Why, as the end of a finding.
  var reason: String

  /// Whether comments count; else only code does, and only in Swift.
  var inComments = false

  /// The folders and files it is about, as starts of paths; empty for all.
  var only: [String] = []

  /// The folders and files it is not about, as starts of paths.
  var except: [String] = []

  /// The lines that break the rule.
  func findings(in repository: Repository) -> [Finding] {
    repository.files.filter(isAbout).flatMap { file in
      // Searching bytes is quick and cutting text is slow, so only what holds a word is cut up.
      let bytes = Data(file.text.utf8)
      let present = words.filter { bytes.range(of: Data($0.utf8)) != nil }
      guard !present.isEmpty else { return [Finding]() }
      return zip(1..., file.lines).flatMap { number, line in
        present.filter { occurs($0, in: line) && (inComments || occurs($0, in: code(of: line))) }
          .map { Finding(path: file.path, line: number, message: "'\($0)' \(reason)") }
      }
    }
  }

  private func isAbout(_ file: Repository.File) -> Bool {
    guard inComments || file.isSwift else { return false }
    return (only.isEmpty || only.contains(where: file.isIn)) && !except.contains(where: file.isIn)
  }

  /// A line without what stands in quotes, up to its comment.
  private func code(of line: Substring) -> Substring {
    var code = ""
    let pieces = line.replacing("\\\"", with: "")
      .split(separator: "\"", omittingEmptySubsequences: false)
    for (index, piece) in pieces.enumerated() where index.isMultiple(of: 2) {
      guard let comment = piece.firstRange(of: "//") else {
        code += piece
        continue
      }
      return code + piece[..<comment.lowerBound]
    }
    return code[...]
  }

  private func occurs(_ word: String, in line: Substring) -> Bool {
    guard line.contains(word) else { return false }
    return line.ranges(of: word).contains { range in
      let before = line[..<range.lowerBound].last
      let after = line[range.upperBound...].first
      let endsLikeAName = word.last.map(isPartOfAName) ?? false
      return !(before.map(isPartOfAName) ?? false)
        && !(endsLikeAName && after.map(isPartOfAName) ?? false)
    }
  }

  private func isPartOfAName(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "_"
  }
}

extension ForbiddenWords: CustomTestStringConvertible {
  var testDescription: String { words.joined(separator: " ") }
}

extension ForbiddenWords {
  /// The folders or files whose code holds pointers; `unsafe` anywhere else is a finding.
  ///
  /// All hold those of C but two: the reader of records takes the fields of a model, and what is inside
  /// their types, from where the compiler put them, so that nobody has to list them a second time; and
  /// short texts are copied from where they stand.
  static let pointerPaths = [
    "Sources/XML/", "Sources/Content/Markdown/MarkdownTree.swift",
    "Sources/Content/Reading/YAMLTokens.swift", "Sources/Diagnostics/TextBytes.swift",
    "Sources/Publishing/Disk/FileHash.swift", "Sources/Publishing/Disk/FileStamp.swift",
    "Sources/Publishing/Disk/LinuxCalls.swift", "Sources/Publishing/Disk/OpenFolder.swift",
    "Sources/Publishing/Disk/ProgramRun.swift", "Sources/Publishing/ThreadLimit.swift",
    "Sources/Serving/Watching/Inotify.swift",
    "Sources/Templates/RecordReader.swift", "Sources/Templates/WrappedType.swift",
  ]

  /// The only folder that has to spell out what is forbidden.
  private static let theRulesThemselves = ["Tests/HouseRulesTests/"]

  /// Every such rule of this house.
  static let all = [
    ForbiddenWords(
      words: ["unsafe"], reason: "belongs where the pointers are",
      except: pointerPaths + theRulesThemselves),
    ForbiddenWords(
      words: ["@unchecked", "try!", "as!"],
      reason: "promises what the compiler cannot check", except: theRulesThemselves),
    ForbiddenWords(
      words: ["Any", "AnyObject", "Mirror"], reason: "hides a type that can be named",
      only: ["Sources/"], except: ["Sources/Templates/WrappedType.swift"]),
    ForbiddenWords(
      words: ["Double", "Float", "Float16", "Float32", "Float64", "Float80", "CGFloat"],
      reason: "is not exact, and money is", only: ["Sources/Pricing/"]),
    ForbiddenWords(
      words: ["Process", "Subprocess"], reason: "runs without waiting for its turn",
      only: ["Tests/"],
      except: theRulesThemselves + ["Tests/TestSupport/OtherProgram.swift", "Tests/Fuzz/"]),
    ForbiddenWords(
      words: ["TODO", "FIXME", "XXX", "HACK"], reason: "is work for an issue, not for the tree",
      inComments: true, except: theRulesThemselves),
    ForbiddenWords(
      words: ["home", "Users", "root", "opt", "mnt"].map { "/\($0)/" },
      reason: "is a path of one machine", inComments: true, except: theRulesThemselves),
    ForbiddenWords(
      words: ["--index-url", "--extra-index-url", "--registry", "sources.list"],
      reason: "names a registry, which the tools know without us", inComments: true,
      only: [".ci/", "script/", "Sources/", "Tests/", "Benchmarks/", "Package.swift"],
      except: theRulesThemselves),
  ]
}

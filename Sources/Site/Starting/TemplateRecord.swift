import Content
import Diagnostics
import FoundationEssentials
import XML

/// Which of the program's files a site was given, so that it can be known later which of them its
/// author has changed.
struct TemplateRecord: Hashable, Sendable {
  /// Where a site keeps it; builds look into no hidden folder.
  static let path = ".breakeven/templates.json"

  /// What stands for the bytes of each file, by path.
  let fingerprints: [String: String]

  /// The record of files as the program has them.
  init(of files: [SiteFile]) {
    fingerprints = Dictionary(
      files.map { ($0.path, Self.fingerprint($0.bytes)) }, uniquingKeysWith: { first, _ in first })
  }

  /// Reads a record; `nil` for what is none.
  init?(reading bytes: [UInt8]) {
    guard
      let stored = try? JSONDecoder().decode([String: [String: String]].self, from: Data(bytes)),
      let files = stored["files"]
    else { return nil }
    fingerprints = files
  }

  /// The file, which is the same for the same files.
  var file: SiteFile {
    let members = fingerprints.sorted { $0.key < $1.key }.map {
      ($0.key, JSONValue.string($0.value))
    }
    return SiteFile(
      path: Self.path,
      bytes: Array((JSONValue.object([("files", .object(members))]).text + "\n").utf8))
  }

  /// Whether a file is as the program once gave it; `nil` if it is not known to have done so.
  func isUnchanged(_ file: SiteFile) -> Bool? {
    fingerprints[file.path].map { $0 == Self.fingerprint(file.bytes) }
  }

  private static func fingerprint(_ bytes: [UInt8]) -> String {
    let digits = String(Fingerprint.of(bytes, 0..<bytes.count), radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}

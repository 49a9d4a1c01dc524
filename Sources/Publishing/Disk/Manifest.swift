import Diagnostics
import FoundationEssentials

/// The list of published files, by which a folder is known to be ours.
///
/// It has neither dates nor hashes: the same site has the same manifest, byte by byte.
package struct Manifest: Hashable, Sendable {
  /// The name of the file, at the root of the site.
  package static let fileName = "manifest.json"

  /// What the manifests of this tool say about who wrote them.
  static let generator = "breakeven"

  /// The version of the tool.
  var version: String

  /// Bytes of every published file but the manifest, by path.
  var files: [String: Int]

  /// The file's bytes: files in the order of their paths.
  package var bytes: [UInt8] {
    let sorted = files.sorted { $0.key < $1.key }
    let members: [(String, JSONValue)] = [
      ("generator", .string(Self.generator)), ("version", .string(version)),
      ("files", .object(sorted.map { ($0.key, .number($0.value)) })),
    ]
    return JSONValue.object(members).file
  }
}

extension Manifest {
  /// The keys that are read back.
  private struct Stored: Decodable {
    var generator: String
    var version: String
    var files: [String: Int]
  }

  /// Reads a manifest back.
  ///
  /// - Returns: `nil` for any text that this tool did not write.
  init?(reading bytes: [UInt8]) {
    guard let stored = try? JSONDecoder().decode(Stored.self, from: Data(bytes)),
      stored.generator == Self.generator
    else { return nil }
    version = stored.version
    files = stored.files
  }

  /// The names at the root of the site, this file's among them.
  var rootEntries: Set<String> {
    Set(files.keys.map { String($0.prefix { $0 != "/" }) }).union([Self.fileName])
  }
}

import Diagnostics
import FoundationEssentials

/// The list of published files, by which a folder is known to be ours, and a copy to be current.
///
/// It has no dates: the same site has the same manifest, byte by byte.
package struct Manifest: Hashable, Sendable {
  /// The name of the file, at the root of the site.
  package static let fileName = "manifest.json"

  /// What the manifests of this tool say about who wrote them.
  static let generator = "breakeven"

  /// The version of the tool.
  var version: String

  /// What is known of a published file.
  struct File: Hashable, Sendable, Codable {
    /// Its length.
    var bytes: Int

    /// Its SHA-256 as 64 hexadecimal digits; `nil` in the manifests of versions that had none.
    var sha256: String?

    init(bytes: Int, sha256: String? = nil) { (self.bytes, self.sha256) = (bytes, sha256) }

    init(_ bytes: [UInt8]) { self.init(bytes: bytes.count, sha256: FileHash(bytes).text) }

    /// Reads an entry, which was once no more than a length.
    init(from decoder: any Decoder) throws {
      if let bytes = try? decoder.singleValueContainer().decode(Int.self) {
        self.init(bytes: bytes)
      } else {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
          bytes: try values.decode(Int.self, forKey: .bytes),
          sha256: try values.decodeIfPresent(String.self, forKey: .sha256))
      }
    }
  }

  /// Every published file but the manifest, by path.
  var files: [String: File]

  /// The file's bytes: files in the order of their paths.
  package var bytes: [UInt8] {
    let sorted = files.sorted { $0.key < $1.key }
    let members: [(String, JSONValue)] = [
      ("generator", .string(Self.generator)), ("version", .string(version)),
      (
        "files",
        .object(
          sorted.map { path, file in
            let hash = file.sha256.map { [("sha256", JSONValue.string($0))] } ?? []
            return (path, .object([("bytes", .number(file.bytes))] + hash))
          })
      ),
    ]
    return JSONValue.object(members).file
  }
}

extension Manifest {
  /// The keys that are read back.
  private struct Stored: Decodable {
    var generator: String
    var version: String
    var files: [String: File]
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

  /// The folders around the files, relative to the site.
  var folders: Set<String> {
    var folders: Set<String> = []
    for path in files.keys {
      var rest = path[...]
      while let slash = rest.utf8.lastIndex(of: UInt8(ascii: "/")) {
        rest = rest[..<slash]
        guard folders.insert(String(rest)).inserted else { break }
      }
    }
    return folders
  }
}

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
  struct File: Hashable, Sendable, Decodable {
    /// Its length.
    var bytes: Int

    /// Its SHA-256; `nil` in the manifests of versions that had none.
    var sha256: FileHash?

    init(bytes: Int, sha256: FileHash? = nil) { (self.bytes, self.sha256) = (bytes, sha256) }

    init(_ bytes: [UInt8]) { self.init(bytes: bytes.count, sha256: FileHash(bytes)) }

    private enum Keys: String, CodingKey {
      case bytes, sha256
    }

    /// Reads an entry, which was once no more than a length.
    init(from decoder: any Decoder) throws {
      if let bytes = try? decoder.singleValueContainer().decode(Int.self) {
        self.init(bytes: bytes)
      } else {
        let values = try decoder.container(keyedBy: Keys.self)
        let hash = try values.decodeIfPresent(String.self, forKey: .sha256)
        self.init(
          bytes: try values.decode(Int.self, forKey: .bytes), sha256: hash.flatMap { FileHash($0) })
      }
    }
  }

  /// Every published file but the manifest, by path.
  var files: [String: File]

  /// The file's bytes: files in the order of their paths.
  package var bytes: [UInt8] {
    Self.bytes(version: version, of: files.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
  }

  /// The bytes of the manifest of sorted files.
  ///
  /// Written as it comes, because a site may have fifty thousand files.
  static func bytes(version: String, of files: [(path: String, file: File)]) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(64 + 160 * files.count)
    func add(_ text: String) { output.append(contentsOf: text.utf8) }
    add("{\"generator\":\"\(generator)\",\"version\":")
    JSONText.append(version, to: &output)
    add(",\"files\":{")
    for (place, (path, file)) in files.enumerated() {
      if place > 0 { output.append(UInt8(ascii: ",")) }
      JSONText.append(path, to: &output)
      add(":{\"bytes\":\(file.bytes)")
      if let hash = file.sha256 {
        add(",\"sha256\":\"")
        hash.append(to: &output)
        output.append(UInt8(ascii: "\""))
      }
      output.append(UInt8(ascii: "}"))
    }
    add("}}\n")
    return output
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

  /// The names at the root of the site, this file's among them.
  var rootEntries: Set<String> {
    Set(files.keys.map { String($0.prefix { $0 != "/" }) }).union([Self.fileName])
  }

  /// The folders around the files, relative to the site.
  var folders: Set<String> { SitePath.folders(around: files.keys) }
}

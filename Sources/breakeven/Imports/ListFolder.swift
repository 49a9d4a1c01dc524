import Content
import Diagnostics
import Foundation
import Pricing
import Publishing

/// A price list on disk: its file, or the folder of the package that holds it.
struct ListFolder {
  let kind: PriceList.Kind
  let path: String

  /// Reads the list.
  ///
  /// - Throws: ``Failure``.
  func list(read day: CalendarDate) throws -> PriceList {
    let inside = "\(path)/\(kind.file)"
    let isFolder = FileManager.default.fileExists(atPath: inside)
    let file = isFolder ? inside : path
    let bytes = try NamedFile.read(
      file, orElse: "unpack the wheel, and give the folder that it makes")
    let origin = PriceList.Origin(
      kind: kind, version: isFolder ? version : nil, hash: FileHash(bytes).text,
      read: day)
    do { return try PriceList(bytes, origin, path: file) } catch {
      throw Failure([error.finding])
    }
  }

  /// The version that the folder of the package's own data has in its name.
  private var version: String? {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path))?.sorted() ?? []
    let suffix = ".dist-info"
    return names.first { $0.hasPrefix(kind.metadata) && $0.hasSuffix(suffix) }
      .map { String($0.dropFirst(kind.metadata.utf8.count).dropLast(suffix.utf8.count)) }
  }
}

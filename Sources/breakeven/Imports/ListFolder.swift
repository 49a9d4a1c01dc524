import Content
import Diagnostics
import FoundationEssentials
import Pricing
import Publishing

/// A price list on disk: its file, or a folder that holds it or many of its files.
struct ListFolder {
  let kind: PriceList.Kind
  let path: String

  /// Reads the list.
  ///
  /// - Throws: ``Failure``.
  func list(read day: CalendarDate) throws -> PriceList {
    let (names, isInside) = try names()
    let files = try names.map { name in
      let file = isInside ? "\(path)/\(name)" : name
      return PriceList.File(path: file, bytes: try Self.read(file))
    }
    let hashes = files.map { FileHash($0.bytes).text }
    let all = zip(hashes, names).map { "\($0)  \($1)\n" }.joined()
    let origin = PriceList.Origin(
      kind: kind, version: isInside ? version : nil,
      hash: files.count == 1 ? hashes[0] : FileHash(Array(all.utf8)).text, read: day,
      files: files.count > 1 ? "\(files.count) files" : isInside ? names[0] : Self.name(path))
    let list: PriceList
    do { list = try PriceList(files, origin) } catch { throw Failure([error.finding]) }
    guard list.pricedCount > 0 else {
      throw Failure(
        "'\(path)' holds no price that \(kind.rawValue) would have",
        hint: "give the list as it was published, and its name before it")
    }
    return list
  }

  /// The files, and whether they are inside of what the call names; in an order that is always the same.
  ///
  /// - Throws: ``Failure``.
  private func names() throws -> (names: [String], isInside: Bool) {
    let disk = FileManager.default
    if let file = kind.files.first(where: { disk.fileExists(atPath: "\(path)/\($0)") }) {
      return ([file], true)
    }
    func isFolder(_ path: String) -> Bool { (try? disk.contentsOfDirectory(atPath: path)) != nil }
    var inner = kind.folder.map { "\($0)/" } ?? ""
    if !isFolder("\(path)/\(inner)") { inner = "" }
    guard isFolder(path), let ending = kind.ending,
      let all = try? disk.subpathsOfDirectory(atPath: "\(path)/\(inner)")
    else { return ([path], false) }
    let names = all.filter { $0.hasSuffix(ending) }.sorted().map { inner + $0 }
    guard names.isEmpty else { return (names, true) }
    throw Failure(
      "'\(path)' holds no file of \(kind.rawValue)",
      hint:
        "give a folder with \(kind.files.first.map { "'\($0)' or " } ?? "")files named '*\(ending)'"
    )
  }

  private static func read(_ file: String) throws -> [UInt8] {
    let bytes = try NamedFile.read(
      file, orElse: "unpack the wheel, and give the folder that it makes")
    guard !bytes.starts(with: [0x1F, 0x8B]) else {
      throw Failure("'\(file)' is compressed", hint: "unpack it: gunzip --keep \(name(file))")
    }
    guard !bytes.starts(with: Array("PK".utf8) + [3, 4]) else {
      throw Failure(
        "'\(file)' is a wheel that is packed",
        hint: "unpack it: unzip -d list \(name(file)), and give the folder 'list'")
    }
    return bytes
  }

  /// A path without its folders.
  private static func name(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  /// What a list makes of a site's content.
  ///
  /// - Throws: ``Failure``.
  static func files(
    of list: PriceList, into present: [SiteFile], saying content: SiteContent
  ) throws -> PriceListImport {
    do { return try PriceListImport(list, into: present, saying: content) } catch {
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

import Content

/// The files of a tar archive as `git archive` writes it.
struct TarArchive {
  private static let block = 512

  /// Reads the archive.
  ///
  /// - Parameter bytes: All of it.
  /// - Returns: Its regular files in their order; `nil` if it is cut short or no archive.
  static func files(_ bytes: [UInt8]) -> [SiteFile]? {
    var files: [SiteFile] = []
    var (start, longPath): (Int, String?) = (0, nil)
    while start + block <= bytes.count {
      let head = bytes[start..<(start + block)]
      // Two empty blocks end an archive.
      if head.allSatisfy({ $0 == 0 }) { return files }
      guard let size = octal(head.dropFirst(124).prefix(12)) else { return nil }
      let body = start + block
      guard body + size <= bytes.count else { return nil }
      let content = bytes[body..<(body + size)]
      switch head[head.startIndex + 156] {
      case UInt8(ascii: "x"): longPath = path(ofRecords: content)
      case UInt8(ascii: "0"), 0:
        files.append(SiteFile(path: longPath ?? path(of: head), bytes: Array(content)))
        longPath = nil
      default: longPath = nil
      }
      start = body + (size + block - 1) / block * block
    }
    return nil
  }

  private static func path(of head: ArraySlice<UInt8>) -> String {
    let (name, prefix) = (text(head.prefix(100)), text(head.dropFirst(345).prefix(155)))
    return prefix.isEmpty ? name : "\(prefix)/\(name)"
  }

  /// The path among records such as `30 path=content/site.yaml`.
  private static func path(ofRecords records: ArraySlice<UInt8>) -> String? {
    records.split(separator: UInt8(ascii: "\n")).lazy
      .map { String(decoding: $0, as: UTF8.self) }
      .compactMap { record in
        record.firstRange(of: " path=").map { String(record[$0.upperBound...]) }
      }.first
  }

  private static func text(_ field: ArraySlice<UInt8>) -> String {
    String(decoding: field.prefix { $0 != 0 }, as: UTF8.self)
  }

  private static func octal(_ field: ArraySlice<UInt8>) -> Int? {
    Int(text(field).filter { $0 != " " }, radix: 8)
  }
}

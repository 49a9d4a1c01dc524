/// One part of a file, such as a player or a download that goes on asks for.
enum ByteRange {
  /// Cuts an answer to the part that a browser asked for.
  ///
  /// What is not one range in bytes is answered with the whole file, as the standard allows.
  static func applied(_ header: String?, to response: Response) -> Response {
    guard let header, response.status == .ok, header.hasPrefix("bytes="),
      let range = read(header.dropFirst("bytes=".count), of: response.body.count)
    else { return response }
    let count = response.body.count
    guard !range.isEmpty else {
      return .text(
        .rangeNotSatisfiable, "The file has \(count) bytes.",
        fields: ["Content-Range: bytes */\(count)"])
    }
    var part = response
    part.status = .partialContent
    part.body = Array(response.body[range])
    part.fields.append("Content-Range: bytes \(range.lowerBound)-\(range.upperBound - 1)/\(count)")
    return part
  }

  /// - Returns: `nil` for what is no single range; an empty one for what lies past the end.
  private static func read(_ text: Substring, of count: Int) -> Range<Int>? {
    let ends = text.split(separator: "-", omittingEmptySubsequences: false)
    guard ends.count == 2, ends.allSatisfy({ $0.isEmpty || number($0) != nil }) else { return nil }
    switch (number(ends[0]), number(ends[1])) {
    case (nil, nil): return nil
    case (nil, let last?): return max(0, count - last)..<count
    case (let first?, nil): return min(first, count)..<count
    case (let first?, let last?):
      guard first <= last else { return nil }
      return min(first, count)..<min(last, count - 1) + 1
    }
  }

  /// A number of at most eighteen digits.
  private static func number(_ text: Substring) -> Int? {
    guard (1...18).contains(text.utf8.count), text.utf8.allSatisfy({ (48...57).contains($0) })
    else { return nil }
    return Int(text)
  }
}

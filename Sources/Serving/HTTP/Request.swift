/// What a browser asks for, without a body: nothing is sent to a site that is looked at.
struct Request: Hashable, Sendable {
  /// `GET` or `HEAD`, or what somebody tries instead.
  var method: String

  /// The path and query as they were sent, beginning with a slash.
  var target: String

  /// The name and port by which the site was asked for.
  var host: String

  /// The part of a file that is asked for, as it was sent.
  var range: String?

  /// Whether the connection stays open for another request.
  var keepsAlive: Bool

  /// Why a request is not one that can be answered.
  enum Mistake: Error, Hashable, Sendable {
    case malformed
    case tooLong
    case hasBody
  }

  /// The most bytes of a request that are read.
  static let limit = 16_384

  /// Reads the lines of a request.
  ///
  /// - Parameter bytes: All bytes before the empty line, or more than there may be.
  /// - Throws: ``Mistake``; what follows on the connection is then not understood either.
  init(reading bytes: some Collection<UInt8>) throws(Mistake) {
    guard bytes.count <= Self.limit else { throw .tooLong }
    var lines = String(decoding: bytes, as: UTF8.self).split(
      separator: "\r\n", omittingEmptySubsequences: false)
    let words = lines.removeFirst().split(separator: " ", omittingEmptySubsequences: false)
    guard words.count == 3, ["HTTP/1.1", "HTTP/1.0"].contains(words[2]), words[1].hasPrefix("/"),
      !words[0].isEmpty
    else { throw .malformed }
    let fields = try Self.fields(lines)
    guard let host = fields["host"] else { throw .malformed }
    guard fields["transfer-encoding"] == nil, ["0", nil].contains(fields["content-length"])
    else { throw .hasBody }
    method = String(words[0])
    target = String(words[1])
    self.host = host
    range = fields["range"]
    let connection = fields["connection"]?.lowercased()
    keepsAlive = words[2] == "HTTP/1.1" ? connection != "close" : connection == "keep-alive"
  }

  /// The fields by their names in small letters; none may be there twice that decides anything.
  private static func fields(_ lines: [Substring]) throws(Mistake) -> [String: String] {
    var fields: [String: String] = [:]
    for line in lines {
      guard let colon = line.firstIndex(of: ":"), let first = line.first, first != " ",
        first != "\t", colon != line.startIndex, line[line.index(before: colon)] != " "
      else { throw .malformed }
      let name = line[..<colon].lowercased()
      let value = line[line.index(after: colon)...].trimmed
      let isKnown = fields.updateValue(value, forKey: name) != nil
      if isKnown, ["host", "content-length", "transfer-encoding"].contains(name) {
        throw .malformed
      }
    }
    return fields
  }
}

extension Substring {
  /// The text without blanks and tabs at its ends.
  fileprivate var trimmed: String {
    var text = self
    while let first = text.first, first == " " || first == "\t" { text.removeFirst() }
    while let last = text.last, last == " " || last == "\t" { text.removeLast() }
    return String(text)
  }
}

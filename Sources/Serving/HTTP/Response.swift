/// An answer with all of its bytes.
struct Response: Hashable, Sendable {
  /// What became of a request.
  enum Status: Int, Sendable {
    case ok = 200
    case partialContent = 206
    case movedPermanently = 301
    case badRequest = 400
    case forbidden = 403
    case notFound = 404
    case methodNotAllowed = 405
    case contentTooLarge = 413
    case rangeNotSatisfiable = 416
    case headerFieldsTooLarge = 431
    case serviceUnavailable = 503

    /// The words that go with the number.
    var phrase: String {
      switch self {
      case .ok: "OK"
      case .partialContent: "Partial Content"
      case .movedPermanently: "Moved Permanently"
      case .badRequest: "Bad Request"
      case .forbidden: "Forbidden"
      case .notFound: "Not Found"
      case .methodNotAllowed: "Method Not Allowed"
      case .contentTooLarge: "Content Too Large"
      case .rangeNotSatisfiable: "Range Not Satisfiable"
      case .headerFieldsTooLarge: "Request Header Fields Too Large"
      case .serviceUnavailable: "Service Unavailable"
      }
    }
  }

  var status: Status
  var type: String
  var body: [UInt8]

  /// Fields that only some answers have, in their order.
  var fields: [String] = []

  /// An answer of one sentence.
  static func text(_ status: Status, _ sentence: String, fields: [String] = []) -> Self {
    Response(
      status: status, type: "text/plain; charset=utf-8", body: Array("\(sentence)\n".utf8),
      fields: fields)
  }

  /// The answer as it is sent.
  ///
  /// - Parameters:
  ///   - hasBody: Whether the body follows; after `HEAD` only its length is told.
  ///   - keepsAlive: Whether the connection stays open.
  /// - Returns: Its head, and its body if that is wanted.
  func bytes(hasBody: Bool, keepsAlive: Bool) -> [UInt8] {
    var head = Self.head(status, type)
    head.append("Content-Length: \(body.count)")
    head += fields
    head.append("Connection: \(keepsAlive ? "keep-alive" : "close")")
    return Array((head + ["", ""]).joined(separator: "\r\n").utf8) + (hasBody ? body : [])
  }

  /// The beginning of an answer that goes on until somebody leaves.
  static let endlessHead = Array(
    (head(.ok, "text/event-stream") + ["Connection: close", "", ""]).joined(separator: "\r\n").utf8)

  /// Every answer may be another the next time, and is only for the page that asks for it.
  private static func head(_ status: Status, _ type: String) -> [String] {
    [
      "HTTP/1.1 \(status.rawValue) \(status.phrase)", "Content-Type: \(type)",
      "Cache-Control: no-store", "X-Content-Type-Options: nosniff",
      "Cross-Origin-Resource-Policy: same-origin",
    ]
  }
}

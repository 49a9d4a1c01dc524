/// One row of the table of quantities.
struct QuantityRow: Sendable {
  let id: String
  let family: Family
  let traits: Traits
  let one: String
  let many: String

  /// Quantities of one family can be parts of each other.
  enum Family: Hashable, Sendable {
    case tokens
    case pages
    case audio
    case video
    /// Nothing else is of its kind.
    case alone(String)
  }

  /// A quantity whose id is what readers call it.
  init(_ one: String, _ many: String, _ family: Family? = nil, _ traits: Traits = []) {
    id = many.replacing(" ", with: "-").lowercased()
    self.family = family ?? .alone(many)
    self.traits = traits
    (self.one, self.many) = (one, many)
  }

  /// Tokens with some traits, which make their name: `cached audio input tokens`.
  init(tokens words: [String], _ traits: Traits) {
    let name = words.filter { !$0.isEmpty }.joined(separator: " ")
    self.init("\(name) token".trimmed, "\(name) tokens".trimmed, .tokens, traits)
  }
}

/// Every quantity there is: another one is another row.
enum QuantityTable {
  static let rows: [QuantityRow] = tokens + items

  /// The tokens: each direction, each kind of content, and what is done with them.
  private static let tokens: [QuantityRow] = {
    let content: [(String, Traits)] = [
      ("", []), ("text", .text), ("audio", .audio), ("image", .image), ("video", .video),
    ]
    let read: [(String, Traits)] = [
      ("", []), ("cached", .cached), ("cache-write", .written),
      ("5-minute cache-write", [.written, .fiveMinutes]),
      ("1-hour cache-write", [.written, .oneHour]),
      ("12-hour cache-write", [.written, .twelveHours]), ("tool", .tool),
    ]
    let written: [(String, Traits)] = [
      ("", []), ("reasoning", .reasoning), ("citation", .citation),
    ]
    func all(
      _ direction: String, _ trait: Traits, _ kinds: [(String, Traits)]
    ) -> [QuantityRow] {
      kinds.flatMap { kind in
        content.map { content in
          QuantityRow(
            tokens: [kind.0, content.0, direction], [trait, kind.1, content.1])
        }
      }
    }
    return [QuantityRow(tokens: [], [])] + all("input", .input, read)
      + all("output", .output, written)
  }()

  private static let items: [QuantityRow] = [
    QuantityRow("request", "requests"),
    QuantityRow("web search", "web searches"),
    QuantityRow("map search", "map searches"),
    QuantityRow("social search", "social searches"),
    QuantityRow("file search", "file searches"),
    QuantityRow("query", "queries"),
    QuantityRow("message", "messages"),
    QuantityRow("session", "sessions"),
    QuantityRow("code run", "code runs"),
    QuantityRow("credit", "credits"),
    QuantityRow("image read", "images read"),
    QuantityRow("image", "images"),
    QuantityRow("pixel read", "pixels read"),
    QuantityRow("pixel", "pixels"),
    QuantityRow("second of audio", "seconds of audio", .audio),
    QuantityRow("second of audio read", "seconds of audio read", .audio, .input),
    QuantityRow("second of audio written", "seconds of audio written", .audio, .output),
    QuantityRow("second of video", "seconds of video", .video),
    QuantityRow("second of video read", "seconds of video read", .video, .input),
    QuantityRow("second of video written", "seconds of video written", .video, .output),
    QuantityRow("character read", "characters read"),
    QuantityRow("character", "characters"),
    QuantityRow("page", "pages", .pages),
    QuantityRow("annotated page", "annotated pages", .pages, .annotated),
    QuantityRow("text unit", "text units"),
    QuantityRow("image unit", "image units"),
    QuantityRow("GB-month", "GB-months", nil, .standing),
    QuantityRow("GB of egress", "GB of egress"),
    QuantityRow("seat", "seats", nil, .standing),
    QuantityRow("month", "months", nil, .standing),
  ]
}

extension String {
  fileprivate var trimmed: String { first == " " ? String(dropFirst()) : self }
}

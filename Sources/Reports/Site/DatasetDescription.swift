import Content
import Diagnostics
import Templates

/// What a search engine for data is told of a scenario: a `Dataset` of schema.org.
struct DatasetDescription {
  let context: SiteContext

  /// The path of the page.
  let page: String

  /// What the data are called.
  let title: String

  /// What they say and what they are about; from 50 to 5,000 characters are read.
  let description: String

  /// The files that hold them, with their media types, as far as they are published.
  let files: [(type: String, path: String)]

  /// The description for the head of the page; `nil` where no data are published.
  var text: String? {
    guard !files.isEmpty else { return nil }
    var output: [UInt8] = []
    json.append(to: &output, .compact)
    return String(decoding: Self.spelled(output), as: UTF8.self)
  }

  /// The text with what a page would make something else of spelled out.
  ///
  /// Within a script nothing is escaped, so that no text may end it or be read as markup; and pages
  /// put a joiner behind hyphens and dashes, which is no part of a name.
  private static func spelled(_ text: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(text.count + 64)
    for (place, byte) in text.enumerated() {
      switch byte {
      case UInt8(ascii: "&"): output += "\\u0026".utf8
      case UInt8(ascii: "<"): output += "\\u003c".utf8
      case UInt8(ascii: ">"): output += "\\u003e".utf8
      case UInt8(ascii: "-"): output += "\\u002d".utf8
      case 0x93 where text[..<place].suffix(2) == [0xE2, 0x80]:
        output.removeLast(2)
        output += "\\u2013".utf8
      default: output.append(byte)
      }
    }
    return output
  }

  private var json: JSONValue {
    let settings = context.content.settings
    let address = context.address(of: page).map { [("url", JSONValue.string($0))] } ?? []
    let root = context.baseURL.map { "\($0)/" } ?? context.place(of: page).root
    return .object(
      [
        ("@context", .string("https://schema.org")), ("@type", .string("Dataset")),
        ("name", .string(title)), ("description", .string(description)),
      ] + address + [
        ("dateModified", .string("\(min(settings.updated, settings.day))")),
        ("license", Self.named("CreativeWork", settings.licence)),
        ("creator", Self.named("Organization", settings.title)),
        (
          "distribution",
          .array(
            files.map { file in
              .object([
                ("@type", .string("DataDownload")), ("encodingFormat", .string(file.type)),
                ("contentUrl", .string("\(root)\(file.path)")),
              ])
            })
        ),
      ])
  }

  private static func named(_ type: String, _ name: String) -> JSONValue {
    .object([("@type", .string(type)), ("name", .string(name))])
  }
}

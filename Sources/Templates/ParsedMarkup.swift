import XML

extension RenderedDocument {
  /// Appends markup that ``XML/Element/markup(inside:)`` wrote, and finds its ids and links.
  mutating func append(parsed markup: [UInt8]) {
    var offset = bytes.count
    bytes += markup
    while let start = next(UInt8(ascii: "<"), from: offset) {
      // Attributes up to the end of the tag; text holds no `<`, and values hold no quotes.
      offset = start + 1
      while offset < bytes.count, bytes[offset] != UInt8(ascii: ">") {
        guard bytes[offset] == UInt8(ascii: "\""),
          let end = next(UInt8(ascii: "\""), from: offset + 1)
        else {
          offset += 1
          continue
        }
        note(role(ofValueAt: offset), offset + 1..<end)
        offset = end + 1
      }
      noteImage(start..<offset)
    }
  }

  private func next(_ byte: UInt8, from start: Int) -> Int? {
    bytes[start...].firstIndex(of: byte)
  }

  /// What the attribute before an opening quote is.
  private func role(ofValueAt quote: Int) -> Program.Judgement.Role {
    let start = bytes[..<quote].lastIndex(of: UInt8(ascii: " ")) ?? 0
    return .init(attribute: String(decoding: bytes[start + 1..<quote - 1], as: UTF8.self))
  }

  private mutating func noteImage(_ tag: Range<Int>) {
    let tag = bytes[tag]
    guard tag.starts(with: "<img ".utf8), tag.firstRange(of: " alt=\"".utf8) == nil else { return }
    noteMissingAlternative()
  }
}

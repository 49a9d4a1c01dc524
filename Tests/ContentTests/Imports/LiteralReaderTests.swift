import Testing

@testable import Content

@Suite("Literals of price lists")
struct LiteralReaderTests {
  private static func read(_ text: String) throws -> LiteralValue {
    try LiteralReader.value(of: Array(text.utf8))
  }

  @Test("JSON keeps the digits of its numbers")
  func json() throws {
    let value = try Self.read(#"{"a": [1, 2.50e-06, "t\"\u00e9"], "b": null, "c": {}}"#)
    #expect(value["a"]?.items.map(\.number) == ["1", "2.50e-06", nil])
    #expect(value["a"]?.items[2].text == "t\"é")
    #expect(value["b"] == nil)
    #expect(value["c"]?.members.isEmpty == true)
  }

  @Test(
    "JSON writes some characters as two halves",
    arguments: [
      (#""a\ud83d\udc2cb""#, "a🐬b"),
      (#""\ud83dx""#, "\u{FFFD}x"), (#""\ud83d\u0041x""#, "\u{FFFD}x"),
    ])
  func halves(text: String, read: String) throws {
    #expect(try Self.read(text).text == read)
  }

  @Test("Python has calls, tuples, both quotes, comments, and texts that follow each other")
  func python() throws {
    let value = try Self.read(
      """
      [
        Provider(id='a', name="it's", tags=('x', 'y'),  # said twice
          note='one '
            'text',
          prices=ModelPrice(input_mtok=Decimal('0.8'), cap=200_000, flag=True, none=None)),
        datetime.date(2026, 8, 16),
      ]
      """)
    let provider = try #require(value.items.first)
    #expect(provider.name == "Provider")
    #expect(provider["name"]?.text == "it's")
    #expect(provider["tags"]?.items.map(\.text) == ["x", "y"])
    #expect(provider["note"]?.text == "one text")
    #expect(provider["prices"]?["input_mtok"]?.number == "0.8")
    #expect(provider["prices"]?["cap"]?.number == "200000")
    #expect(provider["prices"]?["none"] == nil)
    #expect(value.items[1].name == "datetime.date")
    #expect(value.items[1].items.map(\.number) == ["2026", "8", "16"])
  }

  @Test(
    "Says where a text breaks off",
    arguments: [
      ("[1, 2", 5), ("{'a' 1}", 5), ("[1 2]", 3), ("'open", 5), ("", 0), ("f(a=)", 4), ("]", 0),
    ])
  func faults(text: String, offset: Int) {
    #expect(throws: LiteralReader.Fault(offset: offset)) { try Self.read(text) }
  }

  @Test("A text of brackets alone is refused, not followed to the end")
  func depth() {
    #expect(throws: LiteralReader.Fault.self) {
      try Self.read(String(repeating: "[", count: 10_000))
    }
  }
}

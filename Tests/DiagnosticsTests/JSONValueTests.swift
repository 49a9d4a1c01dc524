import Diagnostics
import Foundation
import Testing

@Suite("JSON values")
struct JSONValueTests {
  @Test(
    "Plain values stand in one line, members each in their own",
    arguments: [
      (JSONValue.null, "null"),
      (.decimal("730.5"), "730.5"),
      (.boolean(false), "false"),
      (.array([]), "[]"),
      (.object([]), "{}"),
      (.strings(["a", "b"]), #"["a", "b"]"#),
      (.array([.null, .number(-3)]), "[null, -3]"),
      (.object([("z", .number(1)), ("a", .array([]))]), "{\n  \"z\": 1,\n  \"a\": []\n}"),
      (.array([.object([("a", .null)]), .null]), "[\n  {\n    \"a\": null\n  },\n  null\n]"),
      (.array([.strings(["a"])]), "[\n  [\"a\"]\n]"),
    ])
  func layout(value: JSONValue, text: String) {
    #expect(value.text == text)
  }

  @Test func aFileIsCompactAndEndsItsLine() {
    let value = JSONValue.object([
      ("a", .null), ("b", .array([.number(1), .strings(["x", "y"]), .object([])])),
    ])
    let text = #"{"a":null,"b":[1,["x","y"],{}]}"# + "\n"
    #expect(String(decoding: value.file, as: UTF8.self) == text)
  }

  @Test func isJSON() throws {
    let value = JSONValue.object([
      ("quote \" and \\ and \u{1}", .string("a\n\t\"b\"\\\u{0}\u{7f}é")),
      ("nested", .array([.array([.object([("x", .decimal("0.5"))])]), .boolean(true)])),
    ])
    let parsed = try JSONSerialization.jsonObject(with: Data(value.text.utf8))
    let object = try #require(parsed as? [String: any Sendable])
    #expect(object["quote \" and \\ and \u{1}"] as? String == "a\n\t\"b\"\\\u{0}\u{7f}é")
  }
}

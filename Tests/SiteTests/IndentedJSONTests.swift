import TestSupport
import Testing

@Suite("JSON as people read it")
struct IndentedJSONTests {
  @Test(
    "Has a line for each member and element, in their order",
    arguments: [
      ("{}", "{}\n"), ("[[],{}]", "[\n  [],\n  {}\n]\n"), ("true", "true\n"),
      (#"{"b":1,"a":[-2.5,null]}"#, "{\n  \"b\": 1,\n  \"a\": [\n    -2.5,\n    null\n  ]\n}\n"),
    ])
  func indents(compact: String, indented: String) {
    #expect(IndentedJSON.text(compact) == indented)
    #expect(IndentedJSON.compact(indented) == compact)
    #expect(IndentedJSON.text(indented) == indented)
  }

  @Test(
    "Leaves strings alone", arguments: [#""{a, [b]: c}""#, #""\"{\\""#, "\"a  b\"", "\"\u{301}é\""])
  func strings(string: String) {
    #expect(IndentedJSON.text(string) == "\(string)\n")
    #expect(IndentedJSON.compact("[ \(string) ,1]") == "[\(string),1]")
  }
}

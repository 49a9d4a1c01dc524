import Content
import Diagnostics
import Testing

/// What each kind takes and refuses, in the reader and in the schema for editors alike.
@Suite("Kinds of values")
struct KindTests {
  static let accepted: [(Kind, [String])] = [
    (.line, ["a", "Example Cloud (EU)", "6.5"]),
    (.identifier, ["a", "gmi-gpt-5.4-nano", "70b"]),
    (.date, ["2026-11-20"]),
    (.address, ["https://example.com", "http://a.b:80/c?d=e#f", "https://[::1]/x"]),
    (.path, ["a.md", "images/a b.svg"]),
    (.count, ["0", "720", "20M", "1.5k", "3B", "1_000", "20_000_000", "0.25M"]),
    (.countRange, ["1", "1 to 4", "1k to 2k", "not stated"]),
    (.decimal, ["0", "6.50", "0.000001"]),
    (.decimalRange, ["4 to 8", "4", "not stated", "0.5 to 0.50"]),
    (.duration, ["20 s", "5 min", "2 h", "500 ms", "27.40 ms", "0 s"]),
    (.durationRange, ["3 s to 30 s", "900 ms to 1 s", "not stated"]),
    (.percent, ["10 %", "0.5 %", "125 %"]),
    (.percentRange, ["40 % to 60 %", "10 %", "not stated"]),
  ]

  static let refused: [(Kind, [String])] = [
    (.identifier, ["A", "a_b", "-a", "a-", "a..b", "a b", "é"]),
    (.date, ["20 November 2026", "2026-11-32"]),
    (.address, ["example.com", "ftp://a", "https://", "https://a b", "javascript:alert(1)"]),
    (.path, ["/a", "../a", "a/../b", "a\\b"]),
    (.count, ["1.5", "1_00", "20m", "20K", "1,000", "-1", "20 M", "1e6", "M"]),
    (.countRange, ["1-4", "1 to", "unknown", "not  stated"]),
    (.decimal, ["$4", "4 to 8", "not stated", "5.", ".5", "1e3"]),
    (.decimalRange, ["4-8", "4 – 8", "$4 to $8", "4 to", "Not stated"]),
    (.duration, ["20", "20s", "20 sec", "1 day", "s", "-1 s", "2 s to 3 s"]),
    (.durationRange, ["3 to 30 s", "3-30 s"]),
    (.percent, ["10", "10%", "0.1", "ten %", "-1 %"]),
    (.percentRange, ["40 to 60 %", "40-60 %"]),
  ]

  @Test(arguments: accepted)
  func takes(kind: Kind, texts: [String]) throws {
    let pattern = try Regex(#require(kind.pattern))
    for text in texts {
      #expect(try findings(kind, text).isEmpty, "\(text)")
      #expect(text.contains(pattern), "the schema refuses '\(text)'")
    }
  }

  @Test(arguments: refused)
  func refuses(kind: Kind, texts: [String]) throws {
    let pattern = try Regex(#require(kind.pattern))
    for text in texts {
      #expect(try findings(kind, text).count == 1, "\(text)")
      #expect(!text.contains(pattern) || text == "2026-11-32", "the schema takes '\(text)'")
    }
  }

  @Test(
    "Says what to write instead",
    arguments: [
      (
        .count, "20m", "'20m' has an unknown suffix 'm'",
        "write k for thousand, M for million or B for billion"
      ),
      (.count, "1_00", "'1_00' is not grouped by threes", "write it like 1_000_000"),
      (.count, "1.5", "'1.5' is not a whole number", "write a count without a fraction"),
      (.count, "99999999999B", "'99999999999B' is too large", "check the suffix"),
      (.decimalRange, "8 to 4", "'8 to 4' runs backwards", "write the smaller amount first"),
      (.decimalRange, "4–8", "'4–8' is not a range", "write '4 to 8', or 'not stated'"),
      (.duration, "20", "'20' has no unit", "write one of ms, s, min, h, like 20 s"),
      (.duration, "20s", "'20s' needs one space before the unit", "write 20 s"),
      (
        .duration, "0.0000000001 s", "'0.0000000001 s' is finer than a nanosecond",
        "round it to what is billed"
      ),
      (.duration, "9999999999999 h", "'9999999999999 h' is too long", "check the unit"),
      (.percent, "10%", "'10%' needs one space before the sign", "write 10 %"),
      (.percent, "10", "'10' has no percent sign", "write 10 %"),
      (.boolean, "yes", "'yes' is not true or false", "write true or false"),
      (
        .choice(["time", "tokens"]), "token", "'token' is not one of the words known here",
        "did you mean 'tokens'?"
      ),
    ] as [(Kind, String, String, String)])
  func explains(kind: Kind, text: String, message: String, hint: String) throws {
    let finding = try #require(try findings(kind, text).first)
    #expect(finding.message == message)
    #expect(finding.hint == hint)
    #expect(finding.location == Diagnostics.SourceLocation(file: "card.yaml", line: 1, column: 4))
  }

  private func findings(_ kind: Kind, _ text: String) throws -> [Diagnostic] {
    var findings: [Diagnostic] = []
    let shape = Shape("sample", "One value.", [Field("v", kind, .required, "A value.")])
    let quoted =
      "'\(text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''"))'"
    _ = Mapping.read(try Example.text("v: \(quoted)\n"), as: shape, into: &findings)
    return findings
  }
}

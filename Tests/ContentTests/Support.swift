import Content
import Diagnostics
import Testing

/// A small format with every kind in it.
enum Example {
  static let source = Shape(
    "source", "Where a figure was read.",
    [
      Field("url", .address, .required, "The page.", example: "https://example.com/pricing"),
      Field("read-on", .date, .required, "The day it was read.", example: "2026-11-20"),
    ])

  static let offer = Shape(
    "offer", "One thing that is sold.",
    [
      Field("id", .identifier, .required, "Its name in scenarios.", example: "example-h100"),
      Field("meter", .choice(["tokens", "requests", "time"]), .required, "What it counts."),
      Field("usd-per-hour", .decimalRange, .optional, "Dollars an hour.", example: "4 to 8"),
      Field("usd-per-gigabyte", .decimal, .optional, "Dollars a gigabyte.", example: "0.075"),
      Field("replicas", .countRange, .optional, "How many may run.", example: "1 to 4"),
      Field("cold-start", .durationRange, .optional, "Until it serves.", example: "3 s to 30 s"),
      Field("idle-timeout", .duration, .optional, "Until it stops.", example: "60 s"),
      Field("busy", .percentRange, .optional, "The busy share.", example: "40 % to 60 %"),
      Field("discount", .percent, .optional, "What is taken off.", example: "10 %"),
      Field("source", .shape(source), .optional, "Where its price was read."),
    ])

  static let card = Shape(
    "rate card", "What one provider sells.",
    [
      Field("name", .line, .required, "As the provider writes it.", example: "Example Cloud"),
      Field("note", .text, .optional, "Anything readers should know."),
      Field("free-tokens", .count, .optional, "Tokens a month at no cost.", example: "20M"),
      Field("open", .boolean, .optional, "Whether anybody can buy.", example: "true"),
      Field("logo", .path, .optional, "A picture in the site.", example: "images/logo.svg"),
      Field("regions", .list(of: .identifier), .optional, "Where it runs."),
      Field("aliases", .map(of: .line), .optional, "Other names of models."),
      Field("offers", .list(of: .shape(offer)), .required, "What is sold."),
    ])

  static let page = Shape(
    "page", "A page of prose.",
    [
      Field("title", .line, .required, "Its heading.", example: "Method"),
      Field("updated", .date, .optional, "The day of the last change.", example: "2026-11-20"),
    ])

  static func text(_ text: String, file: String = "card.yaml") throws -> SourceText {
    var findings: [Diagnostic] = []
    return try #require(SourceText(Array(text.utf8), file: file, into: &findings))
  }

  /// Reads a text as a rate card.
  static func read(_ text: String) throws -> (mapping: Mapping?, findings: [Diagnostic]) {
    var findings: [Diagnostic] = []
    let mapping = Mapping.read(try Self.text(text), as: card, into: &findings)
    return (mapping, findings)
  }

  /// What an author sees of the mistakes in one text after another.
  static func report(
    _ texts: [(name: String, text: String)],
    read: (SourceText, inout [Diagnostic]) -> Void
  ) throws -> String {
    try texts.map { name, text in
      var findings: [Diagnostic] = []
      read(try Self.text(text, file: name), &findings)
      let shown = findings.inReadingOrder()
        .map { DiagnosticFormat.text.text(of: $0, source: SourceLines(text)) }.joined()
      return shown.isEmpty ? "\(name): no mistake\n" : shown
    }.joined(separator: "\n")
  }
}

/// Random numbers that are the same in every run.
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// Texts that are nearly right: parts of a text dropped, doubled and put elsewhere.
struct Mutations: Sequence {
  var text: String
  var fragments: [String]
  var count: Int

  func makeIterator() -> AnyIterator<String> {
    var generator = SeededGenerator(state: 20_261_120)
    var left = count
    return AnyIterator {
      guard left > 0 else { return nil }
      left -= 1
      var characters = Array(text)
      for _ in 0..<Int.random(in: 1...6, using: &generator) {
        let place = Int.random(in: 0...characters.count, using: &generator)
        let length = Int.random(in: 0...Swift.min(8, characters.count - place), using: &generator)
        let new = fragments.randomElement(using: &generator) ?? ""
        characters.replaceSubrange(place..<(place + length), with: new)
      }
      return String(characters)
    }
  }
}

import Diagnostics
import Testing
import XML

@Suite("Visiting a published document")
struct VisitTests {
  @Test func lendsEachElementOnceInDocumentOrder() throws {
    let source =
      "<a id='1'>x<b href='u&amp;v' t:c='2' xmlns:t='urn:t'><c/>y</b><!-- z --><d>&lt;</d></a>"
    let document = try PublishedDocument(parsing: Array(source.utf8), file: "a")
    var seen: [String] = []
    document.visit { element in
      seen.append("\(element.number) \(element.depth) \(element.name) \(element.text)")
      if element.name == "b" {
        #expect(element["href"] == "u&v")
        #expect(element["c"] == nil)
        #expect(element["id"] == nil)
      }
    }
    #expect(seen == ["0 1 a xy<", "1 2 b y", "2 3 c ", "3 2 d <"])
  }

  @Test("Agrees with the reader of values on random documents", arguments: 0..<40)
  func agreesWithTheReader(seed: UInt64) throws {
    var random = SplitMix(state: seed)
    let source = random.document()
    let document = try PublishedDocument(parsing: Array(source.utf8), file: "a")
    var visited: [String] = []
    document.visit { element in
      var line = "\(element.namespace) \(element.name)"
      element.visitAttributes { line += " \($0)=\($1)" }
      visited.append(line)
    }
    var read: [String] = []
    try Element(parsing: source, file: "a").visit { element in
      read.append(
        "\(element.namespace) \(element.name)"
          + element.attributes.map { " \($0.name)=\($0.value.text)" }.joined())
    }
    #expect(visited == read)
  }
}

@Suite("Any bytes")
struct AnyBytesTests {
  @Test("Either parse or are refused", arguments: 0..<40)
  func neverTrap(seed: UInt64) {
    var random = SplitMix(state: seed)
    for _ in 0..<50 {
      var bytes = Array(random.document().utf8)
      for _ in 0...Int.random(in: 0..<6, using: &random) where !bytes.isEmpty {
        let index = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: bytes[index] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.remove(at: index)
        default:
          bytes.insert(Array("<>&;'\"/!-[]=?".utf8).randomElement(using: &random) ?? 0, at: index)
        }
      }
      do {
        let element = try Element(parsing: bytes, file: "a")
        #expect(throws: Never.self) { try Element(parsing: element.markup(), file: "b") }
      } catch {
        #expect(error.diagnostics.allSatisfy { $0.location.line ?? 1 >= 1 })
      }
    }
  }
}

/// A generator with a fixed sequence, so that a failure can be repeated.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A well-formed document with everything that could confuse a reader of positions.
  mutating func document(depth: Int = 0) -> String {
    let name = ["a", "b", "é", "t:c"].randomElement(using: &self) ?? "a"
    var text = "<\(name) xmlns:t='urn:t'"
    if Bool.random(using: &self) { text += "\n x = \"1&lt;'>\t\"" }
    if Bool.random(using: &self) { text += " t:y='&#x20AC;\r\n'" }
    if Int.random(in: 0..<4, using: &self) == 0 { text += " xmlns='urn:d'" }
    guard depth < 4, Int.random(in: 0..<5, using: &self) > 0 else { return text + "/>" }
    text += ">"
    for _ in 0..<Int.random(in: 0..<4, using: &self) {
      switch Int.random(in: 0..<5, using: &self) {
      case 0: text += "ü &amp; >\r\n"
      case 1: text += "<!-- <x y='> -->"
      case 2: text += "<![CDATA[<z>&]]>"
      default: text += document(depth: depth + 1)
      }
    }
    return text + "</\(name)\n>"
  }
}

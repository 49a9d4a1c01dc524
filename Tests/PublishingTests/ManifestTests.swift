import Testing

@testable import Publishing

@Suite("Manifest")
struct ManifestTests {
  private let manifest = Manifest(
    version: "1.2", files: ["index.html": 10, "data/z.json": 0, "data/a.json": 3, "Z.svg": 1])

  @Test func listsFilesInTheOrderOfTheirPaths() {
    #expect(
      String(decoding: manifest.bytes, as: UTF8.self) == """
        {"generator":"breakeven","version":"1.2","files":\
        {"Z.svg":1,"data/a.json":3,"data/z.json":0,"index.html":10}}

        """)
  }

  @Test func isReadBackAsItWas() {
    #expect(Manifest(reading: manifest.bytes) == manifest)
    #expect(manifest.rootEntries == ["index.html", "data", "Z.svg", "manifest.json"])
  }

  @Test(
    "Text that is not our manifest is none",
    arguments: [
      "", "{}", "[]", "breakeven", #"{"generator": "breakeven"}"#,
      #"{"generator": "Breakeven", "version": "1", "files": {}}"#,
      #"{"generator": "breakeven", "version": "1", "files": {"#,
      #"{"generator": "breakeven", "version": "1", "files": {"a": "b"}}"#,
    ])
  func notOurs(text: String) {
    #expect(Manifest(reading: Array(text.utf8)) == nil)
  }
}

import Testing

@testable import Publishing

@Suite("Manifest")
struct ManifestTests {
  private let manifest = Manifest(
    version: "1.2",
    files: [
      "index.html": Manifest.File(bytes: 10), "data/z.json": Manifest.File([]),
      "data/a.json": Manifest.File(Array("abc".utf8)), "Z.svg": Manifest.File(bytes: 1),
    ])

  /// The hashes of `abc` and of nothing, as FIPS 180-4 and everybody else has them.
  private let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
  private let nothing = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

  @Test func listsFilesInTheOrderOfTheirPaths() {
    #expect(
      String(decoding: manifest.bytes, as: UTF8.self) == """
        {"generator":"breakeven","version":"1.2","files":\
        {"Z.svg":{"bytes":1},"data/a.json":{"bytes":3,"sha256":"\(abc)"},\
        "data/z.json":{"bytes":0,"sha256":"\(nothing)"},"index.html":{"bytes":10}}}

        """)
  }

  @Test func isReadBackAsItWas() {
    #expect(Manifest(reading: manifest.bytes) == manifest)
  }

  @Test func knowsTheFoldersAroundItsFiles() {
    #expect(manifest.folders == ["data"])
    let deep = Manifest(version: "1", files: ["a/b/c.html": .init([]), "a/d.html": .init([])])
    #expect(deep.folders == ["a", "a/b"])
  }

  @Test func readsTheLengthsThatWereOnceAllThereWas() {
    let text = #"{"generator":"breakeven","version":"0.1","files":{"a.html":7}}"#
    #expect(
      Manifest(reading: Array(text.utf8))
        == Manifest(version: "0.1", files: ["a.html": Manifest.File(bytes: 7)]))
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

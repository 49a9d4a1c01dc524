import Publishing
import TestSupport
import Testing

@testable import Site

@Suite("What became of the files of a site")
struct InputChangesTests {
  @Test("A file that may have changed unseen counts as changed, also twice in a row")
  func unknownFiles() throws {
    let folder = try TemporaryFolder()
    try folder.write("a", to: "a.yaml")
    let stamp = try #require(FileStamp(folder.at("a.yaml")))
    let file = BuildState.InputFile(path: "a.yaml", stamp: stamp)
    #expect(InputChanges(from: [file], to: [file]).words.isEmpty)
    #expect(InputChanges(from: [file], to: [file.unknown]).words == ["a.yaml": "changed"])
    #expect(InputChanges(from: [file.unknown], to: [file]).words == ["a.yaml": "changed"])
    #expect(InputChanges(from: [file.unknown], to: [file.unknown]).words == ["a.yaml": "changed"])
    #expect(InputChanges(from: [], to: [file]).words == ["a.yaml": "is new"])
    #expect(InputChanges(from: [file], to: []).words == ["a.yaml": "is gone"])
  }
}

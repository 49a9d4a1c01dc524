import Foundation
import TestSupport
import Testing

@testable import Publishing

@Suite("Files of the last site")
struct KeptFilesTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.makeFolder("site")
  }

  @discardableResult
  private func publish(_ files: [String: String]) throws -> SiteChanges {
    let output = try OutputFolder(at: folder.at("output"), source: folder.at("site"))
    for (path, text) in files { try output.write(Array(text.utf8), to: path) }
    return try output.publish(version: "1.0")
  }

  private func stamp(_ path: String) -> FileStamp? { FileStamp(folder.at("output/\(path)")) }

  private let first = ["index.html": "one", "data/a.json": "{}", "old.svg": "<svg/>"]

  @Test func keepTheirInodeAndTimeIfTheirBytesAreTheSame() throws {
    #expect(try publish(first).new == ["data/a.json", "index.html", "old.svg"])
    let (page, data) = (stamp("index.html"), stamp("data/a.json"))
    let changes = try publish(["index.html": "two", "data/a.json": "{}", "new.svg": "<svg/>"])
    #expect(stamp("data/a.json")?.inode == data?.inode)
    #expect(stamp("data/a.json")?.modified == data?.modified)
    #expect(stamp("index.html")?.inode != page?.inode)
    #expect(changes.new == ["new.svg"] && changes.changed == ["index.html"])
    #expect(changes.gone == ["old.svg"] && changes.kept == 1 && changes.replacesASite)
    #expect(changes.list == "changed\tindex.html\nnew\tnew.svg\ngone\told.svg\n")
  }

  @Test func nothingAtAllIsTouchedWhereNothingChanges() throws {
    try publish(first)
    let before = ["index.html", "data/a.json", "old.svg", "manifest.json"].map { stamp($0)?.inode }
    let changes = try publish(first)
    #expect(
      ["index.html", "data/a.json", "old.svg", "manifest.json"].map { stamp($0)?.inode } == before)
    #expect(changes.list.isEmpty && changes.kept == 3)
  }

  @Test("Are not taken over if somebody changed them", arguments: ["two", "longer", ""])
  func changedByHand(text: String) throws {
    try publish(first)
    try folder.write(text, to: "output/index.html")
    #expect(try publish(first).changed == ["index.html"])
    #expect(folder.text("output/index.html") == "one")
  }

  @Test func areNotTakenOverThroughALink() throws {
    try publish(first)
    try folder.write("one", to: "elsewhere.html")
    try FileManager.default.removeItem(atPath: folder.at("output/index.html"))
    try FileManager.default.createSymbolicLink(
      atPath: folder.at("output/index.html"), withDestinationPath: folder.at("elsewhere.html"))
    #expect(try publish(first).changed == ["index.html"])
    try folder.write("other", to: "elsewhere.html")
    #expect(folder.text("output/index.html") == "one")
  }

  @Test func aFileThatIsGoneIsWrittenAgain() throws {
    try publish(first)
    try FileManager.default.removeItem(atPath: folder.at("output/data/a.json"))
    #expect(try publish(first).changed == ["data/a.json"])
    #expect(folder.text("output/data/a.json") == "{}")
  }
}

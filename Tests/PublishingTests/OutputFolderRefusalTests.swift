import Foundation
import Glibc
import TestSupport
import Testing

@testable import Publishing

@Suite("Output folder refuses")
struct OutputFolderRefusalTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("title: A site", to: "site/content/site.yaml")
  }

  private func refusal(_ name: String, source: String = "site") -> OutputError? {
    let before = folder.tree()
    let error = #expect(throws: OutputError.self) {
      _ = try OutputFolder(at: folder.at(name), source: folder.at(source))
    }
    #expect(folder.tree() == before, "a refusal changed something")
    return error
  }

  @Test func aFile() throws {
    try folder.write("mine", to: "notes")
    #expect(refusal("notes") == .notAFolder(folder.at("notes")))
  }

  @Test("The source and what holds it", arguments: ["site", "site/", "site/content/..", "."])
  func theSource(name: String) {
    #expect(refusal(name) == .holdsTheSource(folder.at(name)))
  }

  @Test(
    "What a build reads, and what is below it",
    arguments: [
      ("site/content", "content"), ("site/content/out", "content"),
      ("site/templates/assets/out", "templates"), ("real", "templates"), ("real/x/y", "templates"),
    ])
  func whatIsRead(name: String, part: String) throws {
    try folder.makeFolder("real")
    try FileManager.default.createSymbolicLink(
      atPath: folder.at("site/templates"), withDestinationPath: folder.at("real"))
    let error = #expect(throws: OutputError.self) {
      _ = try OutputFolder(at: folder.at(name), source: folder.at("site"))
    }
    #expect(error == .isPartOfTheSource(folder.at(name), part: part))
    _ = try OutputFolder(at: folder.at("site/contents"), source: folder.at("site"))
  }

  @Test func theSourceBehindALink() throws {
    try FileManager.default.createSymbolicLink(
      atPath: folder.at("link"), withDestinationPath: folder.at("site"))
    #expect(refusal("link") == .holdsTheSource(folder.at("link")))
  }

  @Test func theRootOfTheSystem() {
    #expect(throws: OutputError.holdsTheSource("/")) {
      try OutputFolder(at: "/", source: folder.at("site"))
    }
  }

  @Test(
    "A folder that no build made",
    arguments: [
      ["thesis.tex": "mine"],
      ["manifest.json": "{\"name\": \"a web app\"}"],
      ["manifest.json": "{\"generator\": \"another\", \"version\": \"1\", \"files\": {}}"],
      ["manifest.json": ""],
      ["manifest.json/index.html": ""],
      [".git/HEAD": "ref: refs/heads/main"],
    ])
  func somebodyElses(files: [String: String]) throws {
    for (path, text) in files { try folder.write(text, to: "output/\(path)") }
    #expect(refusal("output") == .notOurs(folder.at("output")))
  }

  @Test("What somebody put beside our files", arguments: [".git/HEAD", "CNAME", "zebra/a.txt"])
  func aForeignEntry(path: String) throws {
    let manifest = Manifest(
      version: "1.0", files: ["index.html": .init([]), "data/a.json": .init([])])
    try folder.write(String(decoding: manifest.bytes, as: UTF8.self), to: "output/manifest.json")
    try folder.write("", to: "output/index.html")
    try folder.write("mine", to: "output/\(path)")
    let name = String(path.prefix { $0 != "/" })
    #expect(refusal("output") == .holdsForeignEntry(name, folder: folder.at("output")))
  }

  @Test func aForeignEntryThatCameDuringTheBuild() throws {
    let first = try OutputFolder(at: folder.at("output"), source: folder.at("site"))
    try folder.write("mine", to: "output/thesis.tex")
    #expect(throws: OutputError.notOurs(folder.at("output"))) { try first.publish(version: "1.0") }
    #expect(folder.tree("output") == ["thesis.tex"])
  }

  @Test func aLinkToNothing() throws {
    try FileManager.default.createSymbolicLink(
      atPath: folder.at("output"), withDestinationPath: folder.at("gone"))
    #expect(refusal("output") == .system(code: ENOENT, path: folder.at("output")))
  }

  @Test(
    "A path that is no folder's",
    arguments: [("", ENOENT), ("gone/..", ENOENT), ("site/content/site.yaml/output", ENOTDIR)])
  func noFolder(name: String, code: CInt) {
    let path = name.isEmpty ? "" : folder.at(name)
    let error = #expect(throws: OutputError.self) {
      try OutputFolder(at: path, source: folder.at("site"))
    }
    #expect(error == .system(code: code, path: path))
  }

  @Test func aFolderThatNobodyMayWriteTo() {
    // Not even the superuser makes files there.
    let error = #expect(throws: OutputError.self) {
      try OutputFolder(at: "/sys/kernel/output", source: folder.at("site"))
    }
    guard case .system(let code, "/sys/kernel/.output.lock") = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect([EACCES, EPERM, EROFS].contains(code))
    #expect(error?.hint == "check who may write there, and in the folder around it")
  }

  // MARK: Failures half way

  @Test(
    "A file that cannot be written, and keeps the last site",
    arguments: [
      (String(repeating: "n", count: 256), ENAMETOOLONG), ("index.html/a.json", ENOTDIR),
      ("data", EEXIST),
    ])
  func aFile(path: String, code: CInt) throws {
    do {
      let good = try OutputFolder(at: folder.at("output"), source: folder.at("site"))
      try good.write(Array("good".utf8), to: "index.html")
      try good.publish(version: "1.0")
    }
    let output = try OutputFolder(at: folder.at("output"), source: folder.at("site"))
    try output.write([], to: "index.html")
    try output.write([], to: "data/a.json")
    let error = #expect(throws: OutputError.self) { try output.write([1], to: path) }
    #expect(error == .system(code: code, path: folder.at(".output.building/\(path)")))
    output.discard()
    #expect(folder.text("output/index.html") == "good")
    #expect(folder.text(".output.building/index.html") == nil)
  }

  @Test func aFullDisk() throws {
    let full = try #require(FileHandle(forWritingAtPath: "/dev/full"))
    let error = #expect(throws: OutputError.self) {
      try LinuxCalls.writeAll([1, 2, 3], to: full.fileDescriptor, path: "page")
    }
    #expect(error == .system(code: ENOSPC, path: "page"))
    #expect(error?.message == "'page' cannot be written: no space left on device")
    #expect(error?.hint == "free some space and build again")
  }

  @Test func writesEveryByteThroughAPipe() throws {
    let pipe = Pipe()
    let bytes = (0..<5_000).map { UInt8(truncatingIfNeeded: $0) }
    try LinuxCalls.writeAll(bytes, to: pipe.fileHandleForWriting.fileDescriptor, path: "pipe")
    try LinuxCalls.writeAll([], to: pipe.fileHandleForWriting.fileDescriptor, path: "pipe")
    try pipe.fileHandleForWriting.close()
    #expect(try pipe.fileHandleForReading.readToEnd() == Data(bytes))
  }

  @Test(
    "A path that leaves the site, or is the manifest's",
    arguments: [
      ("index.html", true), ("scenarios/a/index.html", true), (".well-known/x", true),
      ("data/manifest.json", true), ("a..b/c.", true), ("", false), ("/index.html", false),
      ("a//b", false), ("a/", false), ("../index.html", false), ("a/../../b", false),
      ("./index.html", false), ("..", false), ("a\0b", false), ("manifest.json", false),
    ])
  func aPath(path: String, isFine: Bool) {
    #expect(SitePath.isInside(path) == isFine)
  }

  @Test func messagesSayWhatToDo() throws {
    let errors: [OutputError] = [
      .notAFolder("out"), .holdsTheSource("."), .notOurs("out"),
      .holdsForeignEntry("CNAME", folder: "out"), .inUse("out"),
      .system(code: ENOSPC, path: "out"), .system(code: EROFS, path: "out"),
      .system(code: EBUSY, path: "out"), .system(code: EINVAL, path: "out"),
      .system(code: ENAMETOOLONG, path: "out"),
    ]
    let text = errors.map(\.description).joined(separator: "\n")
    try expectGolden(text + "\n", "output-errors.txt")
  }
}

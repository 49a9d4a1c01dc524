import Foundation
import TestSupport
import Testing

@testable import Publishing

@Suite("Files")
struct LinuxCallsTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test("Reads no more than is asked for", arguments: [(0, 1), (5, 5), (9, 6), (100_000, 70_000)])
  func reads(size: Int, limit: Int) throws {
    try folder.write(String(repeating: "x", count: size), to: "a")
    #expect(try LinuxCalls.read(folder.at("a"), atMost: limit).count == min(size, limit))
    #expect(try LinuxCalls.read(folder.at("a")).count == size)
  }

  @Test("Reads what has no size", arguments: [10, 100_000])
  func readsWithoutASize(limit: Int) throws {
    let bytes = try LinuxCalls.read("/proc/self/maps", atMost: limit)
    #expect(!bytes.isEmpty && bytes.count <= limit)
  }

  @Test("Waits for no pipe and no device", arguments: ["pipe", "/dev/zero"])
  func refuses(name: String) async throws {
    let path = name.hasPrefix("/") ? name : folder.at(name)
    if !name.hasPrefix("/") { try await folder.makePipe(name) }
    #expect(throws: OutputError.system(code: EINVAL, path: path)) { try LinuxCalls.read(path) }
  }

  @Test func replacesAFileAndKeepsItsModes() throws {
    try folder.write("old", to: "a/b.yaml")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o640], ofItemAtPath: folder.at("a/b.yaml"))
    try LinuxCalls.replaceFile(folder.at("a/b.yaml"), Array("new".utf8))
    #expect(folder.text("a/b.yaml") == "new")
    #expect(folder.tree("a") == ["b.yaml"])
    let modes = try FileManager.default.attributesOfItem(atPath: folder.at("a/b.yaml"))
    #expect(modes[.posixPermissions] as? Int == 0o640)
  }

  @Test func leavesTheOldFileWhereTheNewOneCannotBe() throws {
    try folder.makeFolder("a/b.yaml")
    #expect(throws: OutputError.self) { try LinuxCalls.replaceFile(folder.at("a/b.yaml"), [1]) }
    #expect(folder.tree("a") == ["b.yaml"])
  }
}

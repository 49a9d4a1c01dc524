import Foundation
import TestSupport
import Testing

@testable import Serving

@Suite("Watching folders")
struct FolderWatchTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("1", to: "content/a.yaml")
    try folder.write("1", to: "content/deep/deeper/b.yaml")
    try folder.write("1", to: "templates/c.xhtml")
    try folder.write("1", to: "output/index.html")
  }

  @Test(
    "Notices what authors do",
    arguments: [
      ["echo 2 >content/a.yaml"], ["echo 2 >content/deep/deeper/b.yaml"],
      ["echo 2 >content/.a.new", "mv content/.a.new content/a.yaml"],
      ["rm content/deep/deeper/b.yaml"], ["mv content/a.yaml content/z.yaml"],
      ["mkdir content/new"], ["mv templates elsewhere"], ["rm -r content"],
      ["ln -s a.yaml content/link.yaml"], ["chmod 0 content/a.yaml"],
    ])
  func notices(commands: [String]) async throws {
    #expect(try await changes(after: commands))
  }

  @Test(
    "But not what editors and builds do beside it",
    arguments: [
      ["echo 2 >content/.a.yaml.swp"], ["echo 2 >output/index.html"], ["rm -r output"],
      ["mkdir .git", "echo 2 >.git/HEAD"], ["cat content/a.yaml"],
    ])
  func ignores(commands: [String]) async throws {
    #expect(try await !changes(after: commands))
  }

  @Test func goesOnInFoldersThatAreNew() async throws {
    var watch = try FolderWatch(["content", "templates"], of: folder.path)
    defer { watch.close() }
    for command in [
      "mkdir -p content/new/newer", "echo 1 >content/new/newer/d.yaml", "rm -r content",
      "mkdir content", "echo 1 >content/e.yaml",
    ] {
      try await run(command)
      #expect(try watch.takeNotices(), "\(command)")
      #expect(try !watch.takeNotices(), "\(command), once")
    }
  }

  @Test func readsWhatTheKernelWrites() {
    let one: [UInt8] = [
      7, 0, 0, 0, 8, 0, 0, 0, 0, 0, 0, 0, 8, 0, 0, 0, 0x61, 0x62, 0, 0, 0, 0, 0, 0,
    ]
    let folders: [UInt8] = [255, 255, 255, 255, 0, 0x40, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]
    #expect(
      Inotify.notices(in: one + folders + [1, 2]) == [
        Inotify.Notice(folder: 7, name: "ab", concernsFolders: false),
        Inotify.Notice(folder: -1, name: "", concernsFolders: true),
      ])
  }

  /// Whether a change is seen; the kernel has told of it when the command has ended.
  private func changes(after commands: [String]) async throws -> Bool {
    var watch = try FolderWatch(["content", "templates"], of: folder.path)
    defer { watch.close() }
    for command in commands { try await run(command) }
    return try watch.takeNotices()
  }

  /// Runs a command of the shell in the site's folder.
  private func run(_ command: String) async throws {
    let result = try await OtherProgram.run("/bin/sh", ["-c", command], in: folder.path)
    try #require(result.code == 0, "\(command)")
  }
}

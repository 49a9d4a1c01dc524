import FlyingSocks
import Foundation
import TestSupport
import Testing

@testable import Serving

@Suite("Watching folders", .timeLimit(.minutes(1)))
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
    #expect(try await changes(after: commands, isExpected: true))
  }

  @Test(
    "But not what editors and builds do beside it",
    arguments: [
      ["echo 2 >content/.a.yaml.swp"], ["echo 2 >output/index.html"], ["rm -r output"],
      ["mkdir .git", "echo 2 >.git/HEAD"], ["cat content/a.yaml"],
    ])
  func ignores(commands: [String]) async throws {
    #expect(try await !changes(after: commands, isExpected: false))
  }

  @Test func goesOnInFoldersThatAreNew() async throws {
    try await withWatch { watch, pool in
      try run("mkdir -p content/new/newer")
      try await watch.change(in: pool)
      try run("echo 1 >content/new/newer/d.yaml")
      try await watch.change(in: pool)
      try run("rm -r content")
      try await watch.change(in: pool)
      try run("mkdir content")
      try await watch.change(in: pool)
      try run("echo 1 >content/e.yaml")
      try await watch.change(in: pool)
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

  /// Whether a change is seen; of none, that it does not come within a while.
  private func changes(after commands: [String], isExpected: Bool) async throws -> Bool {
    try await withWatch { watch, pool in
      for command in commands { try run(command) }
      return try await withThrowingTaskGroup(of: Bool.self) { group in
        let started = watch
        group.addTask {
          var watch = started
          try await watch.change(in: pool)
          return true
        }
        if !isExpected {
          group.addTask {
            try await Task.sleep(for: .milliseconds(200))
            return false
          }
        }
        defer { group.cancelAll() }
        return try await group.next() ?? false
      }
    }
  }

  private func withWatch<Result: Sendable>(
    _ body: (inout FolderWatch, SocketPool<ePoll>) async throws -> Result
  ) async throws -> Result {
    var watch = try FolderWatch(["content", "templates"], of: folder.path)
    let pool: SocketPool<ePoll> = .ePoll()
    try await pool.prepare()
    let running = Task { try await pool.run() }
    defer {
      running.cancel()
      watch.close()
    }
    return try await body(&watch, pool)
  }

  /// Runs a command of the shell in the site's folder.
  private func run(_ command: String) throws {
    let shell = Process()
    shell.executableURL = URL(filePath: "/bin/sh")
    shell.arguments = ["-c", command]
    shell.currentDirectoryURL = URL(filePath: folder.path)
    shell.standardOutput = FileHandle.nullDevice
    try shell.run()
    shell.waitUntilExit()
    try #require(shell.terminationStatus == 0, "\(command)")
  }
}

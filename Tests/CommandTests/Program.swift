import Foundation
import TestSupport

/// The built command, run as its users run it.
enum Program {
  /// Runs the command in a folder of `Fixtures`, or in the root of the repository.
  ///
  /// - Parameters:
  ///   - line: The arguments as they would be typed, without quotes or blanks inside one.
  ///   - fixture: The name of the folder; `nil` for the repository itself.
  ///   - environment: All that the command finds in its environment.
  /// - Returns: What the run left behind.
  /// - Throws: An error if the command cannot be started.
  static func run(
    _ line: String, in fixture: String? = "site", environment: [String: String] = [:]
  ) async throws -> OtherProgram.Outcome {
    try await run(
      line.split(separator: " ").map(String.init), in: fixture, environment: environment)
  }

  /// Runs the command with arguments that may hold blanks.
  static func run(
    _ arguments: [String], in fixture: String? = "site", environment: [String: String] = [:]
  ) async throws -> OtherProgram.Outcome {
    let folder = fixture.map { fixtures.appending(path: $0) } ?? repository
    return try await OtherProgram.run(
      binary.path, arguments, in: folder.path,
      environment: environment.merging(["LC_ALL": "C"]) { given, _ in given })
  }

  /// Runs the command with results that go to a device that is always full.
  ///
  /// - Returns: What the run left behind, except its output.
  /// - Throws: An error if the command cannot be started.
  static func runOnFullDisk(_ line: String) async throws -> OtherProgram.Outcome {
    try await OtherProgram.run(
      "/bin/sh", ["-c", "exec \"$0\" \(line) > /dev/full", binary.path],
      in: fixtures.appending(path: "site").path, environment: ["LC_ALL": "C"])
  }

  /// Where the tests lie.
  private static var folder: URL { URL(filePath: #filePath).deletingLastPathComponent() }

  /// Sites, whole and broken.
  static var fixtures: URL { folder.appending(path: "Fixtures") }

  static var repository: URL { folder.appending(path: "../..").standardizedFileURL }

  /// The command lies beside the tests, whichever folder they were built in.
  static var binary: URL {
    get throws {
      let tests = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
      return URL(filePath: tests).deletingLastPathComponent().appending(path: "breakeven")
    }
  }
}

extension OtherProgram.Outcome {
  /// All of it in one text, for golden files.
  var transcript: String {
    var text = "exit \(code)\n"
    if !output.isEmpty { text += "--- output\n\(output)" }
    if !errors.isEmpty { text += "--- errors\n\(errors)" }
    return text
  }
}

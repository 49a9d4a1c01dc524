import Foundation
import Subprocess
import SystemPackage
import Testing

/// The built command, run as its users run it.
enum Program {
  /// What a run left behind.
  struct Outcome: Sendable {
    var code: Int
    var output: String
    var errors: String

    /// All of it in one text, for golden files.
    var transcript: String {
      var text = "exit \(code)\n"
      if !output.isEmpty { text += "--- output\n\(output)" }
      if !errors.isEmpty { text += "--- errors\n\(errors)" }
      return text
    }
  }

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
  ) async throws -> Outcome {
    try await run(
      line.split(separator: " ").map(String.init), in: fixture, environment: environment)
  }

  /// Runs the command with arguments that may hold blanks.
  static func run(
    _ arguments: [String], in fixture: String? = "site", environment: [String: String] = [:]
  ) async throws -> Outcome {
    let folder = fixture.map { fixtures.appending(path: $0) } ?? repository
    let variables = environment.merging(["LC_ALL": "C"]) { given, _ in given }
    let result = try await Subprocess.run(
      .path(FilePath(try binary.path)), arguments: Arguments(arguments),
      environment: .custom(
        Dictionary(
          uniqueKeysWithValues: variables.map { (Environment.Key(stringLiteral: $0), $1) })),
      workingDirectory: FilePath(folder.path), output: .string(limit: 1 << 20),
      error: .string(limit: 1 << 20))
    guard case .exited(let code) = result.terminationStatus else {
      Issue.record("the command was stopped: \(result.terminationStatus)")
      return Outcome(code: -1, output: "", errors: "")
    }
    return Outcome(
      code: Int(code), output: result.standardOutput, errors: result.standardError)
  }

  /// Runs the command with results that go to a device that is always full.
  ///
  /// - Returns: What the run left behind, except its output.
  /// - Throws: An error if the command cannot be started.
  static func runOnFullDisk(_ line: String) async throws -> Outcome {
    let folder = fixtures.appending(path: "site")
    let result = try await Subprocess.run(
      .path("/bin/sh"),
      arguments: ["-c", "exec \"$0\" \(line) > /dev/full", try binary.path],
      environment: .custom(["LC_ALL": "C"]), workingDirectory: FilePath(folder.path),
      output: .string(limit: 1 << 20), error: .string(limit: 1 << 20))
    guard case .exited(let code) = result.terminationStatus else {
      Issue.record("the command was stopped: \(result.terminationStatus)")
      return Outcome(code: -1, output: "", errors: "")
    }
    return Outcome(code: Int(code), output: "", errors: result.standardError)
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

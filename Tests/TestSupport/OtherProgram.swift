import Foundation
import Subprocess
import SystemPackage

/// Programs that tests run: to their end, and few of them at once.
///
/// Tests run in parallel and give way while they wait, so hundreds of programs would run at once
/// and hold thousands of files open.
public enum OtherProgram {
  /// What a run left behind.
  public struct Outcome: Hashable, Sendable {
    /// What it exited with.
    public var code: Int

    /// Its standard output.
    public var output: String

    /// Its standard error.
    public var errors: String
  }

  /// A signal ended a program.
  public struct Stopped: Error {
    /// The number of the signal.
    public var signal: Int
  }

  /// Runs a program.
  ///
  /// - Parameters:
  ///   - path: The program: an absolute path, or a name to look for on the path.
  ///   - arguments: Its arguments.
  ///   - folder: Where it runs; `nil` for where the tests run.
  ///   - environment: All that it finds in its environment; `nil` for what the tests find.
  /// - Returns: What it left behind; up to a mebibyte of each text.
  /// - Throws: ``Stopped``, or an error if it cannot be started or says more.
  public static func run(
    _ path: String, _ arguments: [String], in folder: String? = nil,
    environment: [String: String]? = nil
  ) async throws -> Outcome {
    await turns.take()
    do {
      let outcome = try await finish(path, arguments, folder, environment)
      await turns.giveBack()
      return outcome
    } catch {
      await turns.giveBack()
      throw error
    }
  }

  private static let turns = Turns(ProcessInfo.processInfo.activeProcessorCount)

  private static func finish(
    _ path: String, _ arguments: [String], _ folder: String?, _ environment: [String: String]?
  ) async throws -> Outcome {
    let variables = environment.map { variables in
      Environment.custom(
        Dictionary(uniqueKeysWithValues: variables.map { (.init(stringLiteral: $0), $1) }))
    }
    let result = try await Subprocess.run(
      path.hasPrefix("/") ? .path(FilePath(path)) : .name(path), arguments: Arguments(arguments),
      environment: variables ?? .inherit, workingDirectory: folder.map { FilePath($0) },
      output: .string(limit: 1 << 20), error: .string(limit: 1 << 20))
    switch result.terminationStatus {
    case .exited(let code):
      return Outcome(
        code: Int(code), output: result.standardOutput, errors: result.standardError)
    case .signaled(let signal): throw Stopped(signal: Int(signal))
    }
  }
}

/// Lets so many go on at once; others wait in their order.
private actor Turns {
  private var left: Int
  private var waiting: [CheckedContinuation<Void, Never>] = []

  init(_ count: Int) { left = count }

  func take() async {
    if left > 0 {
      left -= 1
    } else {
      await withCheckedContinuation { waiting.append($0) }
    }
  }

  func giveBack() {
    if waiting.isEmpty { left += 1 } else { waiting.removeFirst().resume() }
  }
}

import FoundationEssentials
import Glibc
import Publishing

/// The two streams of a command line program: results on one, findings on the other.
enum Console {
  /// Writes a result.
  ///
  /// A reader that has gone away, such as `head`, is no failure of ours; a full disk is one.
  ///
  /// - Throws: ``Failure`` if there is no space for the text.
  static func write(_ text: String) throws { try write(Array(text.utf8)) }

  /// Writes a result byte by byte.
  static func write(_ bytes: [UInt8]) throws {
    do throws(OutputError) { try LinuxCalls.write(bytes, to: STDOUT_FILENO) } catch {
      guard error.isOfFullDisk else { return }
      throw Failure(
        "standard output cannot be written: no space left on device",
        hint: "free some space and repeat the command")
    }
  }

  /// Writes what people should notice even if the result goes into a file.
  static func notify(_ text: String) {
    try? LinuxCalls.write(Array(text.utf8), to: STDERR_FILENO)
  }

  /// Whether findings are coloured: on a terminal, unless the environment says otherwise.
  static var hasColour: Bool {
    hasColour(
      environment: ProcessInfo.processInfo.environment, isTerminal: isatty(STDERR_FILENO) == 1)
  }

  /// The conventions of `NO_COLOR` and `CLICOLOR`: a wish for no colour goes first.
  private static func hasColour(environment: [String: String], isTerminal: Bool) -> Bool {
    if let no = environment["NO_COLOR"], !no.isEmpty { return false }
    if let force = environment["CLICOLOR_FORCE"], !force.isEmpty, force != "0" { return true }
    return isTerminal && environment["CLICOLOR"] != "0" && environment["TERM"] != "dumb"
  }
}

import ArgumentParser
import FoundationEssentials
import Site

/// Where the program has its templates, schemas and starter site.
struct ProgramHome: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A checkout of breakeven to copy from; the program's own if left out.", valueName: "folder"))
  var from: String?

  /// The folder.
  ///
  /// - Throws: ``Failure`` if there is none near the program and none was named.
  func folder() throws -> String {
    if let from { return from }
    let program = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    guard let home = program.flatMap(ProgramFiles.home) else {
      throw Failure(
        "no starter site near the program", hint: "name a checkout of breakeven with --from")
    }
    return home
  }
}

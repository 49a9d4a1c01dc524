import Foundation
import Serving
import TestSupport
import Testing

@Suite("breakeven serve")
struct ServeTests {
  @Test func refusesAPortThatIsInUse() async throws {
    let other = try Preview(of: Program.fixtures.path, folders: [], port: 0)
    let port = other.address.split(separator: ":").last ?? ""
    let run = try await Program.run("serve --port \(port)", in: nil)
    #expect(
      run.errors == """
        breakeven: error: port \(port) is in use by another program
          hint: end that program, or choose another port with --port; 0 takes any free one

        """)
    #expect(run.code == 2 && run.output.isEmpty)
  }

  @Test(
    "Refuses what it cannot use",
    arguments: [
      ("serve --port 70000", "the value '70000' is invalid for '--port <number>'"),
      ("serve --port 0 --source elsewhere", "'elsewhere' does not exist"),
      ("serve --port 0 --source content/pages", "'content/pages' has no folder 'content'"),
    ])
  func refuses(line: String, start: String) async throws {
    let run = try await Program.run(line)
    #expect(run.errors.hasPrefix("breakeven: error: \(start)"))
    #expect(run.code == 2 && run.output.isEmpty)
  }
}

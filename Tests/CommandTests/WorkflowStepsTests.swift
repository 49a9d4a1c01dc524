import Foundation
import TestSupport
import Testing
import Yams

/// The steps of the workflow that `init` writes, run by bash as GitHub runs them.
///
/// Each has the environment that it asks for. Only the installation is left out, which needs a
/// package manager.
@Suite("The workflow of a new site")
struct WorkflowStepsTests {
  /// A new site in a repository of its own, a price that changed since the main branch, and `gh`.
  private static func repository() async throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let site = folder.at("site")
    let start = try await Program.run(["init", "--from", ".", site], in: nil)
    #expect(start.code == 0)
    try folder.makeFolder("bin")
    try FileManager.default.createSymbolicLink(
      atPath: folder.at("bin/breakeven"), withDestinationPath: try Program.binary.path)
    // What was said before stands in the file 'comments'; what is said now goes to 'said'.
    try folder.write(
      """
      #!/bin/sh
      case "$*" in
      *--paginate*) cat "\(folder.at("comments"))" ;;
      *) printf '%s\\n' "$*" >> "\(folder.at("said"))" ;;
      esac

      """, to: "bin/gh")
    try folder.write("", to: "comments")
    let setUp = """
      chmod +x "$BIN/gh" && git init -q && git add . \
        && git -c user.name=A -c user.email=a@example.com commit -q -m first \
        && git update-ref refs/remotes/origin/main HEAD \
        && sed -i 's/2\\.00 per million/2.50 per million/; s/_tokens: 2\\.00/_tokens: 2.50/' \
          content/rate-cards/example-cloud.yaml
      """
    let result = try await run(setUp, in: folder, ["BIN": folder.at("bin")])
    try #require(result.code == 0, "\(result.said)")
    return folder
  }

  private static func run(
    _ script: String, in folder: TemporaryFolder, _ variables: [String: String]
  ) async throws -> (code: Int, said: String) {
    var environment = [
      "PATH": "\(folder.at("bin")):/usr/local/bin:/usr/bin:/bin", "HOME": folder.path,
      "RUNNER_TEMP": folder.path, "GITHUB_REPOSITORY": "somebody/prices", "LC_ALL": "C",
    ]
    environment.merge(variables) { _, given in given }
    let result = try await OtherProgram.run(
      "/bin/bash", ["-e", "-c", script], in: folder.at("site"), environment: environment)
    return (result.code, result.output + result.errors)
  }

  /// What GitHub knows when somebody opens a pull request.
  private static let known = [
    "${{ github.base_ref }}": "main", "${{ github.token }}": "secret",
    "${{ github.event.number }}": "7",
  ]

  /// Runs the steps of a job, without those that other people's actions do.
  private static func runJob(_ name: String, in folder: TemporaryFolder) async throws -> [String] {
    let text = try #require(folder.text("site/.github/workflows/site.yml"))
    let workflow = try YAMLDecoder().decode(Workflow.self, from: text)
    var done: [String] = []
    for step in try #require(workflow.jobs[name]).steps {
      guard let script = step.run, step.name != "Install breakeven" else { continue }
      var variables: [String: String] = [:]
      for (name, value) in step.env ?? [:] {
        let given: String = try #require(known[value], "the value of \(name) is not known")
        variables[name] = given
      }
      let result = try await run(script, in: folder, variables)
      #expect(result.code == 0, "\(step.name ?? ""): \(result.said)")
      done.append(step.name ?? "")
    }
    return done
  }

  @Test func checksAPullRequestAndSaysWhatItChanges() async throws {
    let folder = try await Self.repository()
    #expect(try await Self.runJob("check", in: folder) == ["Check", "Compare", "Comment"])
    let diff = try #require(folder.text("diff.md"))
    #expect(diff.hasPrefix("<!-- breakeven:diff -->") && diff.contains("$2.50"))
    #expect(folder.text("said") == "pr comment 7 --body-file \(folder.at("diff.md"))\n")
    // The next time there is a comment to change.
    try folder.write("4711\n", to: "comments")
    _ = try await Self.runJob("check", in: folder)
    let said = folder.text("said")?.split(separator: "\n").last
    #expect(
      said == """
        api --method PATCH repos/somebody/prices/issues/comments/4711 --field \
        body=@\(folder.at("diff.md"))
        """)
  }

  @Test func buildsWhatIsPublished() async throws {
    let folder = try await Self.repository()
    #expect(try await Self.runJob("build", in: folder) == ["Build"])
    #expect(folder.text("site/output/index.html")?.hasPrefix("<!DOCTYPE html>") == true)
  }

  @Test func aMistakeEndsTheCheck() async throws {
    let folder = try await Self.repository()
    try folder.write("title: 1: 2\n", to: "site/content/site.yaml")
    let result = try await Self.run(
      "breakeven check --strict --format github", in: folder, [:])
    #expect(result.code == 1 && result.said.contains("::error file=content/site.yaml"))
  }

  private struct Workflow: Decodable {
    var jobs: [String: Job]
  }

  private struct Job: Decodable {
    var steps: [Step]
  }

  private struct Step: Decodable {
    var name: String?
    var run: String?
    var env: [String: String]?
  }
}

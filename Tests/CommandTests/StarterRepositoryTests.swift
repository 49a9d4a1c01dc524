import Foundation
import TestSupport
import Testing
import Yams

/// The files that `init` adds for a repository: commands in them exist, with their options.
@Suite("A repository to start with")
struct StarterRepositoryTests {
  private static let files = [
    "dot-github/workflows/site.yml", "script/install", "script/publish",
  ]

  private static func text(_ file: String) throws -> String {
    try String(contentsOf: Program.repository.appending(path: "starter/\(file)"), encoding: .utf8)
  }

  @Test func theWorkflowIsAWorkflow() throws {
    let workflow = try YAMLDecoder().decode(Workflow.self, from: Self.text(Self.files[0]))
    #expect(workflow.jobs.keys.sorted() == ["build", "check", "publish"])
    for (name, job) in workflow.jobs {
      #expect(job.runner == "ubuntu-24.04" && !job.steps.isEmpty)
      #expect(job.needs.map { workflow.jobs[$0] != nil } ?? true)
      for step in job.steps {
        #expect((step.uses == nil) != (step.run == nil), "\(name): a step uses or runs something")
        #expect(step.uses?.wholeMatch(of: /actions\/[a-z-]+@v\d+/) != nil || step.run != nil)
      }
    }
    #expect(
      workflow.triggers.keys.sorted() == [
        "pull_request", "push", "schedule", "workflow_dispatch",
      ])
    // Whoever may open a pull request may not publish.
    #expect(workflow.permissions == ["contents": "read"])
    let writing = workflow.jobs.filter { $0.value.permissions?.values.contains("write") == true }
    #expect(writing.keys.sorted() == ["check", "publish"])
    #expect(workflow.jobs["check"]?.permissions?["pull-requests"] == "write")
    #expect(workflow.jobs["publish"]?.permissions?["pages"] == "write")
  }

  @Test func aCommentIsFoundAgainByItsTag() throws {
    #expect(try Self.text(Self.files[0]).contains("startswith(\"<!-- breakeven:diff -->\")"))
  }

  @Test("Every command in it exists, with its options", arguments: files)
  func commandsExist(file: String) async throws {
    let calls = try Self.text(file).matches(
      of: /^ *(?:run: )?(?:.*&& )?breakeven ([a-z-]+)([^>\n]*)/.anchorsMatchLineEndings())
    #expect(!calls.isEmpty)
    for call in calls {
      let help = try await Program.run("help \(call.1)")
      let usage = help.output.split(separator: "\n").first { $0.hasPrefix("USAGE: ") } ?? ""
      guard usage.split(separator: " ").prefix(3) == ["USAGE:", "breakeven", call.1] else {
        Issue.record("'breakeven \(call.1)' is no command")
        continue
      }
      for option in call.2.matches(of: /--[a-z-]+/) {
        #expect(help.output.contains(String(option.output)), "\(call.1) \(option.output)")
      }
    }
  }

  @Test(
    "Scripts are understood by the shell, and want what they are about",
    arguments: [
      "script/install", "script/publish",
    ])
  func scriptsAreUnderstood(file: String) async throws {
    let script = Program.repository.appending(path: "starter/\(file)").path
    let result = try await OtherProgram.run("/bin/sh", [script])
    let said = result.errors
    #expect(result.code == 2)
    #expect(said.hasPrefix("\(file): no t") && said.hasSuffix("see the top of the script\n"))
  }

  private struct Workflow: Decodable {
    var jobs: [String: Job]
    var permissions: [String: String]
    var triggers: [String: Trigger]

    enum CodingKeys: String, CodingKey {
      case jobs, permissions
      case triggers = "on"
    }
  }

  private struct Trigger: Decodable {
    init(from decoder: any Decoder) {}
  }

  private struct Job: Decodable {
    var runner: String
    var needs: String?
    var permissions: [String: String]?
    var steps: [Step]

    enum CodingKeys: String, CodingKey {
      case needs, permissions, steps
      case runner = "runs-on"
    }
  }

  private struct Step: Decodable {
    var uses: String?
    var run: String?
  }
}

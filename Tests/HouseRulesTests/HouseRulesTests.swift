import Testing

/// What this repository promises its readers, checked like any other behaviour.
@Suite("House rules")
struct HouseRulesTests {
  let repository: Repository

  init() throws {
    repository = try Repository.here()
    // A search that finds no files would find no mistakes either.
    try #require(repository["Package.swift"] != nil && repository.swiftFiles.count > 10)
  }

  @Test("Nobody uses a forbidden word", arguments: ForbiddenWords.all)
  func noForbiddenWord(rule: ForbiddenWords) {
    expectNone(rule.findings(in: repository))
  }

  @Test func noFileIsTooLong() { expectNone(FileLength.findings(in: repository)) }

  @Test func dependenciesPointOneWay() { expectNone(TargetGraph.findings(in: repository)) }

  @Test func everyGoldenFileIsRead() { expectNone(GoldenFiles.findings(in: repository)) }

  @Test("Every language of the templates has all that the program says")
  func everyMessageIsTranslated() { expectNone(Messages.findings(in: repository)) }

  @Test func stylesheetsSayNothing() { expectNone(Messages.wordsOfStyles(in: repository)) }

  @Test func everyScriptExplainsItself() { expectNone(Manuals.scriptFindings(in: repository)) }

  @Test func theReadmeKnowsEveryCommand() { expectNone(Manuals.readmeFindings(in: repository)) }

  private func expectNone(_ findings: [Finding], at place: SourceLocation = #_sourceLocation) {
    for finding in findings { Issue.record("\(finding)", sourceLocation: place) }
  }
}

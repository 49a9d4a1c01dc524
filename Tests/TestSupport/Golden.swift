import Foundation
public import Testing

/// Expects a text to equal the file with a name in the `Golden` folder beside the test.
///
/// `UPDATE_GOLDEN=1 script/test` rewrites the files; `git diff` is the review. A
/// missing file fails the test, so that a new golden file is a deliberate act.
public func expectGolden(
  _ actual: String, _ name: String,
  testFile: StaticString = #filePath,
  sourceLocation: Testing.SourceLocation = #_sourceLocation
) throws {
  let golden = URL(filePath: "\(testFile)").deletingLastPathComponent()
    .appending(components: "Golden", name)

  if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] != nil {
    try FileManager.default.createDirectory(
      at: golden.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(actual.utf8).write(to: golden)
    return
  }
  let expected = try #require(
    try? String(contentsOf: golden, encoding: .utf8),
    "no golden file '\(name)'; run with UPDATE_GOLDEN=1 to write it",
    sourceLocation: sourceLocation)
  #expect(actual == expected, "differs from '\(name)'", sourceLocation: sourceLocation)
}

/// Expects compact JSON to be the golden file with a name, which has a line for each member.
public func expectGoldenJSON(
  _ actual: String, _ name: String,
  testFile: StaticString = #filePath,
  sourceLocation: Testing.SourceLocation = #_sourceLocation
) throws {
  #expect(
    actual == IndentedJSON.compact(actual) + "\n", "'\(name)' is not compact",
    sourceLocation: sourceLocation)
  try expectGolden(
    IndentedJSON.text(actual), name, testFile: testFile, sourceLocation: sourceLocation)
}

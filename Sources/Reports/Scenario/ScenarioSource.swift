package import Diagnostics
package import Pricing
package import Publishing

/// A scenario of the site: read already, or read when its report is made.
package struct ScenarioSource: Sendable {
  /// The scenario's id.
  package let id: String

  /// Reads and prices it, with the prices of a day where one is given.
  package let read: @Sendable (CalendarDate?) -> Result<ScenarioReading, BuildError>

  /// Creates a source.
  package init(
    id: String, read: @escaping @Sendable (CalendarDate?) -> Result<ScenarioReading, BuildError>
  ) {
    self.id = id
    self.read = read
  }
}

/// A scenario as it was read, or what is wrong with it.
package struct ScenarioReading: Sendable {
  /// The scenario and its prices; `nil` if there were mistakes.
  package var scenario: PricedDocument?

  /// What is wrong with its file.
  package var findings: FileFindings

  /// Joins a scenario and the findings of its file.
  package init(_ scenario: PricedDocument?, _ findings: FileFindings) {
    self.scenario = scenario
    self.findings = findings
  }
}

/// What is wrong with a file, and its text for the excerpts.
package struct FileFindings: Sendable {
  /// The path of the file, relative to the site.
  package let path: String

  /// Its text.
  package let text: String

  /// What is wrong with it.
  package var diagnostics: [Diagnostic]

  /// Joins a file and what is wrong with it.
  package init(path: String, text: String, diagnostics: [Diagnostic] = []) {
    self.path = path
    self.text = text
    self.diagnostics = diagnostics
  }
}

extension ReportWorker {
  /// Takes down what is wrong with a file; of a file without a finding nothing is kept.
  mutating func take(_ findings: FileFindings) {
    guard !findings.diagnostics.isEmpty else { return }
    texts[findings.path] = findings.text
    writer.report(findings.diagnostics)
  }
}

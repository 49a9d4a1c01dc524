public import ArgumentParser
public import Diagnostics

/// How a command reports what it finds, as its caller asks.
struct Reporting: ParsableArguments {
  @Option(help: "How findings and results are written.")
  var format = DiagnosticFormat.text

  @Flag(name: .shortAndLong, help: "Print findings only: no summary and no count.")
  var quiet = false

  @Flag(help: "Let a warning fail like an error: nothing is written.")
  var strict = false

  @Flag(help: "Print all findings, and not the first \(FindingsWriter.most) alone.")
  var all = false

  /// Whether these findings mean that a command has failed.
  func fails(with findings: [Diagnostic]) -> Bool {
    findings.contains { strict || $0.severity == .error }
  }

  /// Writes findings, and for people how many there are.
  ///
  /// - Parameters:
  ///   - findings: What was found, in any order.
  ///   - texts: The files that they point into, by path, for the excerpts.
  func report(_ findings: [Diagnostic], texts: [String: String]) {
    let writer = FindingsWriter(format: format, showsAll: all)
    writer.write(findings, texts: texts)
    if format == .text, !quiet { writer.writeCount(of: findings) }
  }
}

/// A command that reports findings in the format its caller asked for.
protocol ReportingCommand: ParsableArguments {
  var reporting: Reporting { get }
}

extension DiagnosticFormat: ExpressibleByArgument {}

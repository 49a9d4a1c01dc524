public import Diagnostics

/// A page of prose: what its front matter says, and its text.
public struct MarkdownPage: Hashable, Sendable {
  /// The keys between the `---` lines.
  public let frontMatter: Mapping

  /// The text below them.
  public let body: MarkdownBody

  /// Reads a page.
  ///
  /// - Parameters:
  ///   - source: The whole file; every place counts from its first line.
  ///   - shape: What the front matter may hold.
  ///   - findings: Receives every mistake of both parts.
  /// - Returns: `nil` if either part could not be read.
  public static func read(
    _ source: SourceText, frontMatter shape: Shape, into findings: inout [Diagnostic]
  ) -> MarkdownPage? {
    guard let parts = split(source, into: &findings) else { return nil }
    let frontMatter = Mapping.read(parts.frontMatter, as: shape, into: &findings)
    let body = MarkdownBody.read(parts.body, into: &findings)
    guard let frontMatter, let body else { return nil }
    return MarkdownPage(frontMatter: frontMatter, body: body)
  }

  /// The two parts, each with blank lines in place of the other, so that lines keep their
  /// numbers without any arithmetic on them.
  private static func split(
    _ source: SourceText, into findings: inout [Diagnostic]
  ) -> (frontMatter: SourceText, body: SourceText)? {
    let lines = source.lines
    let start = SourceLocation(file: source.file, line: 1, column: 1)
    guard lines.first == "---" else {
      findings.append(
        Diagnostic(
          .error, at: start, "page without front matter",
          hint: "start it with a line '---', keys such as title, and a line '---'"))
      return nil
    }
    guard let end = lines.dropFirst().firstIndex(of: "---") else {
      findings.append(
        Diagnostic(
          .error, at: start, "front matter that never ends", hint: "write a line '---' after it"))
      return nil
    }
    let yaml = "\n" + lines[1..<end].joined(separator: "\n") + "\n"
    let body = String(repeating: "\n", count: end + 1) + lines[(end + 1)...].joined(separator: "\n")
    return (
      SourceText(file: source.file, trusted: yaml), SourceText(file: source.file, trusted: body)
    )
  }
}

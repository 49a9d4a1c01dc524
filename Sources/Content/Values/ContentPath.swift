public import Diagnostics
import FoundationEssentials

/// A path that an author wrote, relative to the site and certain to stay inside it.
public struct ContentPath: Hashable, Sendable {
  /// The path with `/` between its parts, without `.` parts.
  public let text: String

  /// Checks a path as text; nothing is looked up.
  ///
  /// - Throws: ``Mistake`` for absolute paths, `..`, backslashes and other ways out.
  public init(_ text: String) throws(Mistake) {
    let quoted = Mistake.quoted(text)
    guard !text.contains("\\") else {
      throw Mistake("\(quoted) has a backslash", hint: "write / between folders")
    }
    let scalars = text.unicodeScalars
    guard !scalars.contains(where: { $0.isRefused || $0 == "\n" || $0 == "\t" }) else {
      throw Mistake("\(quoted) has a control character", hint: "remove it")
    }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    let isAbsolute = text.first == "/" || text.first == "~" || parts[0].contains(":")
    guard !isAbsolute, !parts.contains("..") else {
      throw Mistake(
        "\(quoted) is a path that leaves the site", hint: "write a path inside the site")
    }
    let kept = parts.filter { $0 != "." }
    guard !kept.isEmpty, kept.allSatisfy({ !$0.isEmpty }) else {
      throw Mistake("\(quoted) is not the path of a file", hint: "write it like images/chart.svg")
    }
    self.text = kept.joined(separator: "/")
  }

  /// Checks a path, and that no symbolic link on its way leads out of the site.
  ///
  /// Makes nothing if anything is wrong. A path to nothing is no mistake here.
  ///
  /// - Parameters:
  ///   - path: What the author wrote, and where.
  ///   - root: The folder of the site in the file system.
  ///   - findings: Receives what is wrong with the path.
  public init?(
    _ path: Located<String>, inSiteAt root: String, into findings: inout [Diagnostic]
  ) {
    do {
      try self.init(path.value)
    } catch {
      findings.append(error.diagnostic(at: path.location))
      return nil
    }
    guard !leaves(siteAt: root) else {
      findings.append(
        Diagnostic(
          .error, at: path.location,
          "\(Mistake.quoted(path.value)) is a path that leaves the site by a symbolic link",
          hint: "copy the file into the site"))
      return nil
    }
  }

  /// Follows the path part by part, because a link can stand at any of them.
  private func leaves(siteAt root: String) -> Bool {
    let home = URL(filePath: root).resolvingSymlinksInPath().standardizedFileURL.pathComponents
    var place = URL(filePath: root).resolvingSymlinksInPath()
    for part in text.split(separator: "/") {
      place.append(component: String(part))
      place = place.resolvingSymlinksInPath().standardizedFileURL
      guard place.pathComponents.starts(with: home) else { return true }
    }
    return false
  }
}

import Diagnostics

/// What an author may ask to be begun.
public enum ScaffoldKind: String, CaseIterable, Sendable {
  case scenario
  case rateCard = "rate-card"
  case page
  case claim

  /// The path of the file with a name.
  func path(_ name: String) -> String {
    switch self {
    case .scenario: "content/scenarios/\(name).yaml"
    case .rateCard: "content/rate-cards/\(name).yaml"
    case .page: "content/pages/\(name).md"
    case .claim: "content/claims/\(name).yaml"
    }
  }
}

/// A file that is begun for an author: right as it is, and with comments on what to write.
public struct Scaffold: Hashable, Sendable {
  /// The file to go on with.
  public let path: String

  /// The files to write, in this order: those that others depend on come first.
  public let files: [SiteFile]

  /// Begins a file of a site.
  ///
  /// - Parameters:
  ///   - kind: What it is about.
  ///   - name: Its name without an ending, which is its id.
  ///   - site: The site without it.
  ///   - present: The files of the site's content.
  /// - Throws: ``Mistake`` for a name that no file can have or another has, and for a site that
  ///   lacks what the file would be about.
  public init(
    _ kind: ScaffoldKind, named name: String, in site: SiteContent, beside present: [SiteFile]
  ) throws(Mistake) {
    let name = try Words.identifier(name)
    path = kind.path(name)
    guard !present.contains(where: { $0.path == kind.path(name) }) else {
      throw Mistake("'\(path)' exists already", hint: "choose another name, or write in that file")
    }
    let title = Self.title(of: name)
    switch kind {
    case .scenario: files = [try ScenarioScaffold(site).file(path, title: title)]
    case .rateCard:
      files = try RateCardScaffold(site, name: name, title: title).files(path, beside: present)
    case .page: files = [PageScaffold(site).file(path, name: name, title: title)]
    case .claim: files = [try ClaimScaffold(site).file(path, name: name)]
    }
  }

  /// The words of a name, the first with a capital: `night-shift` becomes `Night shift`.
  private static func title(of name: String) -> String {
    let words = name.split { $0 == "-" || $0 == "." }.joined(separator: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }
}

extension SiteFile {
  init(path: String, text: String) { self.init(path: path, bytes: Array(text.utf8)) }
}

import Diagnostics
import XML

/// What a published page offers to links and asks of them.
struct PageFacts: Sendable {
  /// The path of the page.
  let path: String

  /// Its anchors.
  var ids: Set<String> = []

  /// What it points to, as written.
  var links: [Link] = []

  /// A link to another page, an anchor or a file.
  struct Link: Hashable, Sendable {
    /// The target as written.
    let target: String
  }
}

/// Checks what RELAX NG cannot see, on every page before it is written.
struct PageChecker {
  let profiles: SiteTemplates.Profiles

  /// Reads a page or a picture as it will be published.
  ///
  /// - Parameters:
  ///   - bytes: The page or picture as it will be written.
  ///   - path: Its path below the site's root.
  ///   - isChart: Whether it is a picture.
  /// - Returns: Its facts, and what is wrong with it.
  func facts(_ bytes: [UInt8], path: String, isChart: Bool) -> (PageFacts, [Diagnostic]) {
    var facts = PageFacts(path: path)
    var diagnostics: [Diagnostic] = []
    do {
      let document = try PublishedDocument(parsing: bytes, file: path)
      try document.validate(against: isChart ? profiles.chart : profiles.page)
      var findings: [(number: Int, message: String, hint: String?)] = []
      var links: Set<PageFacts.Link> = []
      var hasTitle = isChart
      document.visit { element in
        let name = element.name
        if name == "title", element.depth == 3, !element.text.isEmpty { hasTitle = true }
        guard element.hasAttributes else { return }
        if let id = element["id"], !facts.ids.insert(id).inserted {
          findings.append((element.number, "'\(id)' is the id of two elements", "make ids unique"))
        }
        if name == "img", element["alt"] == nil {
          findings.append(
            (element.number, "'img' without a text", "add an 'alt', empty if it only decorates"))
        }
        for attribute in ["href", "src"] {
          if let target = element[attribute] { links.insert(.init(target: target)) }
        }
        for attribute in ["aria-labelledby", "aria-describedby"] {
          if let target = element[attribute] { links.insert(.init(target: "#\(target)")) }
        }
      }
      if !hasTitle { findings.append((0, "a page without a title", "fill 'title' in its head")) }
      diagnostics += findings.map { finding in
        Diagnostic(
          .error, at: document.location(ofElement: finding.number), finding.message,
          hint: finding.hint)
      }
      facts.links = links.sorted { $0.target < $1.target }
    } catch {
      diagnostics += error.diagnostics
    }
    return (facts, diagnostics)
  }
}

import Diagnostics
package import XML

/// The schemas that every published document follows.
package struct PublishedSchemas: Sendable {
  /// For pages.
  let page: Schema

  /// For pictures.
  let chart: Schema

  /// For what stands inside a page, such as a text from Markdown.
  package let fragment: Schema

  /// Joins the schemas.
  package init(page: Schema, chart: Schema, fragment: Schema) {
    self.page = page
    self.chart = chart
    self.fragment = fragment
  }
}

/// What a published document offers to links and asks of them.
struct DocumentFacts {
  /// Its anchors.
  var ids: Set<String> = []

  /// What it points to, as written.
  var links: Set<String> = []
}

/// Checks a document as it will be published: by libxml2, and for what RELAX NG cannot see.
struct PageChecker {
  let schemas: PublishedSchemas

  /// Reads a page or a picture.
  ///
  /// - Parameters:
  ///   - bytes: The document as it will be written.
  ///   - path: Its path below the site's root.
  ///   - isChart: Whether it is a picture.
  /// - Returns: Its facts, and what is wrong with it.
  func facts(_ bytes: [UInt8], path: String, isChart: Bool) -> (DocumentFacts, [Diagnostic]) {
    var facts = DocumentFacts()
    var diagnostics: [Diagnostic] = []
    do {
      let document = try PublishedDocument(parsing: bytes, file: path)
      try document.validate(against: isChart ? schemas.chart : schemas.page)
      var findings: [(number: Int, message: String, hint: String?)] = []
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
          if let target = element[attribute] { facts.links.insert(target) }
        }
        for attribute in ["aria-labelledby", "aria-describedby"] {
          if let target = element[attribute] { facts.links.insert("#\(target)") }
        }
      }
      if !hasTitle { findings.append((0, "a page without a title", "fill 'title' in its head")) }
      diagnostics += findings.map { finding in
        Diagnostic(
          .error, at: document.location(ofElement: finding.number), finding.message,
          hint: finding.hint)
      }
    } catch {
      diagnostics += error.diagnostics
    }
    return (facts, diagnostics)
  }
}

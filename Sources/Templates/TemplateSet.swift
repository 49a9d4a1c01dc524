import Diagnostics
public import XML

/// The templates of a site with the models they are filled with, before any schema is asked.
public struct BoundTemplates: Sendable {
  fileprivate let library: TemplateLibrary
  fileprivate let entries: [TemplateEntry]

  /// The addresses from which pages would load something, as far as they are written out.
  public var loaded: [LoadedAddress] { library.loaded }

  /// Reads templates and looks up their paths in their models.
  ///
  /// - Parameters:
  ///   - files: The templates.
  ///   - entries: Which of them the program fills, and with what; they, and the templates they
  ///     reach, are all there may be.
  ///   - folder: What to put before a template's path in diagnostics.
  public init(files: [TemplateFile], entries: [TemplateEntry], folder: String = "templates") {
    var library = TemplateLibrary(models: entries.flatMap(\.model.all), folder: folder)
    for file in files.sorted(by: { $0.path < $1.path }) { library.add(file) }
    library.connect(entries)
    (self.library, self.entries) = (library, entries)
  }
}

/// The templates of a site, checked and compiled.
public struct TemplateSet: Sendable {
  /// The schemas that templates follow, compiled with ``XML/Schema/Role/template``.
  public struct Profiles: Sendable {
    /// For templates in XHTML.
    public var page: Schema

    /// For templates in SVG.
    public var chart: Schema

    /// Creates a pair of profiles.
    public init(page: Schema, chart: Schema) {
      self.page = page
      self.chart = chart
    }
  }

  private struct Compiled {
    let model: String
    let document: Program

    /// The same as a part of a page, if it can be one.
    var fragment: Program?

    init(
      _ template: BoundTemplate, as model: String, from library: TemplateLibrary,
      _ profiles: Profiles, _ rules: (page: ElementRules?, chart: ElementRules?)
    ) {
      self.model = model
      let isChart = template.path.hasSuffix(".svg")
      document = Assembler.assemble(
        template, from: library, by: isChart ? profiles.chart : profiles.page,
        isChart ? rules.chart : rules.page, asFragment: false)
      guard template.layout == nil, !template.isWholePage else { return }
      fragment = Assembler.assemble(
        template, from: library, by: profiles.page, rules.page, asFragment: true)
    }
  }

  private let programs: [String: Compiled]

  /// Checks and compiles templates.
  ///
  /// - Parameters:
  ///   - templates: The templates with their models.
  ///   - profiles: The schemas the templates follow as they stand.
  ///   - areRight: Whether they are known to follow them.
  /// - Throws: ``TemplateError`` with every mistake of all templates.
  public init(
    _ templates: BoundTemplates, profiles: Profiles, areRight: Bool = false
  ) async throws(TemplateError) {
    let (library, entries) = (templates.library, templates.entries)
    let rules = (page: profiles.page.elementRules(), chart: profiles.chart.elementRules())
    /// What is wrong with an entry, or what it is compiled to.
    typealias Outcome = (place: Int, mistakes: [Diagnostic], compiled: Compiled?)
    let outcomes = await withTaskGroup(of: Outcome.self) { group in
      for (place, entry) in entries.enumerated() {
        group.addTask {
          guard let template = library.templates[entry.path] else { return (place, [], nil) }
          let mistakes = areRight ? [] : ProfileCheck(library).mistakes(in: template, profiles)
          guard mistakes.isEmpty, library.mistakes.isEmpty else { return (place, mistakes, nil) }
          return (
            place, [], Compiled(template, as: entry.model.name, from: library, profiles, rules)
          )
        }
      }
      return await group.reduce(into: []) { $0.append($1) }.sorted { $0.place < $1.place }
    }
    let mistakes = library.mistakes + outcomes.flatMap(\.mistakes)
    guard mistakes.isEmpty else { throw TemplateError(diagnostics: mistakes) }
    var programs: [String: Compiled] = [:]
    for (place, _, compiled) in outcomes { programs[entries[place].path] = compiled }
    self.programs = programs
  }

  /// The template of an entry point.
  ///
  /// - Parameters:
  ///   - path: The path that was declared.
  ///   - model: The model that was declared with it.
  /// - Returns: The compiled template; asking for one that was not declared is a bug.
  public func template<Model: TemplateModel>(
    _ path: String, for model: Model.Type
  ) -> Template<Model> {
    guard let compiled = programs[path], compiled.model == Model.modelName else {
      preconditionFailure("'\(path)' is no entry point for '\(Model.modelName)'")
    }
    return Template(document: compiled.document, fragment: compiled.fragment)
  }
}

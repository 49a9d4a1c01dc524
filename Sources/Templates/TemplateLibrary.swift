import Diagnostics
import XML

/// Templates by their paths, and what is wrong with each and between them.
struct TemplateLibrary {
  private let models: [String: ModelShape]
  private let folder: String
  private var paths: [String] = []
  private(set) var templates: [String: BoundTemplate] = [:]
  private(set) var mistakes: [Diagnostic] = []

  /// The addresses from which pages would load something, as far as they are written out.
  private(set) var loaded: [LoadedAddress] = []

  /// The number of all models and templates that were taken up.
  private(set) var fingerprint: UInt64

  init(models: [ModelShape], folder: String) {
    self.models = Dictionary(models.map { ($0.name, $0) }) { first, _ in first }
    self.folder = folder
    fingerprint = models.map(\.fingerprint).reduce(Fingerprint.start, Fingerprint.mix)
  }

  private mutating func refuse(_ location: SourceLocation, _ message: String, hint: String? = nil) {
    mistakes.append(Diagnostic(.error, at: location, message, hint: hint))
  }

  private func location(of path: String) -> SourceLocation {
    SourceLocation(file: folder.isEmpty ? path : "\(folder)/\(path)")
  }

  // MARK: One template

  /// Takes up a template, as far as it can be understood.
  mutating func add(_ file: TemplateFile) {
    paths.append(file.path)
    fingerprint = [Fingerprint.of(file.path), Fingerprint.of(file.text, 0..<file.text.count)]
      .reduce(fingerprint, Fingerprint.mix)
    let root: Element
    do {
      root = try Element(parsing: file.text, file: location(of: file.path).file)
    } catch {
      mistakes += error.diagnostics
      return
    }
    let expected = file.path.hasSuffix(".svg") ? Markup.svg : Markup.xhtml
    guard root.namespace == expected else {
      return refuse(
        root.location, "'\(root.name)' is not in the namespace of its file's kind",
        hint: "write xmlns=\"\(expected)\" on the root")
    }
    guard let model = model(of: root) else { return }
    var binder = Binder(model)
    let bound = binder.bind(root: root)
    mistakes += binder.mistakes
    loaded += binder.loaded
    let layout = root.directive(.layout).map {
      Reference(path: $0.value.text, location: $0.value.start)
    }
    templates[file.path] = BoundTemplate(
      path: file.path, model: model, layout: layout, root: bound, location: root.location,
      references: binder.references, slot: binder.slot)
  }

  private mutating func model(of root: Element) -> ModelShape? {
    guard let attribute = root.directive(.model) else {
      refuse(
        root.location, "'\(root.name)' lacks a t:model", hint: "name the model the template fills")
      return nil
    }
    let name = attribute.value.text
    if let model = models[name] { return model }
    refuse(
      attribute.value.start, "'\(name)' is not a model",
      hint: Suggestion.hint(for: name, in: models.keys.sorted(), noun: "models"))
    return nil
  }

  // MARK: Between templates

  /// Follows the entries through layouts and includes, and reports what does not fit.
  mutating func connect(_ entries: [TemplateEntry]) {
    var reached: Set<String> = []
    for entry in entries {
      if !paths.contains(entry.path) {
        refuse(
          location(of: entry.path), "the template is missing",
          hint: "write it for the model '\(entry.model.name)', or copy it from a site that has one")
      }
      if let template = templates[entry.path], template.model.name != entry.model.name {
        refuse(
          template.location,
          "'\(entry.path)' is for '\(template.model.name)', not for '\(entry.model.name)'")
      }
      follow(entry.path, within: [], &reached)
    }
    let layouts = Set(templates.values.compactMap(\.layout?.path))
    for path in paths {
      if !reached.contains(path) {
        refuse(
          location(of: path), "the template is never used",
          hint: "remove it, or include it in another one")
      }
      if let slot = templates[path]?.slot, !layouts.contains(path) {
        refuse(slot, "'t:slot' stands in a template that is no layout")
      }
    }
  }

  private mutating func follow(_ path: String, within: [String], _ reached: inout Set<String>) {
    guard reached.insert(path).inserted, let template = templates[path] else { return }
    let within = within + [path]
    if let layout = template.layout, expect(layout) {
      checkLayout(layout, of: template)
      follow(layout.path, within: within, &reached)
    }
    for reference in template.references where expect(reference) {
      if within.contains(reference.path) {
        refuse(
          reference.location, "'\(reference.path)' includes itself",
          hint: "remove the t:include, or repeat an element with t:for")
      } else if templates[reference.path]?.layout != nil {
        refuse(reference.location, "'\(reference.path)' has a layout and cannot be included")
      }
      follow(reference.path, within: within, &reached)
    }
    checkIncludes(template.root)
  }

  private mutating func expect(_ reference: Reference) -> Bool {
    guard !paths.contains(reference.path) else { return true }
    refuse(
      reference.location, "'\(reference.path)' is not a template",
      hint: Suggestion.nearest(to: reference.path, in: paths).map { "did you mean '\($0)'?" }
        ?? "write it in the folder of the templates")
    return false
  }

  private mutating func checkLayout(_ layout: Reference, of page: BoundTemplate) {
    guard let frame = templates[layout.path] else { return }
    if frame.layout != nil {
      refuse(layout.location, "'\(layout.path)' has a layout itself")
    }
    if frame.slot == nil {
      refuse(
        layout.location, "'\(layout.path)' is no layout", hint: "give it a t:slot=\"main\"")
    }
    guard let slot = page.model.slot(of: frame.model.variable),
      case .record(let shape, isOptional: false) = page.model.fields[slot].kind,
      shape.name == frame.model.name
    else {
      return refuse(
        layout.location,
        "'\(page.model.name)' has no field '\(frame.model.variable)' of the model "
          + "'\(frame.model.name)', which the layout fills")
    }
  }

  private mutating func checkIncludes(_ node: BoundNode) {
    switch node {
    case .text, .slot: break
    case .element(let element): for child in element.children { checkIncludes(child) }
    case .loop(_, _, let nodes): for child in nodes { checkIncludes(child) }
    case .choice(_, let kept, let otherwise):
      for child in kept + otherwise { checkIncludes(child) }
    case .include(let reference, let path):
      guard let template = templates[reference.path], case .record(let shape, _) = path.kind,
        shape.name != template.model.name
      else { return }
      refuse(
        reference.location,
        "'\(reference.path)' is for '\(template.model.name)', not for '\(shape.name)'")
    }
  }
}

extension Element {
  /// The attribute of a directive.
  func directive(_ directive: Directive) -> Attribute? {
    attributes.first {
      $0.namespace == Directive.namespace && $0.name == directive.rawValue
    }
  }
}

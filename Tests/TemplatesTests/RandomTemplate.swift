import Templates
import TestSupport

/// What random templates are filled with.
struct Specimen: TemplateModel {
  var text = ""
  var maybe: String?
  var flag = false
  var sub: Item?
  var items: [Item] = []
  var body: Fragment?

  static let variable = "specimen"

  struct Item: TemplateModel {
    var text = ""
    var maybe: String?
    var flag = false
    var items: [Leaf] = []

    static let variable = "item"
  }

  struct Leaf: TemplateModel {
    var text = ""
    var maybe: String?
    var flag = false

    static let variable = "leaf"
  }
}

/// Templates that a grammar accepts as they stand; filled, they may well break it.
struct RandomTemplate {
  private let grammar: RandomGrammar
  private var random: SplitMix
  private var loops = 0
  private(set) var files: [TemplateFile] = []

  init(_ grammar: RandomGrammar, using random: inout SplitMix) {
    self.grammar = grammar
    self.random = random
    add("main.xhtml", definition: 0, Scope(variable: "specimen", level: 0))
    let part = self.random.int(in: 1...grammar.definitions.count - 1)
    add("part.xhtml", definition: part, Scope(variable: "item", level: 1))
    random = self.random
  }

  /// The variable in reach, and how deep in the model it is.
  private struct Scope {
    let variable: String
    let level: Int

    var model: String { ["Specimen", "Item", "Leaf"][level] }
  }

  private mutating func add(_ path: String, definition: Int, _ scope: Scope) {
    let text = element(definition, scope, root: root(scope.model))
    files.append(TemplateFile(path: path, text: text))
  }

  private mutating func chance(_ percent: Int) -> Bool { random.int(in: 1...100) <= percent }

  // MARK: Elements

  private mutating func child(_ number: Int, _ scope: Scope) -> String {
    var directives = ""
    var inner = scope
    if scope.level < 2, chance(30) {
      loops += 1
      inner = Scope(variable: "v\(loops)", level: scope.level + 1)
      // A variable's name holds no digits at its start.
      directives += " t:for='\(inner.variable) in \(scope.variable).items'"
    }
    if chance(25) { directives += " t:if='\(inner.variable).\(chance(50) ? "flag" : "maybe")'" }
    if scope.level == 0, inner.level == 0, chance(15) {
      return include(number, "specimen.sub", directives)
    }
    if inner.level == 1, chance(15) { return include(number, inner.variable, directives) }
    return element(number, inner, root: directives)
  }

  private mutating func include(_ number: Int, _ path: String, _ directives: String) -> String {
    let file = "p\(files.count)-\(loops).xhtml"
    loops += 1
    add(file, definition: number, Scope(variable: "item", level: 1))
    let name = grammar.definitions[number].name
    return "<\(name)\(directives) t:include='\(file)' t:with='\(path)'/>"
  }

  private mutating func element(_ number: Int, _ scope: Scope, root: String) -> String {
    let definition = grammar.definitions[number]
    var text = "<\(definition.name) \(root)"
    for attribute in definition.attributes where attribute.isRequired || chance(70) {
      text += " \(attribute.name)='\(value(attribute.value, scope))'"
    }
    if definition.entangled != nil {
      switch random.int(in: 0...2) {
      case 0: text += " mode='\(value("x", scope))'"
      case 1: text += " mode='\(value("y", scope))' m='\(value("z", scope))'"
      default: text += " mode='x'"
      }
    }
    if scope.level == 0, chance(10) { text += " t:fragment='specimen.body'" }
    return text + ">\(content(definition.content, scope))</\(definition.name)>"
  }

  private mutating func value(_ literal: String, _ scope: Scope) -> String {
    switch random.int(in: 0...6) {
    case 0, 1: literal
    case 2, 3: "{{ \(scope.variable).maybe }}"
    case 4: "{{ \(scope.variable).text }}{{ \(scope.variable).maybe }}"
    default: "{{ \(scope.variable).text }}"
    }
  }

  // MARK: Content

  private mutating func content(_ content: RandomGrammar.Content, _ scope: Scope) -> String {
    switch content {
    case .element(let number): return child(number, scope)
    case .text: return chance(30) ? "{{ \(scope.variable).text }}" : chance(30) ? "text" : " "
    case .group(let parts): return parts.map { self.content($0, scope) }.joined()
    case .choice(let one, let other):
      guard case .element(let first) = one, case .element(let second) = other, chance(50) else {
        return self.content(chance(50) ? one : other, scope)
      }
      return element(first, scope, root: " t:if='\(scope.variable).maybe'")
        + element(second, scope, root: " t:else=''")
    case .repeated(let how, let part):
      let least = how == "oneOrMore" ? 1 : 0
      let most = how == "optional" ? 1 : 2
      let count = random.int(in: least...most)
      return (0..<count).map { _ in self.content(part, scope) }.joined()
    }
  }
}

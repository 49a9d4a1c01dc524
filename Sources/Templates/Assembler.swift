import XML

/// Turns a template with its layout and includes into one program.
///
/// Bytes between holes run together across elements, includes and layouts.
struct Assembler {
  private let library: TemplateLibrary
  private var program = Program()
  private var pending: [UInt8] = []

  /// The page that a layout's slot stands for, and the registers of its variables.
  private var page: (root: BoundNode, variables: [Int: Int])?

  /// Assembles an entry point; the library must be without mistakes.
  static func assemble(_ template: BoundTemplate, from library: TemplateLibrary) -> Program {
    var assembler = Self(library: library)
    if let reference = template.layout, let layout = library.templates[reference.path] {
      assembler.page = (template.root, [0: 0])
      let frame = assembler.load(
        BoundPath(
          variable: 0, slots: [template.model.slot(of: layout.model.variable) ?? 0],
          kind: .unknown),
        [0: 0])
      assembler.emitRoot(layout.root, [0: frame])
    } else {
      assembler.emitRoot(template.root, [0: 0])
    }
    assembler.flush()
    return assembler.program
  }

  private init(library: TemplateLibrary) { self.library = library }

  // MARK: Bytes

  private mutating func write(_ text: String) { pending.append(contentsOf: text.utf8) }

  /// Stores bytes in the program.
  private mutating func store(_ bytes: [UInt8]) -> (from: Int, to: Int) {
    let from = program.bytes.count
    program.bytes += bytes
    return (from, program.bytes.count)
  }

  /// Writes out what is pending; a jump must not land inside it.
  private mutating func flush() {
    guard !pending.isEmpty else { return }
    let range = store(pending)
    pending = []
    program.instructions.append(.bytes(from: range.from, to: range.to))
  }

  private mutating func add(_ instruction: Program.Instruction) {
    flush()
    program.instructions.append(instruction)
  }

  /// Keeps a place for an instruction that needs to know how far what follows reaches.
  private mutating func reserve() -> Int {
    let index = here()
    program.instructions.append(.jump(index + 1))
    return index
  }

  /// The number of the next instruction, as a target for jumps.
  private mutating func here() -> Int {
    flush()
    return program.instructions.count
  }

  // MARK: Values

  private mutating func newRegister() -> Int {
    defer { program.registers += 1 }
    return program.registers
  }

  /// Where a path's value is, once registers point at the records on the way.
  ///
  /// A loop over texts points its register at a text, which is then its own first slot.
  private mutating func place(_ path: BoundPath, _ variables: [Int: Int]) -> Program.Place {
    var place = Program.Place(register: variables[path.variable] ?? 0, slot: path.slots.first ?? 0)
    for slot in path.slots.dropFirst() {
      let register = newRegister()
      add(.load(place, into: register))
      place = Program.Place(register: register, slot: slot)
    }
    return place
  }

  /// A register that points at a path's record.
  private mutating func load(_ path: BoundPath, _ variables: [Int: Int]) -> Int {
    guard !path.slots.isEmpty else { return variables[path.variable] ?? 0 }
    let place = place(path, variables)
    let register = newRegister()
    add(.load(place, into: register))
    return register
  }

  // MARK: Nodes

  private mutating func emitRoot(_ root: BoundNode, _ variables: [Int: Int]) {
    guard case .element(let element) = root else { return }
    if element.name == "html", element.namespace == Markup.xhtml { write("<!DOCTYPE html>\n") }
    emit(element, inside: nil, variables)
  }

  private mutating func emit(_ nodes: [BoundNode], inside: String, _ variables: [Int: Int]) {
    for node in nodes { emit(node, inside: inside, variables) }
  }

  private mutating func emit(_ node: BoundNode, inside namespace: String, _ variables: [Int: Int]) {
    switch node {
    case .text(let pieces):
      for piece in pieces {
        switch piece {
        case .literal(let text): Markup.append(text: text, to: &pending)
        case .hole(let path): add(.text(place(path, variables)))
        }
      }
    case .element(let element): emit(element, inside: namespace, variables)
    case .loop(let path, let variable, let body):
      emitLoop(path, variable, body, inside: namespace, variables)
    case .choice(let path, let kept, let otherwise):
      emitChoice(path, kept, otherwise, inside: namespace, variables)
    case .include(let reference, let path):
      guard let template = library.templates[reference.path] else { return }
      let register = load(path, variables)
      guard case .record(_, isOptional: true) = path.kind else {
        return emit(template.root, inside: namespace, [0: register])
      }
      // An absent record leaves nothing to include.
      let place = place(path, variables)
      let test = reserve()
      emit(template.root, inside: namespace, [0: register])
      program.instructions[test] = .jumpUnless(place, here())
    case .slot:
      guard let page else { return }
      emit(page.root, inside: namespace, page.variables)
    }
  }

  private mutating func emitLoop(
    _ path: BoundPath, _ variable: Int, _ body: [BoundNode], inside namespace: String,
    _ variables: [Int: Int]
  ) {
    let place = place(path, variables)
    let register = newRegister()
    let cursor = program.cursors
    program.cursors += 1
    var inner = variables
    inner[variable] = register
    let start = reserve()
    emit(body, inside: namespace, inner)
    add(.again(register: register, cursor: cursor, body: start + 1))
    program.instructions[start] = .each(
      place, register: register, cursor: cursor, end: here())
  }

  private mutating func emitChoice(
    _ path: BoundPath, _ kept: [BoundNode], _ otherwise: [BoundNode], inside namespace: String,
    _ variables: [Int: Int]
  ) {
    let place = place(path, variables)
    let test = reserve()
    emit(kept, inside: namespace, variables)
    guard !otherwise.isEmpty else {
      program.instructions[test] = .jumpUnless(place, here())
      return
    }
    let skip = reserve()
    program.instructions[test] = .jumpUnless(place, here())
    emit(otherwise, inside: namespace, variables)
    program.instructions[skip] = .jump(here())
  }

  // MARK: Elements

  private mutating func emit(
    _ element: BoundElement, inside outer: String?, _ variables: [Int: Int]
  ) {
    write("<\(element.name)")
    if outer != element.namespace {
      let declaration = " xmlns=\"\(element.namespace)\""
      if outer == nil, element.namespace == Markup.xhtml {
        let range = store(Array(declaration.utf8))
        add(.namespace(from: range.from, to: range.to))
      } else {
        write(declaration)
      }
    }
    for attribute in element.attributes { emit(attribute, variables) }
    if let fragment = element.fragment {
      write(">")
      add(.fragment(place(fragment, variables)))
    } else if element.children.isEmpty {
      guard element.namespace == Markup.xhtml, !Markup.isVoid(element.name) else {
        return write("/>")
      }
      write(">")
    } else {
      write(">")
      emit(element.children, inside: element.namespace, variables)
    }
    write("</\(element.name)>")
  }

  private mutating func emit(_ attribute: BoundAttribute, _ variables: [Int: Int]) {
    if let path = attribute.soleHole {
      switch path.kind {
      case .text(isOptional: true), .link(isOptional: true):
        let place = place(path, variables)
        let range = store(Array(" \(attribute.name)=\"".utf8))
        return add(.optionalAttribute(place, from: range.from, to: range.to))
      case .flag:
        let place = place(path, variables)
        let range = store(Array(" \(attribute.name)=\"\(attribute.name)\"".utf8))
        return add(.flagAttribute(place, from: range.from, to: range.to))
      default: break
      }
    }
    write(" \(attribute.name)=\"")
    for piece in attribute.pieces {
      switch piece {
      case .literal(let text): Markup.append(attributeValue: text, to: &pending)
      case .hole(let path): add(.attributeText(place(path, variables)))
      }
    }
    write("\"")
  }
}

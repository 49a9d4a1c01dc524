import Diagnostics
import XML

/// Turns a template with its layout and includes into one program.
///
/// Bytes between holes run together across elements, includes and layouts. On the way it is
/// decided what a document's structure depends on; see ``StructureMemory``.
struct Assembler {
  let library: TemplateLibrary

  /// The rules by which structures are told apart, if the schema has such.
  let rules: ElementRules?

  /// Whether the markup is going into other markup.
  let asFragment: Bool

  var program = Program()

  /// Fixed bytes that are not yet in the program, and the ids and links in them.
  var pending: [UInt8] = []
  var notes: [(role: Program.Judgement.Role, range: Range<Int>)] = []

  /// The page that a layout's slot stands for, and the registers of its variables.
  private(set) var page: (root: BoundNode, variables: Variables)?

  /// The registers that point at the records of a template's variables.
  typealias Variables = [Int: Int32]

  /// What children stand in.
  struct Surroundings {
    var namespace: String?

    /// How many elements are around.
    var depth = 0

    /// The number of the element's pattern, if its place in the document allows only one.
    var pattern: Int?

    /// What the choice of children counts with.
    var scope: Program.Scope

    /// The unit of what cannot be told apart further.
    var unit: Int32

    /// Whether white space means something, as in `pre`.
    var keepsSpace = false

    /// Whether readers copy it to the letter, as in `code`.
    var isCode = false
  }

  /// Assembles an entry point; the library must be without mistakes.
  static func assemble(
    _ template: BoundTemplate, from library: TemplateLibrary, by schema: Schema,
    _ rules: ElementRules?, asFragment: Bool
  ) -> Program {
    var assembler = Self(library: library, rules: rules, asFragment: asFragment)
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
    assembler.add(.close(unit: 0))
    assembler.program.isDecided = rules != nil
    assembler.program.flows = !template.path.hasSuffix(".svg")
    assembler.program.fingerprint = [
      schema.fingerprint, Fingerprint.of(template.path), asFragment ? 1 : 0,
    ].reduce(library.fingerprint, Fingerprint.mix)
    return assembler.program
  }

  private init(library: TemplateLibrary, rules: ElementRules?, asFragment: Bool) {
    self.library = library
    self.rules = rules
    self.asFragment = asFragment
  }

  // MARK: Bytes

  mutating func write(_ text: String) { pending.append(utf8: text) }

  /// Stores bytes in the program.
  mutating func store(_ text: String) -> Program.Bytes {
    let from = Int32(program.bytes.count)
    program.bytes += text.utf8
    return Program.Bytes(from: from, to: Int32(program.bytes.count))
  }

  /// Writes out what is pending; a jump must not land inside it.
  private mutating func flush() {
    guard !pending.isEmpty else { return }
    let from = Int32(program.bytes.count)
    program.bytes += pending
    program.instructions.append(
      .bytes(Program.Bytes(from: from, to: Int32(program.bytes.count))))
    for note in notes {
      program.instructions.append(
        .note(
          note.role, back: Int32(pending.count - note.range.lowerBound),
          count: Int32(note.range.count)))
    }
    pending = []
    notes = []
  }

  mutating func add(_ instruction: Program.Instruction) {
    flush()
    program.instructions.append(instruction)
  }

  /// Keeps a place for an instruction that needs to know how far what follows reaches.
  private mutating func reserve() -> Int {
    let index = here()
    program.instructions.append(.jump(index + 1))
    return Int(index)
  }

  /// The number of the next instruction, as a target for jumps.
  private mutating func here() -> Int32 {
    flush()
    return Int32(program.instructions.count)
  }

  /// A text as it is published: how far an author indents is nothing that a reader has to fetch.
  private static func unindented(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "\n")) else { return text }
    var bytes: [UInt8] = []
    var space: [UInt8] = []
    for byte in text.utf8 {
      if byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\t") {
        space.append(byte)
        continue
      }
      bytes += space.contains(UInt8(ascii: "\n")) ? [UInt8(ascii: "\n")] : space
      space = []
      bytes.append(byte)
    }
    bytes += space.contains(UInt8(ascii: "\n")) ? [UInt8(ascii: "\n")] : space
    return String(decoding: bytes, as: UTF8.self)
  }

  // MARK: Values

  private mutating func newRegister() -> Int32 {
    defer { program.registers += 1 }
    return program.registers
  }

  /// Where a path's value is, once registers point at the records on the way.
  ///
  /// A loop over texts points its register at a text, which is then its own first slot.
  mutating func place(_ path: BoundPath, _ variables: Variables) -> Program.Place {
    var place = Program.Place(
      register: variables[path.variable] ?? 0, slot: Int32(path.slots.first ?? 0))
    for slot in path.slots.dropFirst() {
      let register = newRegister()
      add(.load(place, into: register))
      place = Program.Place(register: register, slot: Int32(slot))
    }
    return place
  }

  /// A register that points at a path's record.
  private mutating func load(_ path: BoundPath, _ variables: Variables) -> Int32 {
    guard !path.slots.isEmpty else { return variables[path.variable] ?? 0 }
    let place = place(path, variables)
    let register = newRegister()
    add(.load(place, into: register))
    return register
  }

  // MARK: Nodes

  private mutating func emitRoot(_ root: BoundNode, _ variables: Variables) {
    guard case .element(let element) = root else { return }
    if element.name == "html", element.namespace == Markup.xhtml { write("<!DOCTYPE html>\n") }
    if let rules, let pattern = rules.root(element.ruleName) {
      program.kind = rules.kind(of: pattern)
    }
    emit(
      element, in: Surroundings(scope: .unit(0), unit: 0), variables)
  }

  mutating func emit(_ nodes: [BoundNode], in around: Surroundings, _ variables: Variables) {
    for node in nodes { emit(node, in: around, variables) }
  }

  private mutating func emit(
    _ node: BoundNode, in around: Surroundings, _ variables: Variables
  ) {
    switch node {
    case .text(let pieces):
      for piece in pieces {
        switch piece {
        case .literal(let text):
          Markup.append(text: around.keepsSpace ? text : Self.unindented(text), to: &pending)
        case .hole(let path):
          let place = place(path, variables)
          if case .unit(let unit) = around.scope {
            add(.decidingText(place, isCode: around.isCode, unit: unit))
          } else {
            add(.text(place, isCode: around.isCode))
          }
        }
      }
    case .element(let element): emit(element, in: around, variables)
    case .loop(let path, let variable, let body):
      emitLoop(path, variable, body, in: around, variables)
    case .choice(let path, let kept, let otherwise):
      emitChoice(path, kept, otherwise, in: around, variables)
    case .include(let reference, let path):
      guard let template = library.templates[reference.path] else { return }
      let register = load(path, variables)
      guard case .record(_, isOptional: true) = path.kind else {
        return emit(template.root, in: around, [0: register])
      }
      // An absent record leaves nothing to include.
      emitOptional(place(path, variables), in: around) {
        $0.emit(template.root, in: around, [0: register])
      }
    case .slot:
      guard let page else { return }
      emit(page.root, in: around, page.variables)
    }
  }

  private mutating func emitLoop(
    _ path: BoundPath, _ variable: Int, _ body: [BoundNode], in around: Surroundings,
    _ variables: Variables
  ) {
    let place = place(path, variables)
    let register = newRegister()
    let cursor = program.cursors
    program.cursors += 1
    var inner = variables
    inner[variable] = register
    let start = reserve()
    emit(body, in: around, inner)
    let counting = counting(body, in: around)
    let unit = if case .coarsely = counting { around.unit } else { Int32(-1) }
    add(.again(register: register, cursor: cursor, body: Int32(start + 1), unit: unit))
    program.instructions[start] = .each(
      place, register: register, cursor: cursor, end: here(), counting)
  }

  private mutating func emitChoice(
    _ path: BoundPath, _ kept: [BoundNode], _ otherwise: [BoundNode], in around: Surroundings,
    _ variables: Variables
  ) {
    let place = place(path, variables)
    guard !otherwise.isEmpty else {
      return emitOptional(place, in: around) { $0.emit(kept, in: around, variables) }
    }
    let test = reserve()
    emit(kept, in: around, variables)
    let skip = reserve()
    program.instructions[test] = .jumpUnless(place, here(), around.scope)
    emit(otherwise, in: around, variables)
    program.instructions[skip] = .jump(here())
  }

  /// What is there or not; where the schema allows both, libxml2 need not see it twice.
  private mutating func emitOptional(
    _ place: Program.Place, in around: Surroundings, _ emitBody: (inout Self) -> Void
  ) {
    guard case .alone = around.scope else {
      let test = reserve()
      emitBody(&self)
      program.instructions[test] = .jumpUnless(place, here(), around.scope)
      return
    }
    let cursor = program.cursors
    program.cursors += 1
    add(.beginOptional(cursor: cursor, unit: around.unit))
    let test = reserve()
    emitBody(&self)
    add(.endOptional(cursor: cursor, unit: around.unit))
    program.instructions[test] = .jumpUnless(place, here(), around.scope)
  }
}

import XML

/// Carries out a program.
///
/// Nothing can fail: every path was found when the template was loaded.
struct Renderer {
  /// Where a loop stands.
  private struct Cursor {
    var next: Int32 = 0
    var stride: Int32 = 0
    var left: Int32 = 0

    /// How many items are written, and how many of them a list of the same structure has.
    var written: Int32 = 0
    var fewest: Int32 = 2

    /// What was there before the present item.
    var start = 0
    var news = 0
    var unit: UInt64 = 0
  }

  /// Where each variable's record or text is; negative if it is absent.
  private var registers: [Int32]
  private var cursors: [Cursor]

  /// What came out so far in each unit.
  private var units: [UInt64]
  private var valueStart = 0
  private let values: Values
  private let program: Program

  /// Prepares to render the record that stands at the start of the values.
  init(_ program: Program, _ values: Values) {
    self.program = program
    self.values = values
    registers = Array(repeating: 0, count: Int(program.registers))
    cursors = Array(repeating: Cursor(), count: Int(program.cursors))
    units = Array(repeating: program.fingerprint, count: Int(program.units))
  }

  mutating func run(into document: inout RenderedDocument) {
    if !program.isDecided { document.isDecided = false }
    let instructions = program.instructions
    var next = 0
    while next < instructions.count {
      let number = next
      next += 1
      switch instructions[number] {
      case .bytes(let range): append(range, to: &document)
      case .text(let place, let isCode):
        append(value(at: place), isCode: isCode, to: &document.bytes)
      case .decidingText(let place, let isCode, let unit):
        let value = value(at: place)
        append(value, isCode: isCode, to: &document.bytes)
        mix(isBlank(value) ? 0 : 1, into: unit)
      case .attributeText(let place):
        append(value(at: place), isAttribute: true, to: &document.bytes)
      case .optionalAttribute(let place, let range, let judgement):
        append(value(at: place), as: range, number, Int(judgement), to: &document)
      case .flagAttribute(let place, let range, let scope):
        let isPresent = value(at: place).isPresent
        if isPresent { append(range, to: &document) }
        count(isPresent ? 1 : 0, of: number, with: scope, in: &document)
      case .fragment(let place, let site):
        if case .fragment(let fragment) = value(at: place) {
          append(values.fragments[Int(fragment)], number, program.sites[Int(site)], to: &document)
        }
      case .load(let place, let register):
        if case .record(let start) = value(at: place) {
          registers[Int(register)] = start
        } else {
          registers[Int(register)] = -1
        }
      case .jump(let target): next = Int(target)
      case .jumpUnless(let place, let target, let scope):
        let isPresent = value(at: place).isPresent
        if !isPresent { next = Int(target) }
        count(isPresent ? 1 : 0, of: number, with: scope, in: &document)
      case .each(let place, let register, let cursor, let end, let counting):
        var loop = Cursor()
        if case .list(let start, let stride, let count) = value(at: place) {
          loop = Cursor(next: start, stride: stride, left: count)
        }
        switch counting {
        case .coarsely(let scope):
          let length = UInt64(min(loop.left, 2))
          count(length, of: number, with: scope, in: &document)
          // One item does where nobody has to be shown that there can be more.
          if case .alone = scope, document.isKnown(structure(length, of: number)) {
            loop.fewest = 1
          }
        case .exactly(let unit): mix(UInt64(loop.left), into: unit)
        }
        cursors[Int(cursor)] = loop
        if !advance(cursor, register) { next = Int(end) }
      case .again(let register, let cursor, let body, let unit):
        if unit >= 0 { endItem(cursor, unit, in: &document) }
        if advance(cursor, register) { next = Int(body) }
      case .beginOptional(let cursor, let unit): beginPart(cursor, unit, in: document)
      case .endOptional(let cursor, let unit):
        if isOld(cursor, unit, in: document) {
          document.repeats(cursors[Int(cursor)].start..<document.bytes.count)
        }
      case .beginValue: valueStart = document.bytes.count
      case .endValue(let judgement): judge(Int(judgement), in: &document)
      case .note(let role, let back, let count):
        let start = document.bytes.count - Int(back)
        document.note(role, start..<start + Int(count))
      case .endTitle: if document.bytes.count > valueStart { document.hasTitle = true }
      case .lacksAlternative: document.noteMissingAlternative()
      case .open(let unit): units[Int(unit)] = Fingerprint.mix(program.fingerprint, UInt64(number))
      case .close(let unit): document.insert(units[Int(unit)])
      }
    }
  }

  private func value(at place: Program.Place) -> Value {
    let start = registers[Int(place.register)]
    return start < 0 ? .absent : values[Int(start + place.slot)]
  }

  /// Points a loop's register at its next item.
  ///
  /// - Returns: False if there is none.
  private mutating func advance(_ cursor: Int32, _ register: Int32) -> Bool {
    let cursor = Int(cursor)
    guard cursors[cursor].left > 0 else { return false }
    registers[Int(register)] = cursors[cursor].next
    cursors[cursor].next += cursors[cursor].stride
    cursors[cursor].left -= 1
    return true
  }

  /// Notes an item that tells nothing new: one more than the list needs, that added no structure
  /// that is not known, and nothing to the unit that the loop stands in.
  private mutating func endItem(
    _ cursor: Int32, _ unit: Int32, in document: inout RenderedDocument
  ) {
    let loop = cursors[Int(cursor)]
    if loop.written >= loop.fewest, isOld(cursor, unit, in: document) {
      document.repeats(loop.start..<document.bytes.count)
    }
    cursors[Int(cursor)].written += 1
    // What is known of the state before an item begins with the end of the one before it.
    beginPart(cursor, unit, in: document)
  }

  /// Notes what there is before a part that may tell nothing new.
  private mutating func beginPart(_ cursor: Int32, _ unit: Int32, in document: RenderedDocument) {
    cursors[Int(cursor)].start = document.bytes.count
    cursors[Int(cursor)].news = document.news
    cursors[Int(cursor)].unit = units[Int(unit)]
  }

  /// Whether a part added no structure that is not known, and nothing to the unit that it stands in.
  private func isOld(_ cursor: Int32, _ unit: Int32, in document: RenderedDocument) -> Bool {
    cursors[Int(cursor)].news == document.news && cursors[Int(cursor)].unit == units[Int(unit)]
  }

  // MARK: Writing

  private func append(_ range: Program.Bytes, to document: inout RenderedDocument) {
    Markup.append(Int(range.from)..<Int(range.to), of: program.bytes, to: &document.bytes)
  }

  private func append(
    _ value: Value, isAttribute: Bool = false, isCode: Bool = false, to output: inout [UInt8]
  ) {
    guard case .text(let from, let to) = value else { return }
    let range = Int(from)..<Int(to)
    if program.flows, !isAttribute, !isCode {
      return UnbrokenText.append(range, of: values.texts, to: &output)
    }
    Markup.append(escaping: range, of: values.texts, isAttribute: isAttribute, to: &output)
  }

  private func isBlank(_ value: Value) -> Bool {
    guard case .text(let from, let to) = value else { return true }
    return values.texts[Int(from)..<Int(to)].allSatisfy(\.isBlank)
  }

  private mutating func append(
    _ value: Value, as name: Program.Bytes, _ number: Int, _ judgement: Int,
    to document: inout RenderedDocument
  ) {
    let isPresent = value.isPresent
    count(isPresent ? 1 : 0, of: number, with: program.judgements[judgement].scope, in: &document)
    guard isPresent else {
      if program.judgements[judgement].role == .alternative { document.noteMissingAlternative() }
      return
    }
    append(name, to: &document)
    valueStart = document.bytes.count
    append(value, isAttribute: true, to: &document.bytes)
    judge(judgement, in: &document)
    document.bytes.append(UInt8(ascii: "\""))
  }

  private mutating func append(
    _ fragment: Fragment, _ number: Int, _ site: Program.FragmentSite,
    to document: inout RenderedDocument
  ) {
    let start = document.bytes.count
    document.append(fragment)
    if let kinds = site.kinds, fragment.content.kinds.allSatisfy(kinds.contains) {
      document.takeStructures(of: fragment, at: start)
    } else {
      let bytes = fragment.bytes
      let exact = Fingerprint.of(bytes, 0..<bytes.count)
      count(exact, of: number, with: site.scope, in: &document)
    }
  }

  // MARK: Telling structures apart

  private mutating func mix(_ outcome: UInt64, into unit: Int32) {
    units[Int(unit)] = Fingerprint.mix(units[Int(unit)], outcome)
  }

  /// Counts what came out of an instruction.
  private mutating func count(
    _ outcome: UInt64, of number: Int, with scope: Program.Scope,
    in document: inout RenderedDocument
  ) {
    switch scope {
    case .alone: document.insert(structure(outcome, of: number))
    case .unit(let unit): mix(outcome, into: unit)
    }
  }

  /// What stands for an outcome of an instruction.
  private func structure(_ outcome: UInt64, of number: Int) -> UInt64 {
    // Far apart, so that no outcome of one is an outcome of another.
    let instruction = program.fingerprint &+ UInt64(number + 1) &* 0xA076_1D64_78BD_642F
    return Fingerprint.mix(instruction, outcome)
  }

  /// Keeps what is to be known of the value that was begun.
  private mutating func judge(_ number: Int, in document: inout RenderedDocument) {
    let range = valueStart..<document.bytes.count
    let judgement = program.judgements[number]
    document.note(judgement.role, range)
    guard let type = judgement.type else { return }
    let value = type.fingerprint(of: document.bytes, range)
    switch judgement.scope {
    case .alone: document.insert(value)
    case .unit(let unit): mix(value, into: unit)
    }
  }
}

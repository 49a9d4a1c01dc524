import XML

/// Carries out a program.
///
/// Nothing can fail: every path was found when the template was loaded.
struct Renderer {
  /// Where a loop stands.
  private struct Cursor {
    var next = 0
    var stride = 0
    var left = 0
  }

  /// Where each variable's record or text is; negative if it is absent.
  private var registers: [Int]
  private var cursors: [Cursor]
  private let values: Values
  private let program: Program
  private let page: PagePlace

  /// Prepares to render the record that stands at the start of the values.
  init(_ program: Program, _ values: Values, on page: PagePlace) {
    self.program = program
    self.values = values
    self.page = page
    registers = Array(repeating: 0, count: program.registers)
    cursors = Array(repeating: Cursor(), count: program.cursors)
  }

  mutating func run(asFragment: Bool, into output: inout [UInt8]) {
    let instructions = program.instructions
    let bytes = program.bytes
    var next = 0
    while next < instructions.count {
      let instruction = instructions[next]
      next += 1
      switch instruction {
      case .bytes(let from, let to): output.append(contentsOf: bytes[from..<to])
      case .namespace(let from, let to):
        if !asFragment { output.append(contentsOf: bytes[from..<to]) }
      case .text(let place):
        if case .text(let text) = value(at: place) { Markup.append(text: text, to: &output) }
      case .attributeText(let place):
        append(attributeValue: value(at: place), to: &output)
      case .optionalAttribute(let place, let from, let to):
        let value = value(at: place)
        guard value.isPresent else { continue }
        output.append(contentsOf: bytes[from..<to])
        append(attributeValue: value, to: &output)
        output.append(UInt8(ascii: "\""))
      case .flagAttribute(let place, let from, let to):
        if value(at: place).isPresent { output.append(contentsOf: bytes[from..<to]) }
      case .fragment(let place):
        if case .fragment(let fragment) = value(at: place) {
          output.append(contentsOf: fragment.bytes)
        }
      case .load(let place, let register):
        if case .record(let start) = value(at: place) {
          registers[register] = start
        } else {
          registers[register] = -1
        }
      case .jump(let target): next = target
      case .jumpUnless(let place, let target):
        if !value(at: place).isPresent { next = target }
      case .each(let place, let register, let cursor, let end):
        cursors[cursor] = Cursor()
        if case .list(let start, let stride, let count) = value(at: place) {
          cursors[cursor] = Cursor(next: start, stride: stride, left: count)
        }
        if !advance(cursor, register) { next = end }
      case .again(let register, let cursor, let body):
        if advance(cursor, register) { next = body }
      }
    }
  }

  private func value(at place: Program.Place) -> Value {
    let start = registers[place.register]
    return start < 0 ? .absent : values[start + place.slot]
  }

  private func append(attributeValue value: Value, to output: inout [UInt8]) {
    switch value {
    case .text(let text): Markup.append(attributeValue: text, to: &output)
    case .link(let link):
      let (way, target) = link.parts(on: page)
      Markup.append(attributeValue: way, to: &output)
      Markup.append(attributeValue: target, to: &output)
    default: break
    }
  }

  /// Points a loop's register at its next item.
  ///
  /// - Returns: False if there is none.
  private mutating func advance(_ cursor: Int, _ register: Int) -> Bool {
    guard cursors[cursor].left > 0 else { return false }
    registers[register] = cursors[cursor].next
    cursors[cursor].next += cursors[cursor].stride
    cursors[cursor].left -= 1
    return true
  }
}

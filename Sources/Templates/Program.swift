/// A template as a flat list of steps, with all fixed text in one run of bytes.
struct Program: Sendable {
  /// Where a value is found: so many slots after where a register points.
  struct Place: Sendable {
    var register: Int
    var slot: Int
  }

  enum Instruction: Sendable {
    /// Writes fixed bytes.
    case bytes(from: Int, to: Int)

    /// Writes the root's namespace, unless the markup is going into other markup.
    case namespace(from: Int, to: Int)

    /// Writes a text between tags.
    case text(Place)

    /// Writes a text or a link inside an attribute's quotes.
    case attributeText(Place)

    /// Writes fixed bytes, a text or a link, and a quote, if there is such a value.
    case optionalAttribute(Place, from: Int, to: Int)

    /// Writes fixed bytes if the flag is true.
    case flagAttribute(Place, from: Int, to: Int)

    /// Writes validated markup.
    case fragment(Place)

    /// Points a register at a record.
    case load(Place, into: Int)

    case jump(Int)
    case jumpUnless(Place, Int)

    /// Starts a loop with its first item, or jumps past it.
    case each(Place, register: Int, cursor: Int, end: Int)

    /// Jumps back with the next item, or goes on.
    case again(register: Int, cursor: Int, body: Int)
  }

  var instructions: [Instruction] = []
  var bytes: [UInt8] = []
  var registers = 1
  var cursors = 0
}

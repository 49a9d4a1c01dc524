import XML

/// A template as a flat list of steps, with all fixed text in one run of bytes.
struct Program: Sendable {
  /// Where a value is found: so many slots after where a register points.
  struct Place: Sendable {
    var register: Int32
    var slot: Int32
  }

  /// A part of the fixed bytes.
  struct Bytes: Sendable {
    var from: Int32
    var to: Int32
  }

  /// What an outcome counts with when structures are told apart.
  enum Scope: Sendable, Equatable {
    /// With nothing else: whatever else happens, the outcome is right or wrong.
    case alone

    /// With the others of the same unit, in the order in which they come.
    case unit(Int32)
  }

  /// How the length of a list counts.
  enum Counting: Sendable {
    /// None, one and more are all that can matter.
    case coarsely(Scope)
    case exactly(Int32)
  }

  enum Instruction: Sendable {
    case bytes(Bytes)

    /// Writes a text between tags; code as it stands.
    case text(Place, isCode: Bool)

    /// Writes a text where it matters whether there is any.
    case decidingText(Place, isCode: Bool, unit: Int32)

    /// Writes a text or a link inside an attribute's quotes.
    case attributeText(Place)

    /// Writes fixed bytes, a text or a link, and a quote, if there is such a value.
    case optionalAttribute(Place, Bytes, judgement: Int32)

    /// Writes fixed bytes if the flag is true.
    case flagAttribute(Place, Bytes, Scope)

    /// Writes validated markup.
    case fragment(Place, site: Int32)

    /// Points a register at a record.
    case load(Place, into: Int32)

    case jump(Int32)
    case jumpUnless(Place, Int32, Scope)

    /// Starts a loop with its first item, or jumps past it.
    case each(Place, register: Int32, cursor: Int32, end: Int32, Counting)

    /// Jumps back with the next item, or goes on. The unit is the one that the loop stands in;
    /// negative where the length of the list counts exactly.
    case again(register: Int32, cursor: Int32, body: Int32, unit: Int32)

    /// Stands around what the schema allows to be left out, in the unit that the place is in.
    case beginOptional(cursor: Int32, unit: Int32)
    case endOptional(cursor: Int32, unit: Int32)

    // What follows writes nothing, and keeps what is to be known of the document.

    /// A value begins here.
    case beginValue

    /// The value that was begun is written.
    case endValue(judgement: Int32)

    /// A fixed id or link stands so many bytes ago.
    case note(Judgement.Role, back: Int32, count: Int32)

    /// The title of a page is what was written since the value began.
    case endTitle

    /// An image has no text.
    case lacksAlternative

    /// A unit of outcomes begins, or is complete.
    case open(unit: Int32)
    case close(unit: Int32)
  }

  /// What is to be known of an attribute's value.
  struct Judgement: Sendable {
    enum Role: Sendable { case none, id, link, reference, alternative }

    var role: Role

    /// How values are told apart; `nil` if any text is right.
    var type: ValueType?
    var scope: Scope

    /// Whether the value can simply be written.
    var isVoid: Bool { role == .none && type == nil }
  }

  /// Where a fragment goes.
  struct FragmentSite: Sendable {
    /// The kinds of fragments that may stand here in any number and order, if there are such.
    var kinds: Set<UInt64>?

    /// With what any other fragment counts as it is.
    var scope = Scope.alone
  }

  var instructions: [Instruction] = []
  var bytes: [UInt8] = []
  var registers: Int32 = 1
  var cursors: Int32 = 0
  var judgements: [Judgement] = []
  var sites: [FragmentSite] = []

  /// The first unit is the document as a whole.
  var units: Int32 = 1

  /// Whether structures tell all there is to know; if not, every document has to be validated.
  var isDecided = false

  /// Whether browsers break its texts into lines, so that names and numbers have to be kept whole.
  var flows = false

  /// What the program makes, when it makes a fragment.
  var kind: UInt64 = 0

  /// Tells one program from another by what it was made of, so that their outcomes never mix.
  var fingerprint: UInt64 = 0
}

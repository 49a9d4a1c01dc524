import Messages

/// What the members of an object in a data file are: the one list from which the JSON Schema and
/// the page of field descriptions are made.
///
/// Descriptions are kept in English; who writes one for readers puts it into the language of the site.
struct DataShape: Sendable {
  /// A name for definitions and headings, such as `invoice`.
  let name: String

  /// What the object stands for, in a sentence.
  let description: String

  /// Its members, in the order in which files have them.
  let fields: [DataField]

  init(_ name: String, _ description: String, _ fields: [DataField]) {
    (self.name, self.description, self.fields) = (name, description, fields)
  }
}

/// A member of an object in a data file.
struct DataField: Sendable {
  let key: String
  let type: DataType

  /// Whether every object has it.
  let isRequired: Bool

  /// What it says, and why it may be missing or null, in a sentence.
  let description: String

  init(_ key: String, _ type: DataType, _ description: String, required: Bool = true) {
    (self.key, self.type, isRequired, self.description) = (key, type, required, description)
  }

  /// A member that some objects do not have.
  static func optional(_ key: String, _ type: DataType, _ description: String) -> DataField {
    DataField(key, type, description, required: false)
  }
}

/// What a member of a data file may hold.
indirect enum DataType: Sendable {
  /// Words for readers, or a word of a set that may grow.
  case text

  /// One of these words.
  case choice([String])

  /// The name of a thing, the same in all files.
  case id

  /// US dollars as a decimal text with up to twelve decimals.
  case dollars

  /// A number as text: a decimal, or a fraction where a decimal would have no end.
  case exact

  /// A number as a decimal text.
  case decimal

  /// A day, `YYYY-MM-DD`, or a month, `YYYY-MM`.
  case date

  /// A JSON number.
  case number

  /// A JSON number that is whole and counts from 0: a place in a list, or a count.
  case whole
  case flag

  /// 64 hexadecimal digits.
  case hash

  /// Any of the types.
  case any([DataType])

  /// That type, or null for what nobody states.
  case nullable(DataType)
  case list(DataType)

  /// A list that has one value of each type, in this order.
  case tuple([DataType])

  /// An object whose members have names of their own.
  case map(DataType)
  case object(DataShape)

  /// The shape that the field belongs to, by its name: what holds others of its kind.
  case itself(String)

  /// The shapes inside, once each, in the order of first use.
  var shapes: [DataShape] {
    var found: [DataShape] = []
    collect(into: &found)
    return found
  }

  private func collect(into found: inout [DataShape]) {
    switch self {
    case .any(let types), .tuple(let types): for type in types { type.collect(into: &found) }
    case .nullable(let type), .list(let type), .map(let type): type.collect(into: &found)
    case .object(let shape):
      guard !found.contains(where: { $0.name == shape.name }) else { return }
      found.append(shape)
      for field in shape.fields { field.type.collect(into: &found) }
    case .text, .choice, .id, .dollars, .exact, .decimal, .date, .number, .whole, .flag, .hash,
      .itself:
      break
    }
  }

  /// What the page of field descriptions says.
  var words: String {
    switch self {
    case .text: localized("text", context: "type")
    case .choice(let words): words.map { localized("“\($0)”") }.joined(separator: ", ")
    case .id: localized("id", context: "type")
    case .dollars: localized("dollars", context: "type")
    case .exact: localized("exact number")
    case .decimal: localized("decimal", context: "type")
    case .date: localized("date", context: "type")
    case .number: localized("JSON number")
    case .whole: localized("whole JSON number")
    case .flag: localized("true or false")
    case .hash: "SHA-256"
    case .any(let types): types.map(\.words).joined(separator: localized(" or "))
    case .nullable(let type): localized("\(type.words), or null")
    case .list(let type): localized("list of \(type.words)")
    case .tuple(let types): localized("list: \(types.map(\.words).joined(separator: "; "))")
    case .map(let type): localized("object by name: \(type.words)")
    case .object(let shape): shape.name
    case .itself(let name): name
    }
  }
}

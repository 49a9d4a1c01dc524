import Diagnostics
import Messages

/// The JSON Schema of a kind of data file.
enum DataSchema {
  /// Writes the schema of draft 2020-12.
  ///
  /// - Parameter file: The kind of file.
  /// - Returns: The schema, in which every object with members of its own is a definition.
  static func json(of file: DataFileKind) -> JSONValue {
    let head: [(String, JSONValue)] = [
      ("$schema", .string("https://json-schema.org/draft/2020-12/schema")),
      ("title", .string(file.path)), ("description", .string(localized(name: file.description))),
    ]
    let definitions = file.root.shapes.map { ($0.name, JSONValue.object(members($0))) }
    return .object(head + members(file.root) + [("$defs", .object(definitions))])
  }

  private static func members(_ shape: DataShape) -> [(String, JSONValue)] {
    [
      ("description", .string(localized(name: shape.description))), ("type", .string("object")),
      (
        "properties",
        .object(
          shape.fields.map { field in
            (
              field.key,
              .object(
                [("description", .string(localized(name: field.description)))]
                  + members(field.type))
            )
          })
      ),
      ("required", .strings(shape.fields.filter(\.isRequired).map(\.key))),
      ("additionalProperties", .boolean(false)),
    ]
  }

  private static func members(_ type: DataType) -> [(String, JSONValue)] {
    func text(_ pattern: String) -> [(String, JSONValue)] {
      [("type", .string("string")), ("pattern", .string("^(?:\(pattern))$"))]
    }
    switch type {
    case .text: return [("type", .string("string"))]
    case .choice(let words): return [("enum", .strings(words))]
    case .id: return text("[a-z0-9][a-z0-9._-]*")
    case .dollars: return text("-?(?:0|[1-9][0-9]*)(?:\\.[0-9]{0,11}[1-9])?")
    case .exact: return text("-?(?:0|[1-9][0-9]*)(?:\\.[0-9]*[1-9]|/[1-9][0-9]*)?")
    case .decimal: return text("-?(?:0|[1-9][0-9]*)(?:\\.[0-9]*[1-9])?")
    case .date: return text("[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?")
    case .number: return [("type", .string("number"))]
    case .whole: return [("type", .string("integer")), ("minimum", .number(0))]
    case .flag: return [("type", .string("boolean"))]
    case .hash: return text("[0-9a-f]{64}")
    case .any(let types): return [("anyOf", .array(types.map { .object(members($0)) }))]
    case .nullable(let inner):
      return [("anyOf", .array([.object(members(inner)), .object([("type", .string("null"))])]))]
    case .list(let inner):
      return [("type", .string("array")), ("items", .object(members(inner)))]
    case .tuple(let types):
      return [
        ("type", .string("array")), ("prefixItems", .array(types.map { .object(members($0)) })),
        ("minItems", .number(types.count)), ("maxItems", .number(types.count)),
      ]
    case .map(let inner):
      return [("type", .string("object")), ("additionalProperties", .object(members(inner)))]
    case .object(let shape): return [("$ref", .string("#/$defs/\(shape.name)"))]
    case .itself(let name): return [("$ref", .string("#/$defs/\(name)"))]
    }
  }
}

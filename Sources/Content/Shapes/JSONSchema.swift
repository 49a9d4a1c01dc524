import Diagnostics
import Pricing

/// Tells editors what a content format may hold, so that they complete and check it.
public enum JSONSchema {
  /// Writes a shape as a JSON Schema of draft 2020-12.
  ///
  /// Nested shapes are definitions, once each, by name. The patterns accept what the reader
  /// accepts, but for what no pattern can say: the days of a month, the order of a range.
  ///
  /// - Parameter shape: The mapping that is the whole file.
  /// - Returns: The schema, two spaces an indent, with a line feed at its end.
  /// - Precondition: Two different shapes inside have different names.
  public static func text(of shape: Shape) -> String {
    var definitions: [(name: String, shape: Shape)] = []
    collect(shape.fields, into: &definitions)
    var members: [(String, JSONValue)] = [
      ("$schema", .string("https://json-schema.org/draft/2020-12/schema")),
      ("title", .string(shape.name)),
    ]
    members += object(shape)
    if !definitions.isEmpty {
      members.append(("$defs", .object(definitions.map { ($0.name, .object(object($0.shape))) })))
    }
    return JSONValue.object(members).text + "\n"
  }

  /// Nested shapes in the order of their first use.
  private static func collect(
    _ fields: [Field], into definitions: inout [(name: String, shape: Shape)]
  ) {
    for field in fields {
      var kind = field.kind
      while true {
        switch kind {
        case .list(let inner), .map(let inner):
          kind = inner
          continue
        case .shape(let shape), .oneOrMore(let shape):
          let name = identifier(of: shape)
          if let known = definitions.first(where: { $0.name == name }) {
            precondition(known.shape == shape, "two shapes are named '\(shape.name)'")
          } else {
            definitions.append((name, shape))
            collect(shape.fields, into: &definitions)
          }
        default: break
        }
        break
      }
    }
  }

  private static func identifier(of shape: Shape) -> String {
    shape.name.split(separator: " ").joined(separator: "-")
  }

  private static func object(_ shape: Shape) -> [(String, JSONValue)] {
    let required = shape.fields.filter { $0.presence == .required }.map(\.key)
    var members: [(String, JSONValue)] = [
      ("description", .string(shape.documentation)),
      ("type", .string("object")),
      ("properties", .object(shape.fields.map { ($0.key, property($0)) })),
    ]
    if shape.takesCurrencies { members.append(("patternProperties", currencies(of: shape))) }
    if !required.isEmpty { members.append(("required", .strings(required))) }
    return members + [("additionalProperties", .boolean(false))]
  }

  /// The keys of prices in other currencies.
  private static func currencies(of shape: Shape) -> JSONValue {
    let codes = Currency.allCases.map(\.prefix).joined(separator: "|")
    let units = RateUnit.allCases.filter { shape.field($0.key) != nil }
      .map { String($0.key.dropFirst(4)) }.joined(separator: "|")
    return .object([
      (
        "^(\(codes))_(\(units))$",
        .object(
          [
            (
              "description",
              .string("The same in another currency, which content/exchange-rates.yaml has.")
            )
          ] + scalarConstraints(of: .decimalRange))
      )
    ])
  }

  private static func property(_ field: Field) -> JSONValue {
    var members: [(String, JSONValue)] = [("description", .string(field.documentation))]
    members += constraints(of: field.kind)
    if let example = field.example { members.append(("examples", .array([.string(example)]))) }
    return .object(members)
  }

  private static func constraints(of kind: Kind) -> [(String, JSONValue)] {
    switch kind {
    case .boolean: [("type", .string("boolean"))]
    case .choice(let words): [("enum", .strings(words))]
    case .shape(let shape): [("$ref", .string("#/$defs/\(identifier(of: shape))"))]
    case .oneOrMore(let shape):
      [
        (
          "anyOf",
          .array([
            .object(constraints(of: .shape(shape))),
            .object(constraints(of: .list(of: .shape(shape)))),
          ])
        )
      ]
    case .list(let inner):
      [
        ("type", .string("array")), ("minItems", .number(1)),
        ("items", .object(constraints(of: inner))),
      ]
    case .map(let inner):
      [
        ("type", .string("object")),
        ("propertyNames", .object(constraints(of: .identifier))),
        ("additionalProperties", .object(constraints(of: inner))),
      ]
    default: scalarConstraints(of: kind)
    }
  }

  private static func scalarConstraints(of kind: Kind) -> [(String, JSONValue)] {
    let pattern = kind.pattern.map { [("pattern", JSONValue.string($0))] } ?? []
    return switch kind {
    case .count, .countRange:
      [("type", .strings(["integer", "string"])), ("minimum", .number(0))] + pattern
    case .decimal, .decimalRange:
      [("type", .strings(["number", "string"])), ("minimum", .number(0))] + pattern
    case .date: [("type", .string("string")), ("format", .string("date"))] + pattern
    case .address: [("type", .string("string")), ("format", .string("uri"))] + pattern
    default: [("type", .string("string"))] + pattern
    }
  }
}

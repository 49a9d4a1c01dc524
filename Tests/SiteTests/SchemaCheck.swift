import Foundation

/// Checks a JSON value against a JSON Schema, as far as the published ones go.
struct SchemaCheck {
  private let root: [String: Any]

  /// What is wrong, a line each.
  private(set) var mistakes: [String] = []

  /// The members that were seen, as `definition.key`.
  private(set) var seen: Set<String> = []

  /// The keywords that are understood; another one must not be passed over.
  private static let keywords: Set = [
    "$schema", "$defs", "$ref", "title", "description", "type", "properties", "required",
    "additionalProperties", "pattern", "enum", "minimum", "items", "anyOf", "prefixItems",
    "minItems", "maxItems",
  ]

  init(_ schema: [String: Any]) { root = schema }

  mutating func check(_ value: Any, at path: String) {
    check(value, root, "root", path)
  }

  /// Every member that the schema knows, as `definition.key`.
  var known: Set<String> {
    let definitions = root["$defs"] as? [String: [String: Any]] ?? [:]
    return Set(
      definitions.flatMap { name, schema in
        (schema["properties"] as? [String: Any] ?? [:]).keys.map { "\(name).\($0)" }
      })
  }

  private mutating func check(
    _ value: Any, _ schema: [String: Any], _ name: String, _ path: String
  ) {
    for keyword in schema.keys where !Self.keywords.contains(keyword) {
      mistakes.append("\(path): the keyword '\(keyword)' is not understood")
    }
    if let reference = schema["$ref"] as? String {
      let name = String(reference.dropFirst("#/$defs/".count))
      guard let definition = (root["$defs"] as? [String: [String: Any]])?[name] else {
        return mistakes.append("\(path): no definition '\(name)'")
      }
      return check(value, definition, name, path)
    }
    if let choices = schema["anyOf"] as? [[String: Any]] {
      let tries = choices.map { choice in
        var copy = self
        copy.mistakes = []
        copy.check(value, choice, name, path)
        return copy
      }
      guard let fitting = tries.first(where: { $0.mistakes.isEmpty }) else {
        return mistakes.append("\(path): \(value) is none of those allowed")
      }
      seen = fitting.seen
      return
    }
    if let words = schema["enum"] as? [String], !words.contains(value as? String ?? "\u{0}") {
      mistakes.append("\(path): \(value) is not one of \(words)")
    }
    guard let type = schema["type"] as? String else { return }
    switch type {
    case "string": checkText(value, schema, path)
    case "object": checkObject(value, schema, name, path)
    case "array": checkList(value, schema, name, path)
    case "null":
      if !(value is PlainJSON.Null) { mistakes.append("\(path): \(value) is not null") }
    case "boolean":
      if !(value is Bool) { mistakes.append("\(path): \(value) is not true or false") }
    case "integer", "number":
      guard let number = value as? Double else {
        return mistakes.append("\(path): \(value) is no number")
      }
      let least = schema["minimum"] as? Double ?? -.infinity
      if number < least || type == "integer" && number.rounded() != number {
        mistakes.append("\(path): \(value) is no such whole number")
      }
    default: mistakes.append("\(path): the type '\(type)' is not understood")
    }
  }

  private mutating func checkText(_ value: Any, _ schema: [String: Any], _ path: String) {
    guard let text = value as? String else {
      return mistakes.append("\(path): \(value) is no text")
    }
    guard let pattern = schema["pattern"] as? String else { return }
    if (try? Regex(pattern).wholeMatch(in: text)) == nil {
      mistakes.append("\(path): '\(text)' does not match \(pattern)")
    }
  }

  private mutating func checkObject(
    _ value: Any, _ schema: [String: Any], _ name: String, _ path: String
  ) {
    guard let members = value as? [String: Any] else {
      return mistakes.append("\(path): \(value) is no object")
    }
    for key in schema["required"] as? [String] ?? [] where members[key] == nil {
      mistakes.append("\(path): '\(key)' is missing")
    }
    let properties = schema["properties"] as? [String: [String: Any]] ?? [:]
    for (key, member) in members {
      if let property = properties[key] {
        seen.insert("\(name).\(key)")
        check(member, property, name, "\(path).\(key)")
      } else if let others = schema["additionalProperties"] as? [String: Any] {
        check(member, others, name, "\(path).\(key)")
      } else {
        mistakes.append("\(path): '\(key)' is not in the schema")
      }
    }
  }

  private mutating func checkList(
    _ value: Any, _ schema: [String: Any], _ name: String, _ path: String
  ) {
    guard let items = value as? [Any] else {
      return mistakes.append("\(path): \(value) is no list")
    }
    if let types = schema["prefixItems"] as? [[String: Any]] {
      guard types.count == items.count else {
        return mistakes.append("\(path): \(items.count) items instead of \(types.count)")
      }
      for (index, type) in types.enumerated() {
        check(items[index], type, name, "\(path)[\(index)]")
      }
    }
    if let type = schema["items"] as? [String: Any] {
      for (index, item) in items.enumerated() { check(item, type, name, "\(path)[\(index)]") }
    }
  }
}

/// A JSON value as Swift's own types: unlike `JSONSerialization`, `true` is no number here.
struct PlainJSON: Decodable {
  let value: Any

  /// What `null` is.
  struct Null {}

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let text = try? container.decode(String.self) {
      value = text
    } else if let flag = try? container.decode(Bool.self) {
      value = flag
    } else if let number = try? container.decode(Double.self) {
      value = number
    } else if let items = try? container.decode([PlainJSON].self) {
      value = items.map(\.value)
    } else if container.decodeNil() {
      value = Null()
    } else {
      value = try container.decode([String: PlainJSON].self).mapValues(\.value)
    }
  }
}

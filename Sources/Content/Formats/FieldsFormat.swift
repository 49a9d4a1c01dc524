import Diagnostics
public import Pricing

/// A field that rate cards of a site may carry beside those that the program knows.
public struct DeclaredField: Hashable, Sendable {
  /// The name for programs, unique in the site.
  public let id: String

  /// The head of its column.
  public let name: String

  /// The key of its column in tables.
  public var key: String { "field-\(id)" }
}

/// What a rate card says in such a field.
public struct FieldValue: Hashable, Sendable {
  /// The field.
  public let field: DeclaredField

  /// The words, in one line.
  public let text: String

  /// Who says so; `nil` where nobody is named.
  public let citation: Citation?
}

/// The keys for fields of a site's own: `fields:` in `content/site.yaml` and in rate cards.
enum FieldsFormat {
  /// The key.
  static let key = "fields"

  /// An entry of `content/site.yaml`.
  static let declared = Shape(
    "field", "Something of the site's own that rate cards may say of what is sold.",
    [
      Field(
        "id", .identifier, .required, "Its name in rate cards and data.", example: "uptime"),
      Field(
        "name", .line, .required, "The head of its column.", example: "Uptime promised"),
    ])

  private static let value = Shape(
    "value of a field", "What a rate card says, and who says so.",
    [
      Field("value", .line, .required, "The words.", example: "99.9 % a month"),
      Field(
        "source", .identifier, .optional, "The id of the source that says so.",
        example: "modal-docs"),
    ])

  /// The key of a rate card or an offer.
  static func field(_ documentation: String) -> Field {
    Field(key, .map(of: .shape(value)), .optional, documentation)
  }

  /// The fields that a site declares, each once.
  static func declarations(
    _ mapping: Mapping, into findings: inout Findings
  ) -> [DeclaredField] {
    var known: Set<String> = []
    return mapping.mappings(key).compactMap { entry in
      guard let id = entry.text("id"), let name = entry.text("name") else { return nil }
      guard known.insert(id.value).inserted else {
        findings.error(
          id.location, "'\(id.value)' is the id of two fields", hint: "give it another id")
        return nil
      }
      return DeclaredField(id: id.value, name: name.value)
    }
  }

  /// What a rate card or an offer says, in the order of the site.
  ///
  /// The fields that the site declares are `nil` where they could not be read: then any may be one.
  static func values(
    _ mapping: Mapping, _ declared: [DeclaredField]?, _ cited: inout [Located<String>],
    into findings: inout Findings
  ) -> [FieldValue] {
    var values: [FieldValue] = []
    for entry in mapping.entries(key) {
      guard case .mapping(let value) = entry.value.value else { continue }
      let source = value.text("source")
      if let source { cited.append(source) }
      guard let declared else { continue }
      guard let field = declared.first(where: { $0.id == entry.key.value }) else {
        findings.error(
          entry.key.location, "'\(entry.key.value)' is not a field of this site",
          hint: declared.isEmpty
            ? "declare it with its name under 'fields:' in content/site.yaml"
            : Suggestion.hint(
              for: entry.key.value, in: declared.map(\.id), noun: "fields of content/site.yaml"))
        continue
      }
      guard let text = value.text("value") else { continue }
      values.append(
        FieldValue(
          field: field, text: text.value, citation: source.map { Citation(source: $0.value) }))
    }
    return joined(values, [], in: declared ?? [])
  }

  /// Values of one offer before those of all, in the order of the site.
  static func joined(
    _ own: [FieldValue], _ common: [FieldValue], in declared: [DeclaredField]
  ) -> [FieldValue] {
    guard !own.isEmpty || !common.isEmpty else { return [] }
    return declared.compactMap { field in
      (own + common).first { $0.field == field }
    }
  }
}

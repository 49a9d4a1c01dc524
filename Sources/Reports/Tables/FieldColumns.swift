import Content
import Encoders
import Messages
import Wording

/// The columns for what rate cards say in fields of the site's own.
struct FieldColumns {
  private let fields: [DeclaredField]
  private let context: SiteContext

  /// Every field that the site declares.
  init(_ context: SiteContext) {
    self.init(context.content.settings.fields, context)
  }

  /// Those of the fields that any of some cards or offers has.
  init(of values: some Sequence<[FieldValue]>, in context: SiteContext) {
    let used = Set(values.joined().map(\.field))
    self.init(context.content.settings.fields.filter(used.contains), context)
  }

  private init(_ fields: [DeclaredField], _ context: SiteContext) {
    (self.fields, self.context) = (fields, context)
  }

  /// A column for each field.
  ///
  /// - Parameter isOnDemand: Whether readers see them only where they are asked for.
  /// - Returns: The columns in the order of the site.
  func columns(onDemand isOnDemand: Bool = false) -> [Table.Column] {
    fields.map { Table.Column(key: $0.key, title: $0.name, isOnDemand: isOnDemand) }
  }

  /// A cell for each field, with who says so; empty where nothing is said.
  func cells(_ values: [FieldValue]) -> [Table.Cell] {
    fields.map { field in
      guard let value = values.first(where: { $0.field == field }) else { return Table.Cell("") }
      let source = value.citation.map { localized("Stated by \(context.evidence($0)).") }
      return Table.Cell(value.text, notes: source.map { [$0] } ?? [])
    }
  }
}

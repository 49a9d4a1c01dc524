/// A record that a template fills: texts ready to print, flags, lists and further records.
///
/// A template reaches only what ``fields`` lists, and is checked against it when it is loaded.
public protocol TemplateModel: Sendable {
  /// What `t:model` calls it, such as `ComparisonTable`; different for every model.
  static var modelName: String { get }

  /// The name its paths start with, such as `table`.
  static var variable: String { get }

  /// What a template can ask of it. Models never contain themselves.
  static var fields: [Field<Self>] { get }
}

/// One thing that a template can ask of a model: its name, its kind, and how to read it.
public struct Field<Model: Sendable>: Sendable {
  let name: String

  /// Makes the reader, given the models around this one.
  let resolve: @Sendable (_ outer: [String]) -> (kind: Kind, read: Reader)

  typealias Reader = @Sendable (Model, inout Values) -> Value

  private init(_ name: String, _ kind: Kind, _ read: @escaping @Sendable (Model) -> Value) {
    self.name = name
    resolve = { _ in (kind, { model, _ in read(model) }) }
  }

  private init(_ name: String, _ kind: Kind, _ read: @escaping Reader) {
    self.name = name
    resolve = { _ in (kind, read) }
  }

  private init<Child: TemplateModel>(
    _ name: String, _ child: Child.Type, _ form: ChildForm,
    _ read: @escaping @Sendable (Model, inout Values, RecordReader<Child>) -> Value
  ) {
    self.name = name
    resolve = { outer in
      let reader = RecordReader<Child>(within: outer)
      return (form.kind(of: reader.shape), { read($0, &$1, reader) })
    }
  }

  /// A text that is always there.
  public static func text(
    _ name: String, _ read: @escaping @Sendable (Model) -> String
  ) -> Self {
    Self(name, .text(isOptional: false)) { .text(read($0)) }
  }

  /// A text that may be absent; an attribute that is only such a text is then left out.
  public static func optionalText(
    _ name: String, _ read: @escaping @Sendable (Model) -> String?
  ) -> Self {
    Self(name, .text(isOptional: true)) { read($0).map { .text($0) } ?? .absent }
  }

  /// A yes or no, for `t:if` and boolean attributes.
  public static func flag(_ name: String, _ read: @escaping @Sendable (Model) -> Bool) -> Self {
    Self(name, .flag) { .flag(read($0)) }
  }

  /// A list of plain texts.
  public static func texts(
    _ name: String, _ read: @escaping @Sendable (Model) -> [String]
  ) -> Self {
    Self(name, .texts) { model, values in values.add(read(model)) }
  }

  /// A record that is always there.
  public static func record<Child: TemplateModel>(
    _ name: String, _ type: Child.Type, _ read: @escaping @Sendable (Model) -> Child
  ) -> Self {
    Self(name, type, .record) { model, values, reader in
      reader.add(read(model), to: &values)
    }
  }

  /// A record that may be absent.
  public static func optionalRecord<Child: TemplateModel>(
    _ name: String, _ type: Child.Type, _ read: @escaping @Sendable (Model) -> Child?
  ) -> Self {
    Self(name, type, .optionalRecord) { model, values, reader in
      guard let child = read(model) else { return .absent }
      return reader.add(child, to: &values)
    }
  }

  /// A list of records.
  public static func list<Child: TemplateModel>(
    _ name: String, _ type: Child.Type, _ read: @escaping @Sendable (Model) -> [Child]
  ) -> Self {
    Self(name, type, .list) { model, values, reader in
      reader.add(read(model), to: &values)
    }
  }

  /// A validated piece of markup that is always there.
  public static func fragment(
    _ name: String, _ read: @escaping @Sendable (Model) -> Fragment
  ) -> Self {
    Self(name, .fragment(isOptional: false)) { .fragment(read($0)) }
  }

  /// A validated piece of markup that may be absent.
  public static func optionalFragment(
    _ name: String, _ read: @escaping @Sendable (Model) -> Fragment?
  ) -> Self {
    Self(name, .fragment(isOptional: true)) { read($0).map { .fragment($0) } ?? .absent }
  }
}

/// How often a model occurs in another one.
private enum ChildForm {
  case record, optionalRecord, list

  func kind(of shape: ModelShape) -> Kind {
    switch self {
    case .record: .record(shape, isOptional: false)
    case .optionalRecord: .record(shape, isOptional: true)
    case .list: .list(shape)
    }
  }
}

/// A record that a template fills: texts ready to print, flags, links, lists and further records.
///
/// A template reaches the stored properties of the struct by their names, as far as they are
/// ``Swift/String``, ``LinkTarget``, ``Fragment`` or a model, optional or not, ``Swift/Bool``, or
/// an array of strings or models; it is checked against them when it is loaded. Properties of
/// other types are not for templates. Models never contain themselves.
public protocol TemplateModel: Sendable {
  /// The name its paths start with, such as `table`.
  static var variable: String { get }
}

extension TemplateModel {
  /// What `t:model` calls it: the name of its type, such as `ComparisonTable`.
  static var modelName: String { _typeName(Self.self, qualified: false) }
}

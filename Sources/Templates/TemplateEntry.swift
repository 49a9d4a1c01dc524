/// A template that the program itself fills, and the model it fills it with.
public struct TemplateEntry: Sendable {
  /// The template's path in its folder.
  public let path: String

  let model: ModelShape

  /// Declares that a template is filled with a model.
  public init<Model: TemplateModel>(_ path: String, _ model: Model.Type) {
    self.path = path
    self.model = RecordReader.of(Model.self).shape
  }
}

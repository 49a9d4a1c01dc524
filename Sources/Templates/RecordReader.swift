@_spi(Reflection) import Swift
import Synchronization

/// Reads the stored properties of one type of model, found in the type itself.
///
/// The language finds properties, but reads them through key paths only, which takes several times
/// as long as a closure. So this file reads memory: the compiler says how many bytes into a model
/// a property stands, and of which type it is.
final class RecordReader: Sendable {
  let shape: ModelShape
  private let fields: [StoredField]

  /// The readers of the models inside, apart from the fields so that going through those counts
  /// no references.
  private let inner: [RecordReader]

  private struct StoredField: Sendable {
    let offset: Int
    let form: Form
  }

  /// How a property is read; models by the number of their reader.
  private enum Form: Sendable {
    case text, optionalText, link, optionalLink, flag, texts, fragment, optionalFragment
    case record(Int)
    case wrapped(any ModelWrapper.Type, Int)
  }

  /// Finds the properties of a model and of all models inside it.
  static func of<Model: TemplateModel>(_ model: Model.Type) -> RecordReader {
    var readers = Readers()
    return readers.reader(for: model)
  }

  /// Makes readers, each once in the life of the program: many models contain the same ones, and
  /// types do not change.
  fileprivate struct Readers {
    private static let finished = Mutex<[ObjectIdentifier: RecordReader]>([:])
    private var begun: Set<ObjectIdentifier> = []

    mutating func reader<Model: TemplateModel>(for model: Model.Type) -> RecordReader {
      let id = ObjectIdentifier(model)
      if let reader = Self.finished.withLock({ $0[id] }) { return reader }
      precondition(
        begun.insert(id).inserted, "the model '\(model.modelName)' contains itself")
      let reader = RecordReader(model, &self)
      Self.finished.withLock { $0[id] = reader }
      return reader
    }
  }

  private init<Model: TemplateModel>(_ model: Model.Type, _ readers: inout Readers) {
    var shape = ModelShape(name: model.modelName, variable: model.variable)
    var fields: [StoredField] = []
    var inner: [RecordReader] = []
    _ = unsafe _forEachField(of: model) { name, offset, type, _ in
      if let (kind, form) = Self.form(of: type, &readers, &inner) {
        shape.fields.append((unsafe String(cString: name), kind))
        fields.append(StoredField(offset: offset, form: form))
      }
      return true
    }
    precondition(
      !fields.isEmpty, "the model '\(shape.name)' stores nothing that a template can read")
    (self.shape, self.fields, self.inner) = (shape, fields, inner)
  }

  /// How properties of a type are read, or `nil` if they are not for templates.
  private static func form<Property>(
    of type: Property.Type, _ readers: inout Readers, _ inner: inout [RecordReader]
  ) -> (Kind, Form)? {
    switch type {
    case is String.Type: (.text(isOptional: false), .text)
    case is String?.Type: (.text(isOptional: true), .optionalText)
    case is LinkTarget.Type: (.link(isOptional: false), .link)
    case is LinkTarget?.Type: (.link(isOptional: true), .optionalLink)
    case is Bool.Type: (.flag, .flag)
    case is [String].Type: (.texts, .texts)
    case is Fragment.Type: (.fragment(isOptional: false), .fragment)
    case is Fragment?.Type: (.fragment(isOptional: true), .optionalFragment)
    default: models(in: type, &readers, &inner)
    }
  }

  private static func models<Property>(
    in type: Property.Type, _ readers: inout Readers, _ inner: inout [RecordReader]
  ) -> (Kind, Form)? {
    let wrapped = WrappedType(of: type)
    guard let model = wrapped.inside as? any TemplateModel.Type else { return nil }
    inner.append(readers.reader(for: model))
    let (shape, reader) = (inner[inner.count - 1].shape, inner.count - 1)
    guard let wrapper = wrapped.wrapper(of: model) else {
      return (.record(shape, isOptional: false), .record(reader))
    }
    return (wrapper.kind(of: shape), .wrapped(wrapper, reader))
  }
}

extension RecordReader {
  /// The values of a model, its own fields first.
  func values<Model: TemplateModel>(of model: Model, on page: PagePlace) -> Values {
    var values = Values(on: page)
    _ = unsafe withUnsafePointer(to: model) { unsafe add(at: UnsafeRawPointer($0), to: &values) }
    return values
  }

  fileprivate func add(at model: UnsafeRawPointer, to values: inout Values) -> Value {
    let start = values.reserve(fields.count)
    unsafe fill(start, from: model, in: &values)
    return .record(at: Int32(start))
  }

  fileprivate func add<Model: TemplateModel>(_ models: [Model], to values: inout Values) -> Value {
    let start = values.reserve(fields.count * models.count)
    unsafe models.withUnsafeBufferPointer { models in
      guard let base = models.baseAddress else { return }
      for index in models.indices {
        unsafe fill(
          start + index * fields.count, from: UnsafeRawPointer(base + index), in: &values)
      }
    }
    return .list(
      at: Int32(start), stride: Int32(fields.count), count: Int32(models.count))
  }

  private func fill(_ start: Int, from model: UnsafeRawPointer, in values: inout Values) {
    for slot in fields.indices {
      values[start + slot] = unsafe value(
        of: fields[slot].form, at: model + fields[slot].offset, &values)
    }
  }

  private func value(
    of form: Form, at place: UnsafeRawPointer, _ values: inout Values
  ) -> Value {
    switch form {
    case .text: values.add(unsafe place.load(as: String.self))
    case .optionalText: unsafe place.load(as: String?.self).map { values.add($0) } ?? .absent
    case .link: values.add(unsafe place.load(as: LinkTarget.self))
    case .optionalLink: unsafe place.load(as: LinkTarget?.self).map { values.add($0) } ?? .absent
    case .flag: .flag(unsafe place.load(as: Bool.self))
    case .texts: values.add(unsafe place.load(as: [String].self))
    case .fragment: values.add(unsafe place.load(as: Fragment.self))
    case .optionalFragment: unsafe place.load(as: Fragment?.self).map { values.add($0) } ?? .absent
    case .record(let reader): unsafe inner[reader].add(at: place, to: &values)
    case .wrapped(let type, let reader): unsafe type.read(at: place, with: inner[reader], &values)
    }
  }
}

/// A type whose values may hold models.
protocol ModelWrapper: SendableMetatype {
  static func kind(of shape: ModelShape) -> Kind

  /// Adds what stands in memory.
  static func read(
    at place: UnsafeRawPointer, with reader: RecordReader, _ values: inout Values
  ) -> Value
}

extension Optional: ModelWrapper where Wrapped: TemplateModel {
  static func kind(of shape: ModelShape) -> Kind { .record(shape, isOptional: true) }

  static func read(
    at place: UnsafeRawPointer, with reader: RecordReader, _ values: inout Values
  ) -> Value {
    guard let model = unsafe place.load(as: Wrapped?.self) else { return .absent }
    return unsafe withUnsafePointer(to: model) {
      unsafe reader.add(at: UnsafeRawPointer($0), to: &values)
    }
  }
}

extension Array: ModelWrapper where Element: TemplateModel {
  static func kind(of shape: ModelShape) -> Kind { .list(shape) }

  static func read(
    at place: UnsafeRawPointer, with reader: RecordReader, _ values: inout Values
  ) -> Value {
    reader.add(unsafe place.load(as: [Element].self), to: &values)
  }
}

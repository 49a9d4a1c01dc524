/// A field's value while a template renders.
enum Value: Sendable {
  case absent
  case text(String)
  case flag(Bool)

  /// Where the first field of a record is.
  case record(at: Int)

  /// Where the first item of a list is, the slots from one item to the next, and its length.
  case list(at: Int, stride: Int, count: Int)
  case fragment(Fragment)

  /// What `t:if` decides by.
  var isPresent: Bool {
    switch self {
    case .absent: false
    case .flag(let flag): flag
    case .list(_, _, let count): count > 0
    case .text, .record, .fragment: true
    }
  }
}

/// All values of a model in one row: the fields of a record stand side by side.
///
/// One row instead of an array for every record, so that filling a table of a thousand rows
/// allocates a few times, and reading a field counts no references to arrays.
struct Values: Sendable {
  private(set) var slots: [Value] = []

  /// Makes room for fields side by side.
  mutating func reserve(_ count: Int) -> Int {
    defer { slots.append(contentsOf: repeatElement(.absent, count: count)) }
    return slots.count
  }

  subscript(_ index: Int) -> Value {
    get { slots[index] }
    set { slots[index] = newValue }
  }

  /// Adds a list of texts.
  mutating func add(_ texts: [String]) -> Value {
    let start = slots.count
    for text in texts { slots.append(.text(text)) }
    return .list(at: start, stride: 1, count: texts.count)
  }
}

/// Turns models of one type into values in the order of their fields.
struct RecordReader<Model: TemplateModel>: Sendable {
  let shape: ModelShape
  private let fill: @Sendable (Model, inout Values, _ start: Int) -> Void

  /// Resolves the model's fields.
  ///
  /// - Parameter outer: The names of the models this one is part of.
  init(within outer: [String] = []) {
    let name = Model.modelName
    precondition(!outer.contains(name), "the model '\(name)' contains itself")
    let fields = Model.fields
    let resolved = fields.map { $0.resolve(outer + [name]) }
    shape = ModelShape(
      name: name, variable: Model.variable,
      fields: zip(fields, resolved).map { ($0.name, $1.kind) })
    precondition(
      Set(fields.map(\.name)).count == fields.count, "the model '\(name)' names a field twice")
    // One closure rather than an array of them: to go through an array of generic closures,
    // the runtime looks up its type for every record, which took two thirds of the time.
    var fill: @Sendable (Model, inout Values, Int) -> Void = { _, _, _ in }
    for (slot, field) in resolved.enumerated() {
      let (before, read) = (fill, field.read)
      fill = { model, values, start in
        before(model, &values, start)
        values[start + slot] = read(model, &values)
      }
    }
    self.fill = fill
  }

  /// Adds a record.
  func add(_ model: Model, to values: inout Values) -> Value {
    let start = values.reserve(shape.fields.count)
    fill(model, &values, start)
    return .record(at: start)
  }

  /// Adds a list of records.
  func add(_ models: [Model], to values: inout Values) -> Value {
    let stride = shape.fields.count
    let start = values.reserve(stride * models.count)
    for index in 0..<models.count { fill(models[index], &values, start + index * stride) }
    return .list(at: start, stride: stride, count: models.count)
  }
}

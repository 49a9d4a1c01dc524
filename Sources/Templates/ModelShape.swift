import XML

/// What a template may know of a model before any data arrives.
struct ModelShape: Sendable {
  let name: String
  let variable: String
  var fields: [(name: String, kind: Kind)] = []

  /// The place of a field in the values of a record, or `nil` if there is none.
  func slot(of field: String) -> Int? { fields.firstIndex { $0.name == field } }

  /// The model and those inside it, outermost first.
  var all: [ModelShape] {
    fields.reduce(into: [self]) { all, field in
      switch field.kind {
      case .record(let shape, _), .list(let shape): all += shape.all
      case .text, .link, .flag, .texts, .fragment, .unknown: break
      }
    }
  }

  /// The number of all that a template can ask of the model itself.
  var fingerprint: UInt64 {
    fields.reduce(Fingerprint.of(name)) {
      [Fingerprint.of($1.name), Fingerprint.of($1.kind.noun), $1.kind.isCondition ? 1 : 0]
        .reduce($0, Fingerprint.mix)
    }
  }
}

/// What kind of value a path leads to.
indirect enum Kind: Sendable {
  case text(isOptional: Bool)
  case link(isOptional: Bool)
  case flag
  case texts
  case record(ModelShape, isOptional: Bool)
  case list(ModelShape)
  case fragment(isOptional: Bool)

  /// What follows from a mistake already reported.
  case unknown

  /// How an author calls it.
  var noun: String {
    switch self {
    case .text: "a text"
    case .link: "a link"
    case .flag: "a flag"
    case .texts, .list: "a list"
    case .record: "a record"
    case .fragment: "a fragment"
    case .unknown: "unknown"
    }
  }

  /// The kind of the same value when what it is part of may be absent.
  var optional: Kind {
    switch self {
    case .text: .text(isOptional: true)
    case .link: .link(isOptional: true)
    case .record(let shape, _): .record(shape, isOptional: true)
    case .fragment: .fragment(isOptional: true)
    case .flag, .texts, .list, .unknown: self
    }
  }

  /// Whether `t:if` has something to decide.
  var isCondition: Bool {
    switch self {
    case .flag, .texts, .list, .unknown: true
    case .text(let isOptional), .link(let isOptional), .record(_, let isOptional),
      .fragment(let isOptional):
      isOptional
    }
  }
}

import Diagnostics
import XML

/// The variables a place in a template can name.
struct Scope {
  private struct Variable {
    let name: String
    let number: Int
    let kind: Kind
  }

  private var variables: [Variable]

  init(_ model: ModelShape) {
    variables = [
      Variable(name: model.variable, number: 0, kind: .record(model, isOptional: false))
    ]
  }

  /// The names that are taken, outermost first.
  var names: [String] { variables.map(\.name) }

  /// The scope inside a loop.
  func adding(_ name: String, number: Int, kind: Kind) -> Self {
    var inner = self
    inner.variables.append(Variable(name: name, number: number, kind: kind))
    return inner
  }

  /// Finds a path.
  ///
  /// - Returns: The path, or what is wrong with it.
  func find(_ path: String, at location: SourceLocation) -> Result<BoundPath, UnresolvedPath> {
    let names = path.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
      .map { String(Substring($0)) }
    guard names.allSatisfy(Self.isName) else {
      return .failure(
        UnresolvedPath(
          location, "'\(path)' is not a path", hint: "write names with dots between, nothing else"))
    }
    guard let variable = variables.last(where: { $0.name == names[0] }) else {
      return .failure(
        UnresolvedPath(
          location, "'\(names[0])' is not a variable here",
          hint: Suggestion.hint(for: names[0], in: self.names, noun: "variables")))
    }
    var kind = variable.kind
    var slots: [Int] = []
    for (index, name) in names.enumerated().dropFirst() {
      if case .unknown = kind { break }
      guard case .record(let shape, let isOptional) = kind else {
        let outer = names[..<index].joined(separator: ".")
        return .failure(UnresolvedPath(location, "'\(outer)' is \(kind.noun) and has no fields"))
      }
      guard let slot = shape.slot(of: name) else {
        return .failure(
          UnresolvedPath(
            location, "'\(name)' is not a field of '\(shape.name)'",
            hint: Suggestion.hint(for: name, in: shape.fields.map(\.name), noun: "fields")))
      }
      slots.append(slot)
      kind = isOptional ? shape.fields[slot].kind.optional : shape.fields[slot].kind
    }
    return .success(BoundPath(variable: variable.number, slots: slots, kind: kind))
  }

  /// Whether a text can name a variable or a field.
  static func isName(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, first.isLetter else { return false }
    return text.unicodeScalars.allSatisfy { $0.isLetter || ("0"..."9").contains($0) }
  }
}

/// Why a path leads nowhere.
struct UnresolvedPath: Error {
  let diagnostic: Diagnostic

  init(_ location: SourceLocation, _ message: String, hint: String? = nil) {
    diagnostic = Diagnostic(.error, at: location, message, hint: hint)
  }
}

extension Unicode.Scalar {
  /// Whether it is a letter of any script; looking it up takes long, and names are mostly ASCII.
  fileprivate var isLetter: Bool {
    isASCII ? ("a"..."z").contains(self) || ("A"..."Z").contains(self) : properties.isAlphabetic
  }
}

public import Diagnostics

/// A value that stands alone, on a command line, in the form that a file would have it.
public struct GivenValue: Hashable, Sendable {
  /// The key that it would have in a file, after those around it: `burst.work`.
  public let key: String

  /// What was written.
  public let text: String

  /// What messages call its place: `--burst`.
  public let location: SourceLocation

  /// Creates a value.
  public init(_ key: String, _ text: String, at location: SourceLocation) {
    self.key = key
    self.text = text
    self.location = location
  }
}

extension Mapping {
  /// Reads values as if a file had held them, so that a flag takes what a key takes.
  ///
  /// - Parameters:
  ///   - values: The values; of two with one key the last counts.
  ///   - shape: What they may be.
  ///   - findings: Receives every mistake, each at the place of its value.
  /// - Returns: What could be read; the caller decides by the findings whether that is enough.
  /// - Precondition: The shape declares every key. A missing one is the caller's affair.
  static func read(
    _ values: [GivenValue], as shape: Shape, into findings: inout [Diagnostic]
  ) -> Mapping {
    var keys: [String: SourceLocation] = [:]
    var read: [String: Located<Value>] = [:]
    for field in shape.fields {
      let inside = values.filter { $0.key.hasPrefix(field.key + ".") }
      if case .shape(let shape) = field.kind, let first = inside.first {
        let nested = inside.map {
          GivenValue(String($0.key.dropFirst(field.key.count + 1)), $0.text, at: $0.location)
        }
        keys[field.key] = first.location
        read[field.key] = Located(
          .mapping(Mapping.read(nested, as: shape, into: &findings)), at: first.location)
      } else if let given = values.last(where: { $0.key == field.key }) {
        keys[field.key] = given.location
        read[field.key] = value(given, as: field.kind, into: &findings)
      }
    }
    return Mapping(
      shape: shape, location: values.first?.location ?? SourceLocation(file: shape.name),
      keys: keys, values: read)
  }

  private static func value(
    _ given: GivenValue, as kind: Kind, into findings: inout [Diagnostic]
  ) -> Located<Value>? {
    guard !given.text.allSatisfy(\.isWhitespace) else {
      findings.append(
        Diagnostic(.error, at: given.location, "no value", hint: kind.instruction))
      return nil
    }
    if case .list(let item) = kind {
      let items = given.text.split(separator: ",").compactMap { part in
        value(
          GivenValue(given.key, String(part), at: given.location), as: item, into: &findings)
      }
      return Located(.list(items), at: given.location)
    }
    do { return Located(try kind.read(given.text), at: given.location) } catch {
      findings.append(error.diagnostic(at: given.location))
      return nil
    }
  }
}

extension GivenValue {
  /// The text as the address of a site.
  ///
  /// - Throws: ``Mistake`` if it is no `http` or `https` address.
  public func siteAddress() throws(Mistake) -> String { try Words.address(text) }
}

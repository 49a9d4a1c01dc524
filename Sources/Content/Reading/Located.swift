public import Diagnostics

/// A value and the place where an author wrote it.
///
/// What is wrong with a value often shows only later, when it is compared with others; the
/// place has to travel with it until then.
public struct Located<Value> {
  /// What was written.
  public var value: Value

  /// Where it starts.
  public var location: SourceLocation

  /// Joins a value and its place.
  public init(_ value: Value, at location: SourceLocation) {
    self.value = value
    self.location = location
  }

  /// The same place with another value.
  public func map<Other>(_ transform: (Value) -> Other) -> Located<Other> {
    Located<Other>(transform(value), at: location)
  }
}

extension Located: Equatable where Value: Equatable {}
extension Located: Hashable where Value: Hashable {}
extension Located: Sendable where Value: Sendable {}

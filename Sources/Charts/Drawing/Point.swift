/// A place: in data units in what a chart is given, in pixels inside the layout.
public struct Point: Hashable, Sendable {
  /// The driver's value, or pixels from the left.
  public var x: Double

  /// The cost, or pixels from the top.
  public var y: Double

  /// Creates a place.
  public init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }
}

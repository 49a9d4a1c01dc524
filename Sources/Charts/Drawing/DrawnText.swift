/// A line of text in a drawing.
public struct DrawnText: Hashable, Sendable {
  /// The text; the template escapes it.
  public var text: String

  /// Pixels from the left, of the end that the template anchors.
  public var x: String

  /// Pixels from the top to the baseline.
  public var y: String
}

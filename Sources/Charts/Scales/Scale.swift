import Glibc

/// Maps values of an axis to pixels; of the vertical axis upwards.
struct Scale {
  let axis: Axis

  /// Where the axis's low end lies, in pixels.
  let start: Double

  /// Where its high end lies, in pixels; less than the start if the axis points up.
  let end: Double

  private let lowTransformed: Double
  private let extent: Double

  init(_ axis: Axis, from start: Double, to end: Double) {
    precondition(axis.isDrawable, "an axis is checked before it is scaled")
    self.axis = axis
    self.start = start
    self.end = end
    lowTransformed = Scale.transform(axis.low, axis.kind)
    extent = Scale.transform(axis.high, axis.kind) - lowTransformed
  }

  /// The pixel of a value.
  func position(of value: Double) -> Double {
    start + (Scale.transform(value, axis.kind) - lowTransformed) / extent * (end - start)
  }

  /// The value at a pixel.
  func value(at position: Double) -> Double {
    let transformed = lowTransformed + (position - start) / (end - start) * extent
    return axis.kind == .log ? pow(10, transformed) : transformed
  }

  /// Pixels from one power of ten to the next; `nil` on a linear axis.
  var pixelsPerDecade: Double? {
    axis.kind == .log ? abs(end - start) / extent : nil
  }

  private static func transform(_ value: Double, _ kind: Axis.Kind) -> Double {
    kind == .log ? log10(value) : value
  }
}

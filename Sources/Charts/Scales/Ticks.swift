import Foundation

/// Where an axis has lines and numbers.
struct Ticks {
  /// Ticks with a number and a strong line.
  var labelled: [Tick]

  /// Ticks with a faint line only.
  var minor: [Tick]

  /// The ticks of a logarithmic axis: the decades; and 2 and 5 if there are fewer than two
  /// decades to label; and all of 1 to 9 if that leaves fewer than two.
  ///
  /// - Parameters:
  ///   - axis: A logarithmic axis.
  ///   - every: Label every *n*th decade only, where numbers would collide.
  ///   - minor: Whether there is room for faint lines at 2 and 5; the same on both axes.
  /// - Returns: The ticks inside the domain, its ends included.
  static func logarithmic(_ axis: Axis, every: Int, minor: Bool) -> Ticks {
    let decades = multiples([1], in: axis)
    let halves = multiples([1, 2, 5], in: axis)
    guard decades.count >= 2 else {
      let all = multiples(Array(1...9), in: axis)
      let labelled = halves.count >= 2 ? halves : all
      return Ticks(labelled: labelled, minor: all.filter { !labelled.contains($0) })
    }
    let labelled = decades.filter { $0.exponent.isMultiple(of: every) }
    let faint = minor ? halves : decades
    return Ticks(labelled: labelled, minor: faint.filter { !labelled.contains($0) })
  }

  /// The multiples of 1, 2 or 5 times a power of ten that are closest to a number of ticks
  /// without exceeding it.
  ///
  /// A search over more step sizes would gain nothing here: every value is also printed at its
  /// bar or crossing, so ticks only orient, and these steps always include zero.
  static func linear(_ axis: Axis, atMost count: Int) -> Ticks {
    let rough = (axis.high - axis.low) / Double(max(1, count))
    var exponent = Int(log10(rough).rounded(.down)) - 1
    while true {
      for digits in [1, 2, 5] {
        let step = Tick(digits, exponent: exponent).value
        // A hair of tolerance keeps the end ticks in spite of binary fractions.
        let first = Int((axis.low / step - 1e-9).rounded(.up))
        let last = Int((axis.high / step + 1e-9).rounded(.down))
        guard last - first + 1 <= max(2, count) else { continue }
        let ticks = (first...max(first, last)).map { Tick($0 * digits, exponent: exponent) }
        return Ticks(labelled: ticks, minor: [])
      }
      exponent += 1
    }
  }

  private static func multiples(_ digits: [Int], in axis: Axis) -> [Tick] {
    let low = Int(log10(axis.low).rounded(.down))
    let high = Int(log10(axis.high).rounded(.up))
    // A hair of tolerance keeps the end ticks in spite of binary fractions.
    let (least, most) = (axis.low * (1 - 1e-9), axis.high * (1 + 1e-9))
    return (low...high).flatMap { exponent in digits.map { Tick($0, exponent: exponent) } }
      .filter { $0.value >= least && $0.value <= most }
  }
}

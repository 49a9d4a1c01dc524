import Glibc

/// Where an axis has lines and numbers.
struct Ticks {
  /// Ticks with a number and a strong line.
  var labelled: [Tick]

  /// Ticks with a faint line only.
  var minor: [Tick]

  /// What is written at the labelled ones.
  func texts(_ axis: Axis) -> [String] {
    guard !axis.names.isEmpty else { return axis.format.texts(of: labelled, on: axis.kind) }
    return labelled.map { tick in axis.names.first { Double($0.value) == tick.value }?.text ?? "" }
  }

  /// The ticks of a logarithmic axis: the decades, and the ends if they are 2 or 5 of one; and
  /// all 2 and 5 if there are fewer than two decades to label; and all of 1 to 9 if that leaves
  /// fewer than two.
  ///
  /// - Parameters:
  ///   - axis: A logarithmic axis.
  ///   - every: Label every *n*th decade only, where numbers would collide.
  ///   - minor: Whether there is room for faint lines at 2 and 5; the same on both axes.
  ///   - ends: Whether there is room for a number at an end that is 2 or 5 of a decade.
  /// - Returns: The ticks inside the domain, its ends included.
  static func logarithmic(
    _ axis: Axis, every: Int, minor: Bool, ends: Bool = false
  ) -> Ticks {
    let decades = multiples([1], from: axis.low, to: axis.high)
    let halves = halves(from: axis.low, to: axis.high)
    guard decades.count >= 2 else {
      let all = multiples(Array(1...9), from: axis.low, to: axis.high)
      let labelled = halves.count >= 2 ? halves : all
      return Ticks(labelled: labelled, minor: all.filter { !labelled.contains($0) })
    }
    var labelled = decades.filter { $0.exponent.isMultiple(of: every) }
    if ends {
      let ends = halves.filter { axis.isEnd($0.value) && !labelled.contains($0) }
      labelled = (labelled + ends).sorted { $0.value < $1.value }
    }
    let faint = minor ? halves : decades
    return Ticks(labelled: labelled, minor: faint.filter { !labelled.contains($0) })
  }

  /// Round steps that are closest to a number of ticks without exceeding it: 1, 2 or 5 times a
  /// power of ten; of hours, what days and weeks are made of.
  ///
  /// A search over more step sizes would gain nothing here: every value is also printed at its
  /// bar or crossing, so ticks only orient, and these steps always include zero.
  static func linear(_ axis: Axis, atMost count: Int) -> Ticks {
    guard axis.names.isEmpty else {
      return Ticks(labelled: axis.names.map { Tick($0.value, exponent: 0) }, minor: [])
    }
    for step in steps(axis, atMost: count) {
      // A hair of tolerance keeps the end ticks in spite of binary fractions.
      let first = Int((axis.low / step.value - 1e-9).rounded(.up))
      let last = Int((axis.high / step.value + 1e-9).rounded(.down))
      guard last - first + 1 <= max(2, count) else { continue }
      let ticks = (first...max(first, last)).map { Tick($0 * step.digits, exponent: step.exponent) }
      return Ticks(labelled: ticks, minor: [])
    }
    return Ticks(labelled: [], minor: [])
  }

  /// As many round steps as there is room for, two at least.
  ///
  /// - Parameters:
  ///   - scale: A linear axis in pixels.
  ///   - count: The most ticks.
  ///   - room: What a number takes along the axis, with the gap to the next, in pixels.
  /// - Returns: The ticks, none of whose numbers covers the next.
  static func linear(_ scale: Scale, atMost count: Int, room: (String) -> Double) -> Ticks {
    var count = count
    while true {
      let ticks = linear(scale.axis, atMost: count)
      let places = zip(ticks.labelled, ticks.texts(scale.axis)).map {
        (at: scale.position(of: $0.value), half: room($1) / 2)
      }
      let fits = zip(places, places.dropFirst()).allSatisfy {
        abs($1.at - $0.at) >= $0.half + $1.half
      }
      if fits || ticks.labelled.count <= 2 { return ticks }
      count = ticks.labelled.count - 1
    }
  }

  /// The steps to try, the finest first; the last of them is wider than the axis.
  private static func steps(_ axis: Axis, atMost count: Int) -> [Tick] {
    let extent = axis.high - axis.low
    let finest = Int(log10(extent / Double(max(1, count))).rounded(.down)) - 1
    let widest = Int(log10(extent).rounded(.up)) + 1
    let round = (finest...widest).flatMap { exponent in
      [1, 2, 5].map { Tick($0, exponent: exponent) }
    }
    guard axis.format == .hours, extent > 12 else { return round }
    return [1, 2, 3, 6, 12, 24, 48, 72, 120, 240].map { Tick($0, exponent: 0) }
      + round.filter { $0.value > 240 }
  }

  /// What is 1, 2 or 5 times a power of ten, from one positive value to another.
  static func halves(from low: Double, to high: Double) -> [Tick] {
    multiples([1, 2, 5], from: low, to: high)
  }

  private static func multiples(_ digits: [Int], from low: Double, to high: Double) -> [Tick] {
    let exponents = Int(log10(low).rounded(.down))...Int(log10(high).rounded(.up))
    // A hair of tolerance keeps the end ticks in spite of binary fractions.
    let (least, most) = (low * (1 - 1e-9), high * (1 + 1e-9))
    return exponents.flatMap { exponent in digits.map { Tick($0, exponent: exponent) } }
      .filter { $0.value >= least && $0.value <= most }
  }
}

/// A small random number generator with a fixed seed, so that a failing case comes back.
public struct SplitMix: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// Creates a generator; equal seeds give equal numbers.
  ///
  /// The seed is mixed first, so that neighbouring seeds do not give the same numbers shifted.
  public init(seed: UInt64) {
    state = seed
    state = next()
  }

  /// The next number.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A whole number in a range.
  public mutating func int(in range: ClosedRange<Int>) -> Int { .random(in: range, using: &self) }
}

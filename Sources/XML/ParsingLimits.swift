/// How large a document may be before it is refused.
public struct ParsingLimits: Hashable, Sendable {
  /// The most bytes of a document.
  public var bytes: Int

  /// The most elements inside each other, the root counted.
  public var depth: Int

  /// Creates limits.
  ///
  /// - Parameters:
  ///   - bytes: The most bytes; at most 1 GiB, which libxml2 can count.
  ///   - depth: The most elements inside each other; at most 255, where libxml2 stops by itself.
  public init(bytes: Int, depth: Int = 128) {
    precondition((1...(1 << 30)).contains(bytes), "a size libxml2 can count")
    precondition((1...255).contains(depth), "a depth libxml2 accepts")
    self.bytes = bytes
    self.depth = depth
  }

  /// For what people write by hand: 1 MiB.
  public static let authored = Self(bytes: 1 << 20)

  /// For what the program publishes: 64 MiB.
  public static let published = Self(bytes: 1 << 26)
}

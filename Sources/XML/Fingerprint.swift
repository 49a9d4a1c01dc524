/// Numbers that stand for what they were made of: equal for equal things, and in practice only
/// for those.
package enum Fingerprint {
  /// The number before anything is mixed in.
  package static let start: UInt64 = 0xCBF2_9CE4_8422_2325

  /// The number of one thing after another.
  @inlinable
  package static func mix(_ number: UInt64, _ other: UInt64) -> UInt64 {
    let mixed = (number ^ other) &* 0x9E37_79B9_7F4A_7C15
    return (mixed ^ (mixed >> 32)) &* 0xD6E8_FEB8_6659_FD93
  }

  /// The number of a text.
  package static func of(_ text: String) -> UInt64 {
    let bytes = Array(text.utf8)
    return of(bytes, 0..<bytes.count)
  }

  /// The number of some bytes.
  package static func of(_ bytes: [UInt8], _ range: Range<Int>) -> UInt64 {
    let bytes = unsafe bytes.span.extracting(range).bytes
    var number = mix(start, UInt64(bytes.byteCount))
    var offset = 0
    while offset + 8 <= bytes.byteCount {
      let word = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self)
      number = mix(number, word)
      offset += 8
    }
    var rest: UInt64 = 0
    while offset < bytes.byteCount {
      let byte = unsafe bytes.unsafeLoad(fromByteOffset: offset, as: UInt8.self)
      rest = rest << 8 | UInt64(byte)
      offset += 1
    }
    return mix(number, rest)
  }
}

import CNettle

/// The SHA-256 of a file's bytes, by which anybody can tell whether a copy is still the published one.
package struct FileHash: Hashable, Sendable {
  /// The bytes of the digest, eight a word, the first one lowest.
  private let words: (UInt64, UInt64, UInt64, UInt64)

  /// Hashes bytes.
  ///
  /// - Complexity: O(*n*); some two gigabytes a second where the processor helps.
  package init(_ bytes: [UInt8]) { self.init(bytes[...]) }

  /// Hashes a part of bytes.
  init(_ bytes: ArraySlice<UInt8>) {
    var context = sha256_ctx()
    var digest = [UInt8](repeating: 0, count: Self.size)
    unsafe nettle_sha256_init(&context)
    unsafe bytes.withUnsafeBufferPointer { buffer in
      unsafe nettle_sha256_update(&context, buffer.count, buffer.baseAddress)
    }
    unsafe nettle_sha256_digest(&context, digest.count, &digest)
    self.init(digest: digest[...])
  }

  /// The number of bytes in a digest.
  static let size = Int(SHA256_DIGEST_SIZE)

  /// Takes a digest of ``size`` bytes; of fewer none is made but that of zeros.
  init(digest: ArraySlice<UInt8>) {
    guard digest.count == Self.size else {
      words = (0, 0, 0, 0)
      return
    }
    words = unsafe digest.withUnsafeBytes { bytes in
      func word(_ number: Int) -> UInt64 {
        let word = unsafe bytes.loadUnaligned(fromByteOffset: number * 8, as: UInt64.self)
        return UInt64(littleEndian: word)
      }
      return (word(0), word(1), word(2), word(3))
    }
  }

  /// The digest.
  var digest: [UInt8] {
    var bytes: [UInt8] = []
    appendDigest(to: &bytes)
    return bytes
  }

  /// Appends the digest.
  func appendDigest(to output: inout [UInt8]) {
    for word in [words.0, words.1, words.2, words.3] {
      unsafe withUnsafeBytes(of: word.littleEndian) { unsafe output.append(contentsOf: $0) }
    }
  }

  /// Reads what ``text`` wrote; `nil` for anything else.
  package init?(_ text: some StringProtocol) {
    let digits = text.utf8.compactMap { byte -> UInt8? in
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
      case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
      default: nil
      }
    }
    guard digits.count == text.utf8.count, digits.count == 2 * Self.size else { return nil }
    let digest = stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
    self.init(digest: digest[...])
  }

  /// 64 hexadecimal digits.
  package var text: String {
    var text: [UInt8] = []
    append(to: &text)
    return String(decoding: text, as: UTF8.self)
  }

  /// Appends the 64 hexadecimal digits.
  func append(to output: inout [UInt8]) {
    func digit(_ value: UInt8) -> UInt8 {
      value + (value < 10 ? UInt8(ascii: "0") : UInt8(ascii: "a") - 10)
    }
    for var word in [words.0, words.1, words.2, words.3] {
      for _ in 0..<8 {
        let byte = UInt8(truncatingIfNeeded: word)
        output.append(digit(byte >> 4))
        output.append(digit(byte & 15))
        word >>= 8
      }
    }
  }

  package static func == (one: Self, other: Self) -> Bool { one.words == other.words }

  package func hash(into hasher: inout Hasher) { hasher.combine(words.0) }
}

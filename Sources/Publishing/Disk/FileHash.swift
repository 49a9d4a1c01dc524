import CNettle

/// The SHA-256 of a file's bytes, by which anybody can tell whether a copy is still the published one.
package struct FileHash: Hashable, Sendable {
  private let words: [UInt8]

  /// Hashes bytes.
  ///
  /// - Complexity: O(*n*); some two gigabytes a second where the processor helps.
  package init(_ bytes: [UInt8]) {
    var context = sha256_ctx()
    var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_SIZE))
    unsafe nettle_sha256_init(&context)
    unsafe nettle_sha256_update(&context, bytes.count, bytes)
    unsafe nettle_sha256_digest(&context, digest.count, &digest)
    words = digest
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
    guard digits.count == text.utf8.count, digits.count == 2 * Int(SHA256_DIGEST_SIZE) else {
      return nil
    }
    words = stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
  }

  /// 64 hexadecimal digits.
  package var text: String {
    let digits = Array("0123456789abcdef".utf8)
    let bytes = words.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    return String(decoding: bytes, as: UTF8.self)
  }
}

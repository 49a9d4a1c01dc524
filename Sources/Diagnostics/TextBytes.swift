extension [UInt8] {
  /// Appends a text as UTF-8.
  ///
  /// Copied from where it stands: to append a view of its bytes takes twice as long for the short
  /// texts that files are made of.
  @inlinable package mutating func append(utf8 text: String) {
    append(text.utf8.span)
  }

  /// Appends bytes from where they stand.
  @inlinable package mutating func append(_ bytes: Span<UInt8>) {
    unsafe bytes.withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
  }
}

extension String {
  /// An id as a key of data files has it: `_` for each `-`.
  package var keyText: String {
    String(
      decoding: utf8.map { $0 == UInt8(ascii: "-") ? UInt8(ascii: "_") : $0 }, as: UTF8.self)
  }
}

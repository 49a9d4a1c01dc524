/// Names that vendors and other lists have for what a key here names otherwise.
enum KeySynonyms {
  /// How a key may end, and how it ends here.
  private static let endings = [
    ("cached_tokens", "cached_input_tokens"), ("cached_input", "cached_input_tokens"),
    ("cached_prompt_tokens", "cached_input_tokens"), ("cache_hit_tokens", "cached_input_tokens"),
    ("cache_read_tokens", "cached_input_tokens"),
    ("cache_read_input_tokens", "cached_input_tokens"),
    ("cache_write_tokens", "cache_write_input_tokens"),
    ("cache_creation_tokens", "cache_write_input_tokens"),
    ("cache_creation_input_tokens", "cache_write_input_tokens"),
    ("prompt_tokens", "input_tokens"), ("completion_tokens", "output_tokens"),
    ("reasoning_tokens", "reasoning_output_tokens"), ("thinking_tokens", "reasoning_output_tokens"),
    ("audio_tokens", "audio_input_tokens"), ("image_tokens", "image_input_tokens"),
  ]

  /// The key that somebody means who writes another.
  ///
  /// - Parameters:
  ///   - key: What was written.
  ///   - keys: What would be right.
  /// - Returns: The key, of the longest name that is known; `nil` where none is.
  static func key(for key: String, in keys: [String]) -> String? {
    let known = endings.filter { key == $0.0 || key.hasSuffix("_\($0.0)") }
    guard let name = known.max(by: { $0.0.utf8.count < $1.0.utf8.count }) else { return nil }
    let meant = key.dropLast(name.0.count) + name.1
    return keys.first { $0 == meant }
  }
}

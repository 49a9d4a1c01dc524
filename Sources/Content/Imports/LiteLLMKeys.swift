import Pricing

/// What a key of litellm's price map is a price for.
///
/// A key is a base, perhaps a number of tokens above which it holds, a size, and a service tier:
/// `cache_read_input_token_cost_above_200k_tokens_priority`.
struct LiteLLMKey {
  /// What is counted; `nil` for the time of provisioned capacity.
  let quantity: Quantity?

  /// When it holds.
  let condition: Condition

  /// The service tiers, as suffixes.
  private static let tiers = [
    "batches": "batch", "priority": "priority", "flex": "flex", "balanced": "balanced",
    "ultrafast": "ultrafast", "decisions": "decisions",
  ]

  /// How keys begin that may end with a size.
  private static let sized = ["output_cost_per_second_", "output_cost_per_image_"]

  /// The bases, by the quantity that each is a price for.
  private static let bases: [String: String] = [
    "input_cost_per_token": "input-tokens", "output_cost_per_token": "output-tokens",
    "cache_read_input_token_cost": "cached-input-tokens",
    "input_cost_per_token_cache_hit": "cached-input-tokens",
    "explicit_cache_read_input_token_cost": "cached-input-tokens",
    "cache_creation_input_token_cost": "cache-write-input-tokens",
    "cache_creation_input_token_cost_above_1hr": "1-hour-cache-write-input-tokens",
    "cache_creation_input_token_cost_above_12hr": "12-hour-cache-write-input-tokens",
    "input_cost_per_audio_token": "audio-input-tokens",
    "output_cost_per_audio_token": "audio-output-tokens",
    "cache_read_input_audio_token_cost": "cached-audio-input-tokens",
    "cache_creation_input_audio_token_cost": "cache-write-audio-input-tokens",
    "input_cost_per_image_token": "image-input-tokens",
    "output_cost_per_image_token": "image-output-tokens",
    "cache_read_input_image_token_cost": "cached-image-input-tokens",
    "input_cost_per_video_token": "video-input-tokens",
    "output_cost_per_video_token": "video-output-tokens",
    "output_cost_per_reasoning_token": "reasoning-output-tokens",
    "citation_cost_per_token": "citation-output-tokens",
    "input_cost_per_image": "images-read", "output_cost_per_image": "images",
    "input_cost_per_pixel": "pixels-read", "output_cost_per_pixel": "pixels",
    "input_cost_per_character": "characters-read", "output_cost_per_character": "characters",
    "input_cost_per_audio_per_second": "seconds-of-audio-read",
    "input_cost_per_video_per_second": "seconds-of-video-read",
    "output_cost_per_video_per_second": "seconds-of-video-written",
    "input_cost_per_query": "queries", "input_cost_per_request": "requests",
    "input_cost_per_text_message": "messages", "ocr_cost_per_page": "pages",
    "annotation_cost_per_page": "annotated-pages", "ocr_cost_per_credit": "credits",
    "code_interpreter_cost_per_session": "sessions",
    "google_maps_grounding_cost_per_query": "map-searches",
  ]

  /// Reads a key of an entry of some mode; `nil` for a key that is no such price.
  ///
  /// - Parameters:
  ///   - key: The key.
  ///   - mode: What the entry does: a price per second is of audio, of video, or of a machine.
  ///   - isInclusive: Whether the vendor's thresholds are met by exactly so many tokens.
  init?(_ key: String, mode: String, isInclusive: Bool = false) {
    var name = key[...]
    var choices: [Choice] = []
    if let (suffix, tier) = Self.tiers.first(where: { name.hasSuffix("_\($0.key)") }) {
      name = name.dropLast(suffix.utf8.count + 1)
      choices.append(Choice(.tier, tier))
    }
    var input: Condition.Threshold?
    // A pattern takes long to make, and few keys of a long list need one.
    if name.hasSuffix("k_tokens"), let match = name.firstMatch(of: /_above_([0-9]+)k_tokens$/),
      let count = Int("\(match.1)000")
    {
      input = .init(over: count, isInclusive: isInclusive)
      name = name[..<match.range.lowerBound]
    }
    if name.hasSuffix("_interval"),
      let match = name.firstMatch(of: /^(.*)_above_([0-9]+s)_interval$/)
    {
      choices.append(Choice(.mode, "above-\(match.2)"))
      name = match.1
    }
    if Self.sized.contains(where: name.hasPrefix),
      let match = name.firstMatch(of: /^(output_cost_per_(?:second|image))_([0-9.]+[kKp]?)$/)
    {
      choices.append(Choice(.size, match.2.lowercased()))
      name = match.1
    }
    if name == "explicit_cache_read_input_token_cost" { choices.append(Choice(.mode, "explicit")) }
    guard Set(choices.map(\.axis)).count == choices.count else { return nil }
    condition = Condition(choices: choices, input: input)
    if let id = Self.bases[String(name)] {
      quantity = Quantity(id: id)
    } else if let time = Self.time(String(name), mode: mode) {
      quantity = time.isEmpty ? nil : Quantity(id: time)
    } else {
      return nil
    }
  }

  /// The quantity of a price per second; empty for provisioned capacity, `nil` for another key.
  private static func time(_ name: String, mode: String) -> String? {
    switch name {
    case "cost_per_second": return ""
    case "input_cost_per_second", "output_cost_per_second":
      let isRead = name.hasPrefix("input")
      if mode.hasPrefix("video") {
        return isRead ? "seconds-of-video-read" : "seconds-of-video-written"
      }
      if mode.hasPrefix("audio") || mode == "realtime" {
        return isRead ? "seconds-of-audio-read" : "seconds-of-audio-written"
      }
      return isRead ? "" : nil
    default: return nil
    }
  }
}

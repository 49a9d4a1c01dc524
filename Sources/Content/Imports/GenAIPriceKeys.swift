import Pricing

/// The words of genai-prices for what is counted, and for what is chosen.
enum GenAIPriceKeys {
  /// The unit of each key.
  static let units: [String: RateUnit] = {
    let names: [String: String] = [
      "input_mtok": "million-input-tokens", "output_mtok": "million-output-tokens",
      "cache_read_mtok": "million-cached-input-tokens",
      "cache_write_mtok": "million-cache-write-input-tokens",
      "cache_write_5m_mtok": "million-5-minute-cache-write-input-tokens",
      "cache_write_1h_mtok": "million-1-hour-cache-write-input-tokens",
      "input_tool_mtok": "million-tool-input-tokens",
      "output_reasoning_mtok": "million-reasoning-output-tokens",
      "output_citation_mtok": "million-citation-output-tokens",
      "input_mchars": "million-characters-read",
      "input_text_messages_kcount": "thousand-messages", "audio_hours": "hour-of-audio",
      "input_audio_hours": "hour-of-audio-read", "output_audio_hours": "hour-of-audio-written",
      "input_gpixels": "billion-pixels-read", "input_document_kpages": "thousand-pages",
      "input_annotated_document_kpages": "thousand-annotated-pages",
      "rerank_searches_kcount": "thousand-queries",
      "web_searches_kcount": "thousand-web-searches",
      "social_searches_kcount": "thousand-social-searches",
      "storage_searches_kcount": "thousand-file-searches",
      "code_executions_kcount": "thousand-code-runs", "requests_kcount": "thousand-requests",
    ]
    var units = names.compactMapValues(RateUnit.init(rawValue:))
    for content in ["text", "audio", "image", "video"] {
      for (key, unit) in [
        ("input_\(content)_mtok", "million-\(content)-input-tokens"),
        ("output_\(content)_mtok", "million-\(content)-output-tokens"),
        ("cache_\(content)_read_mtok", "million-cached-\(content)-input-tokens"),
        ("cache_\(content)_write_mtok", "million-cache-write-\(content)-input-tokens"),
      ] {
        units[key] = RateUnit(rawValue: unit)
      }
    }
    return units
  }()

  /// Whether a key of a model or of a provider holds prices that are not among the model's others.
  static func isOtherPrice(_ key: String) -> Bool {
    key.hasSuffix("_prices") || key.hasSuffix("_mtok") || key.hasSuffix("_kcount")
  }

  /// What a key and a value of a request choose; `nil` for what no card has a word for.
  static func choice(_ key: String, _ value: String) -> Choice? {
    let letters = value.lowercased().map { $0.isLetter || $0.isNumber ? $0 : "-" }
    guard let word = try? Words.identifier(String(letters)) else { return nil }
    switch key {
    case "processing", "service_tier": return Choice(.tier, word)
    case "speed", "search_type": return Choice(.mode, word)
    case "route": return Choice(.region, word)
    default: return nil
    }
  }
}

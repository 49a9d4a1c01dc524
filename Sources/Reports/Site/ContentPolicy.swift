/// What a browser may load for a page, as the page itself tells it.
///
/// Nothing runs that is written inside a page: scripts and styles are files of the site. No other
/// host hears of a reader, unless the author names it.
enum ContentPolicy {
  /// The text of the policy.
  ///
  /// - Parameter hosts: The hosts that the author names, for pictures, scripts and styles.
  /// - Returns: What the `content` of the page's `meta` says.
  static func text(_ hosts: Set<String>) -> String {
    let others = hosts.sorted().map { " https://\($0)" }.joined()
    return [
      "default-src 'none'", "script-src 'self'\(others)", "style-src 'self'\(others)",
      "img-src 'self'\(others)", "font-src 'self'", "connect-src 'self'", "base-uri 'none'",
      "form-action 'none'",
    ].joined(separator: "; ")
  }
}

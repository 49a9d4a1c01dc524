public import Diagnostics

/// An address on another host from which a page would load a picture, a script or a style.
public struct ForeignAddress: Hashable, Sendable {
  /// The host, with its port if it has one.
  public let host: String

  /// Where the address was written.
  public let location: SourceLocation

  /// Finds the host of an address; `nil` for an address of the site itself.
  public init?(_ address: String, at location: SourceLocation) {
    let address = address.lowercased()
    let start = ["https://", "http://", "//"].first { address.hasPrefix($0) }
    guard let start else { return nil }
    host = String(address.dropFirst(start.count).prefix { !"/?#".contains($0) })
    self.location = location
  }

  /// The pictures of pages on hosts that the site does not name.
  static func findings(_ pages: [PageDocument], _ settings: SiteSettings) -> [Diagnostic] {
    pages.flatMap(\.body.images)
      .compactMap { Self($0.value, at: $0.location)?.finding(settings) }
  }

  /// What is wrong with the address, unless the site names its host.
  public func finding(_ settings: SiteSettings) -> Diagnostic? {
    guard !settings.foreignHosts.contains(host) else { return nil }
    return Diagnostic(
      .error, at: location, "'\(host)' would learn of every reader of the page",
      hint: "copy the file into templates/assets, or add the host to 'foreign_hosts' in "
        + "content/site.yaml")
  }
}

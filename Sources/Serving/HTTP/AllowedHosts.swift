/// The names under which a site is shown on this machine.
///
/// A page of somebody else can point its own name at 127.0.0.1 and read what it finds there. The
/// browser still sends that name, so a request for any but these is refused.
struct AllowedHosts: Sendable {
  private let hosts: Set<String>

  init(port: UInt16) {
    let names = ["127.0.0.1", "localhost", "[::1]"]
    hosts = Set(names.map { "\($0):\(port)" } + (port == 80 ? names : []))
  }

  /// Whether a site may be asked for by this name.
  func contains(_ host: String) -> Bool { hosts.contains(host.lowercased()) }
}

import FlyingSocks
import Glibc

/// The port on which browsers of this machine, and of no other, find the site.
struct Listener: Sendable {
  /// The number of the port.
  let port: UInt16

  private let socket: Socket

  /// Takes a port.
  ///
  /// - Parameter port: Its number; 0 for any that is free.
  /// - Throws: ``ServingError``.
  init(port: UInt16) throws(ServingError) {
    do {
      socket = try Socket(domain: AF_INET)
      // A port that was left a moment ago can be taken again, one that is in use cannot.
      try socket.setValue(true, for: .localAddressReuse)
      try socket.bind(to: .inet(ip4: "127.0.0.1", port: port))
      try socket.listen()
      guard case .ip4(_, let taken) = try socket.sockname() else { throw Missing() }
      self.port = taken
    } catch SocketError.failed(_, EADDRINUSE, _) {
      throw .portInUse(port)
    } catch SocketError.failed(_, _, let words) {
      throw .refused(what: "port \(port) cannot be used", why: words)
    } catch { throw .refused(what: "port \(port) cannot be used", why: "\(error)") }
  }

  private struct Missing: Error {}

  /// Answers requests until the task is cancelled.
  func serve(in pool: SocketPool<ePoll>, _ answer: @escaping @Sendable (Request) -> Answer)
    async throws
  {
    defer { try? socket.close() }
    let listening = try AsyncSocket(socket: socket, pool: pool)
    try await withThrowingDiscardingTaskGroup { group in
      for try await socket in listening.sockets {
        group.addTask {
          var connection = Connection(socket, in: pool)
          await connection.serve(answer)
        }
      }
    }
  }
}

import FlyingSocks
import Foundation
import Glibc

/// A browser of few words: sends bytes as they are, and reads what comes.
struct Client {
  private let socket: AsyncSocket

  /// Connects to an address such as `http://127.0.0.1:4040`.
  init(_ address: String) async throws {
    let port = UInt16(address.split(separator: ":").last ?? "") ?? 0
    socket = try await AsyncSocket.connected(to: .inet(ip4: "127.0.0.1", port: port))
  }

  /// Sends a request whose lines end as they should.
  func send(_ lines: String...) async throws {
    try await socket.write(Data((lines + ["", ""]).joined(separator: "\r\n").utf8))
  }

  /// Reads until what came satisfies a condition, or the other side leaves.
  func read(until isEnough: (String) -> Bool) async throws -> String {
    var bytes: [UInt8] = []
    while !isEnough(String(decoding: bytes, as: UTF8.self)) {
      do { bytes += try await socket.read(atMost: 4096) } catch SocketError.disconnected { break }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  func close() { try? socket.close() }
}

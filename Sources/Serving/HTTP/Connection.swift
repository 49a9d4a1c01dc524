import FlyingSocks
import FoundationEssentials

/// What a request is answered with.
enum Answer: Sendable {
  case response(Response)

  /// Messages as they come, until the browser leaves.
  case messages(AsyncStream<String>)
}

/// One browser's connection, over which it sends one request after the other.
struct Connection: Sendable {
  private let socket: AsyncSocket
  private let pool: SocketPool<ePoll>
  private var buffer: [UInt8] = []

  init(_ socket: AsyncSocket, in pool: SocketPool<ePoll>) {
    self.socket = socket
    self.pool = pool
  }

  /// Answers requests until the browser leaves, or sends what cannot be understood.
  mutating func serve(_ answer: @Sendable (Request) -> Answer) async {
    await converse(answer)
    // The pool wakes who waits for a socket before it takes the socket off its list, and its number
    // is soon that of another: it must not be closed in between.
    await pool.finishWhatItDoes()
    try? socket.close()
  }

  /// Answers requests; a browser that leaves is no failure, whenever it does.
  private mutating func converse(_ answer: @Sendable (Request) -> Answer) async {
    do {
      while let head = try await nextHead() {
        let request: Request
        do { request = try Request(reading: head) } catch {
          return try await send(error.response, keepsAlive: false)
        }
        switch answer(request) {
        case .messages(let messages): return try await send(messages)
        case .response(let response):
          try await send(
            response, hasBody: request.method != "HEAD", keepsAlive: request.keepsAlive)
        }
        guard request.keepsAlive else { return }
      }
    } catch { return }
  }

  /// The bytes before the next empty line, or too many bytes; `nil` where the browser has left.
  private mutating func nextHead() async throws -> [UInt8]? {
    let end = Array("\r\n\r\n".utf8)
    var searched = 0
    while true {
      if let range = buffer[searched...].firstRange(of: end) {
        let head = Array(buffer[..<range.lowerBound])
        buffer.removeFirst(range.upperBound)
        return head
      }
      guard buffer.count <= Request.limit else { return buffer }
      // The end may lie across two readings.
      searched = max(0, buffer.count - end.count + 1)
      do { buffer += try await socket.read(atMost: 4096) } catch SocketError.disconnected {
        return nil
      }
    }
  }

  private func send(
    _ response: Response, hasBody: Bool = true, keepsAlive: Bool
  ) async throws {
    try await socket.write(Data(response.bytes(hasBody: hasBody, keepsAlive: keepsAlive)))
  }

  /// Sends messages as server-sent events, and notices when nobody listens any more.
  private func send(_ messages: AsyncStream<String>) async throws {
    try await socket.write(Data(Response.endlessHead))
    let socket = socket
    await withTaskGroup { group in
      group.addTask {
        do {
          for await message in messages { try await socket.write(Self.event(message)) }
        } catch {}
      }
      group.addTask {
        // A browser sends nothing more, so that what is read can only be the end.
        do { while true { _ = try await socket.read(atMost: 1024) } } catch {}
      }
      await group.next()
      group.cancelAll()
    }
  }

  /// A message of one line, as the standard wants it; half a second later a lost browser is back.
  private static func event(_ message: String) -> Data {
    Data("retry: 500\ndata: \(message)\n\n".utf8)
  }
}

extension Request.Mistake {
  /// What is said to whoever sent it.
  var response: Response {
    switch self {
    case .malformed: .text(.badRequest, "This is not a request of HTTP/1.1.")
    case .tooLong: .text(.headerFieldsTooLarge, "The request is too long.")
    case .hasBody: .text(.contentTooLarge, "A site that is looked at takes nothing.")
    }
  }
}

extension SocketPool {
  /// Returns when the pool has nothing half done.
  fileprivate func finishWhatItDoes() {}
}

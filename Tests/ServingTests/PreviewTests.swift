import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Serving

@Suite("A preview", .timeLimit(.minutes(1)))
struct PreviewTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("good", to: "content/a.txt")
    try folder.write("<body>page</body>", to: "output/index.html")
    try folder.write("<body>a</body>", to: "output/a/index.html")
    try folder.write("<body>none</body>", to: "output/404.html")
    try folder.write("id,usd\n", to: "output/tables/a.csv")
    try folder.write("secret", to: "secret.txt")
  }

  @Test(
    "Answers browsers",
    arguments: [
      ("GET / HTTP/1.1", "200 OK", ">page<script src=\"/.breakeven/reload.js\" data-build=\""),
      ("GET /a HTTP/1.1", "301 Moved Permanently", "\r\nLocation: /a/\r\n"),
      ("GET /a?b=/c HTTP/1.1", "301 Moved Permanently", "\r\nLocation: /a/?b=/c\r\n"),
      ("GET /tables/a.csv HTTP/1.1", "200 OK", "\r\n\r\nid,usd\n"),
      ("HEAD /tables/a.csv HTTP/1.1", "200 OK", "Content-Length: 7\r\n"),
      ("GET /none HTTP/1.1", "404 Not Found", ">none<script"),
      ("GET /../secret.txt HTTP/1.1", "404 Not Found", ">none<script"),
      ("GET /%2e%2e/secret.txt HTTP/1.1", "404 Not Found", ">none<script"),
      ("GET /.breakeven/reload.js HTTP/1.1", "200 OK", "new EventSource(\"/.breakeven/events\")"),
      ("POST / HTTP/1.1", "405 Method Not Allowed", "\r\nAllow: GET, HEAD\r\n"),
      ("HEAD /.breakeven/events HTTP/1.1", "404 Not Found", "Content-Length"),
      ("nonsense", "400 Bad Request", "not a request"),
    ])
  func answers(line: String, status: String, part: String) async throws {
    try await withPreview { address in
      let answer = try await ask(address, line, "Host: \(host(address))", "Connection: close")
      #expect(answer.hasPrefix("HTTP/1.1 \(status)\r\n"))
      #expect(answer.contains(part))
      #expect(!answer.contains("secret"))
    }
  }

  @Test(
    "A foreign name is refused", arguments: ["example.com", "localhost:1", "rebind.example:80"])
  func refusesForeignNames(host: String) async throws {
    try await withPreview { address in
      for target in ["/", "/.breakeven/events", "/.breakeven/reload.js"] {
        let answer = try await ask(
          address, "GET \(target) HTTP/1.1", "Host: \(host)", "Connection: close")
        #expect(answer.hasPrefix("HTTP/1.1 403 Forbidden\r\n"))
      }
    }
  }

  @Test func answersSeveralRequestsOnOneConnection() async throws {
    try await withPreview { address in
      let client = try await Client(address)
      defer { client.close() }
      for _ in 0..<3 {
        try await client.send("GET /tables/a.csv HTTP/1.1", "Host: \(host(address))")
        let answer = try await client.read { $0.hasSuffix("id,usd\n") }
        #expect(answer.hasSuffix("\r\nConnection: keep-alive\r\n\r\nid,usd\n"))
      }
    }
  }

  @Test func browsersMayComeAndGo() async throws {
    try await withPreview { address in
      try await withThrowingTaskGroup { group in
        for number in 0..<200 {
          group.addTask {
            let client = try await Client(address)
            defer { client.close() }
            // Some leave before they have asked, and some before they are answered.
            if number.isMultiple(of: 3) { return }
            try await client.send("GET /tables/a.csv HTTP/1.1", "Host: \(host(address))")
            if number.isMultiple(of: 5) { return }
            let answer = try await client.read { $0.hasSuffix("id,usd\n") }
            #expect(answer.hasPrefix("HTTP/1.1 200 OK\r\n"))
          }
        }
        try await group.waitForAll()
      }
    }
  }

  @Test func aPortInUseIsNotTaken() throws {
    let first = try Preview(of: folder.path, folders: [], port: 0)
    let port = try #require(UInt16(first.address.split(separator: ":").last ?? ""))
    #expect(throws: ServingError.portInUse(port)) {
      try Preview(of: folder.path, folders: [], port: port)
    }
  }

  @Test func pagesHearOfEachBuild() async throws {
    try await withPreview { address in
      let client = try await Client(address)
      defer { client.close() }
      try await client.send("GET /.breakeven/events HTTP/1.1", "Host: \(host(address))")
      let first = try await message(client)
      #expect(first.mistakes.isEmpty)

      try folder.write("bad \"1\"\n<2>", to: "content/a.txt")
      let broken = try await message(client)
      #expect(broken == Message(build: first.build, mistakes: "bad \"1\"\n<2>"))

      try folder.write("good", to: "content/a.txt")
      let mended = try await message(client)
      #expect(mended.mistakes.isEmpty && mended.build != first.build)
    }
  }

  @Test func withoutASiteThereIsAPageThatWaitsForIt() async throws {
    try FileManager.default.removeItem(atPath: folder.at("output"))
    try await withPreview(mistakes: "a mistake") { address in
      let answer = try await ask(
        address, "GET /a/ HTTP/1.1", "Host: \(host(address))", "Connection: close")
      #expect(answer.hasPrefix("HTTP/1.1 503 Service Unavailable\r\n"))
      #expect(answer.contains("<script src=\"/.breakeven/reload.js\""))
    }
  }

  private struct Message: Decodable, Hashable {
    var build: String
    var mistakes: String
  }

  /// The next message of a stream.
  private func message(_ client: Client) async throws -> Message {
    let text = try await client.read { $0.contains("data: ") && $0.hasSuffix("\n\n") }
    let line = try #require(text.split(separator: "\n").last { $0.hasPrefix("data: ") })
    return try JSONDecoder().decode(Message.self, from: Data(line.dropFirst(6).utf8))
  }

  private func ask(_ address: String, _ lines: String...) async throws -> String {
    let client = try await Client(address)
    defer { client.close() }
    try await client.send(lines.joined(separator: "\r\n"))
    return try await client.read { _ in false }
  }

  private func host(_ address: String) -> String { String(address.dropFirst("http://".count)) }

  /// Lends a preview whose site is right as long as its only file is `good`.
  private func withPreview(
    mistakes: String? = nil, _ body: (_ address: String) async throws -> Void
  ) async throws {
    let preview = try Preview(of: folder.path, folders: ["content"], port: 0)
    let folder = folder
    let running = Task {
      try await preview.run(from: folder.at("output"), after: mistakes) {
        let text = folder.text("content/a.txt")
        return text == "good" ? nil : text
      }
    }
    try await body(preview.address)
    running.cancel()
    _ = await running.result
  }
}

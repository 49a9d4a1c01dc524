import Foundation
import TestSupport
import Testing

@testable import Serving

/// What is answered, without a connection; how it travels is tested with the program itself.
@Suite("A preview")
struct PreviewTests {
  private let folder: TemporaryFolder
  private let pages: PreviewPages
  private let state = PreviewState()

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("<body>page</body>", to: "output/index.html")
    try folder.write("<body>a</body>", to: "output/a/index.html")
    try folder.write("<body>none</body>", to: "output/404.html")
    try folder.write("id,usd\n", to: "output/tables/a.csv")
    try folder.write("secret", to: "secret.txt")
    pages = PreviewPages(
      hosts: AllowedHosts(port: 4040), tree: SiteTree(root: folder.at("output")), state: state)
  }

  private func ask(_ line: String, of host: String = "localhost:4040") throws -> String {
    let lines = "\(line) HTTP/1.1\r\nHost: \(host)\r\nRange: bytes=1-2"
    switch pages.answer(to: try Request(reading: Array(lines.utf8))) {
    case .messages: return "messages"
    case .response(let response):
      let bytes = response.bytes(hasBody: true, keepsAlive: true)
      return String(decoding: bytes, as: UTF8.self)
    }
  }

  @Test(
    "Answers browsers",
    arguments: [
      ("GET /a", "301 Moved Permanently", "\r\nLocation: /a/\r\n"),
      ("GET /a?b=/c", "301 Moved Permanently", "\r\nLocation: /a/?b=/c\r\n"),
      ("GET /tables/a.csv", "206 Partial Content", "\r\n\r\nd,"),
      ("GET /none", "404 Not Found", ">none<script"),
      ("GET /../secret.txt", "404 Not Found", ">none<script"),
      ("GET /%2e%2e/secret.txt", "404 Not Found", ">none<script"),
      ("GET //example.com/a", "404 Not Found", ">none<script"),
      ("GET /.breakeven/reload.js", "200 OK", "new EventSource(\"/.breakeven/events\")"),
      ("POST /", "405 Method Not Allowed", "\r\nAllow: GET, HEAD\r\n"),
      ("HEAD /.breakeven/events", "404 Not Found", "Content-Length"),
    ])
  func answers(line: String, status: String, part: String) throws {
    let answer = try ask(line)
    #expect(answer.hasPrefix("HTTP/1.1 \(status)\r\n"))
    #expect(answer.contains(part))
    #expect(!answer.contains("secret"))
  }

  @Test func pagesKnowTheBuildTheyAreFrom() throws {
    state.note(.shown(changed: []))
    let tag = "<script src=\"/.breakeven/reload.js\" data-build=\"\(state.build)\">"
    let lines = "GET / HTTP/1.1\r\nHost: 127.0.0.1:4040"
    guard case .response(let page) = pages.answer(to: try Request(reading: Array(lines.utf8)))
    else {
      Issue.record("a page is no stream")
      return
    }
    #expect(String(decoding: page.body, as: UTF8.self) == "<body>page\(tag)</script></body>")
  }

  @Test(
    "A foreign name is refused", arguments: ["example.com", "localhost:1", "rebind.example:80"])
  func refusesForeignNames(host: String) throws {
    for target in ["/", "/.breakeven/events", "/.breakeven/reload.js"] {
      #expect(try ask("GET \(target)", of: host).hasPrefix("HTTP/1.1 403 Forbidden\r\n"))
    }
    #expect(try ask("GET /.breakeven/events") == "messages")
  }

  @Test func withoutASiteThereIsAPageThatWaitsForIt() throws {
    try FileManager.default.removeItem(atPath: folder.at("output"))
    let answer = try ask("GET /a/")
    #expect(answer.hasPrefix("HTTP/1.1 503 Service Unavailable\r\n"))
    #expect(answer.contains("<script src=\"/.breakeven/reload.js\""))
  }

  @Test func aPortInUseIsNotTaken() throws {
    let first = try Preview(of: folder.path, folders: [], port: 0)
    let port = try #require(UInt16(first.address.split(separator: ":").last ?? ""))
    #expect(throws: ServingError.portInUse(port)) {
      try Preview(of: folder.path, folders: [], port: port)
    }
  }

  @Test func pagesHearOfEachBuild() async throws {
    state.note(.shown(changed: []))
    var messages = state.messages().makeAsyncIterator()
    let first = try message(await messages.next())
    #expect(first == Message(build: state.build, mistakes: ""))

    state.note(.refused("bad \"1\"\n<2>"))
    #expect(
      try message(await messages.next()) == Message(build: first.build, mistakes: "bad \"1\"\n<2>"))
    // Who comes later hears of it too.
    var others = state.messages().makeAsyncIterator()
    #expect(try message(await others.next()).mistakes == "bad \"1\"\n<2>")

    state.note(.shown(changed: []))
    let mended = try message(await messages.next())
    #expect(mended == Message(build: state.build, mistakes: "") && mended.build != first.build)
  }

  @Test(
    "Pages hear of other files that they may hold",
    arguments: [
      (["index.html", "tables/a.csv", "data/a.json", "feed.xml", "llms.txt", "a.md"], 0, 0),
      (["index.html", "assets/site.css"], 1, 0), (["assets/own.js", "fonts/a.woff2"], 1, 0),
      (["assets/strange"], 1, 0), (["charts/a.svg", "charts/a.png"], 0, 1),
      (["assets/logo.svg"], 1, 0), (["assets/site.css", "photo.jpg"], 1, 1), ([], 0, 0),
    ])
  func pagesHearOfFiles(changed: [String], code: Int, pictures: Int) async throws {
    state.note(.shown(changed: changed))
    var messages = state.messages().makeAsyncIterator()
    let told = try message(await messages.next())
    #expect((told.code, told.pictures) == (code, pictures))
  }

  private struct Message: Decodable, Hashable {
    var build: String
    var mistakes: String
    var code = 0
    var pictures = 0
  }

  private func message(_ text: String?) throws -> Message {
    let line = try #require(text)
    #expect(!line.contains("\n"))
    return try JSONDecoder().decode(Message.self, from: Data(line.utf8))
  }
}

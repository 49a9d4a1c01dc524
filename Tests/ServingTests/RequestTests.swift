import Testing

@testable import Serving

@Suite("Requests")
struct RequestTests {
  @Test func saysWhatIsAskedFor() throws {
    let lines =
      "GET /charts/a.svg?x=1 HTTP/1.1\r\nHost: localhost:4040\r\nRANGE:\t bytes=0-9 \r\nX: y: z"
    let request = try Request(reading: Array(lines.utf8))
    #expect(request.method == "GET" && request.target == "/charts/a.svg?x=1")
    #expect(request.host == "localhost:4040" && request.range == "bytes=0-9")
  }

  @Test(
    "A connection stays open as the version of HTTP has it, unless the browser says otherwise",
    arguments: [
      ("1.1", "Accept: */*", true), ("1.1", "Connection: close", false),
      ("1.0", "Accept: */*", false), ("1.0", "Connection: Keep-Alive", true),
    ])
  func keepsAlive(version: String, field: String, isKept: Bool) throws {
    let request = try Request(reading: Array("GET / HTTP/\(version)\r\nHost: a\r\n\(field)".utf8))
    #expect(request.keepsAlive == isKept)
  }

  @Test(
    "What is no request of a browser is refused",
    arguments: [
      ("", .malformed), ("GET / HTTP/1.1", .malformed), ("GET /\r\nHost: a", .malformed),
      ("GET  / HTTP/1.1\r\nHost: a", .malformed), ("GET / HTTP/2\r\nHost: a", .malformed),
      ("GET http://a/ HTTP/1.1\r\nHost: a", .malformed), (" / HTTP/1.1\r\nHost: a", .malformed),
      ("GET / HTTP/1.1\r\nHost: a\r\nHost: b", .malformed),
      ("GET / HTTP/1.1\r\nHost : a", .malformed), ("GET / HTTP/1.1\r\nHost: a\r\n b", .malformed),
      ("GET / HTTP/1.1\r\nHost: a\r\nnothing", .malformed),
      ("GET / HTTP/1.1\nHost: a", .malformed),
      ("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1", .hasBody),
      ("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked", .hasBody),
      ("GET /\(String(repeating: "a", count: 17_000)) HTTP/1.1\r\nHost: a", .tooLong),
    ] as [(String, Request.Mistake)])
  func refuses(lines: String, mistake: Request.Mistake) {
    #expect(throws: mistake) { try Request(reading: Array(lines.utf8)) }
  }

  @Test(
    "An address names a file",
    arguments: [
      ("/", "", true), ("/index.html", "index.html", false), ("/a/b/", "a/b", true),
      ("/a%20b.svg?q=/../x#y", "a b.svg", false), ("/%C3%BC.html", "ü.html", false),
      ("/a..b/c.", "a..b/c.", false), ("/a%2520b", "a%20b", false),
    ])
  func namesAFile(target: String, path: String, isFolder: Bool) throws {
    let found = try #require(RequestedPath(target: target))
    #expect(found.text == path && found.isFolder == isFolder)
  }

  @Test(
    "No address leads out of the site",
    arguments: [
      "/..", "/../x", "/a/../b", "/a/./b", "/%2e%2e/x", "/%2E./x", "/..%2fx", "/a%2f..%2fb",
      "/..%5cx", "/a\\b", "//x", "/a//b", "/.git/config", "/%00", "/a%", "/a%4", "/a%zz", "/%ff",
      "", "x", "http://a/",
    ])
  func staysInside(target: String) { #expect(RequestedPath(target: target) == nil) }

  @Test(
    "Only this machine's own names are answered",
    arguments: [
      ("127.0.0.1:4040", true), ("localhost:4040", true), ("LOCALHOST:4040", true),
      ("[::1]:4040", true), ("localhost", false), ("localhost:80", false),
      ("example.com:4040", false), ("localhost.example.com:4040", false), ("", false),
      ("127.0.0.1:4040.example.com", false), ("127.0.0.2:4040", false),
    ])
  func knowsItsNames(host: String, isKnown: Bool) {
    #expect(AllowedHosts(port: 4040).contains(host) == isKnown)
    #expect(AllowedHosts(port: 80).contains("localhost"))
  }
}

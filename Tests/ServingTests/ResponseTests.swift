import Testing

@testable import Serving

@Suite("Responses")
struct ResponseTests {
  private let file = Response(status: .ok, type: "text/plain", body: Array("0123456789".utf8))

  @Test func headHasTheLengthAndNoBody() {
    let text = String(decoding: file.bytes(hasBody: false, keepsAlive: true), as: UTF8.self)
    #expect(text.hasPrefix("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n"))
    #expect(text.contains("\r\nContent-Length: 10\r\n"))
    #expect(text.contains("\r\nCache-Control: no-store\r\n"))
    #expect(text.hasSuffix("\r\nConnection: keep-alive\r\n\r\n"))
    let whole = String(decoding: file.bytes(hasBody: true, keepsAlive: false), as: UTF8.self)
    #expect(whole.hasSuffix("\r\nConnection: close\r\n\r\n0123456789"))
  }

  @Test(
    "A part of a file",
    arguments: [
      ("bytes=0-0", "0", "0-0"), ("bytes=2-4", "234", "2-4"), ("bytes=7-", "789", "7-9"),
      ("bytes=-3", "789", "7-9"), ("bytes=-99", "0123456789", "0-9"),
      ("bytes=5-99", "56789", "5-9"),
    ])
  func part(range: String, text: String, place: String) {
    let part = ByteRange.applied(range, to: file)
    #expect(part.status == .partialContent && part.body == Array(text.utf8))
    #expect(part.fields == ["Content-Range: bytes \(place)/10"])
  }

  @Test("A part past the end", arguments: ["bytes=10-", "bytes=99-100", "bytes=-0"])
  func partPastTheEnd(range: String) {
    let answer = ByteRange.applied(range, to: file)
    #expect(answer.status == .rangeNotSatisfiable)
    #expect(answer.fields == ["Content-Range: bytes */10"])
  }

  @Test(
    "What is no single part is answered with the whole",
    arguments: [
      nil, "", "bytes=", "bytes=-", "bytes=a-b", "bytes=4-2", "bytes=0-1,3-4", "lines=0-1",
      "bytes=99999999999999999999-", "bytes= 1-2",
    ])
  func whole(range: String?) { #expect(ByteRange.applied(range, to: file) == file) }

  @Test(
    "The type of a file",
    arguments: [
      ("index.html", "text/html; charset=utf-8"), ("a.b.svg", "image/svg+xml"),
      ("tables/x.csv", "text/csv; charset=utf-8"), ("x", "application/octet-stream"),
      ("x.exe", "application/octet-stream"),
    ])
  func type(name: String, type: String) { #expect(ContentType.of(name) == type) }

  @Test(
    "A page gets its script at the end of its body",
    arguments: [
      ("<body><p>1</p></body></html>", "<body><p>1</p>SCRIPT</body></html>"),
      ("no page", "no pageSCRIPT"),
      (
        "</body>" + String(repeating: "x", count: 400) + "</body>\n",
        "</body>" + String(repeating: "x", count: 400) + "SCRIPT</body>\n"
      ),
    ])
  func script(page: String, served: String) {
    let tag = "<script src=\"/.breakeven/reload.js\" data-build=\"7-1\"></script>"
    let bytes = ReloadScript.added(to: Array(page.utf8), of: "7-1")
    #expect(String(decoding: bytes, as: UTF8.self) == served.replacing("SCRIPT", with: tag))
  }
}

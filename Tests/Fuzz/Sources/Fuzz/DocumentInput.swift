import Content
import Diagnostics
import Injection
import Pricing

/// A document with blocks that are kept current; the first byte says of which kind it is.
struct InjectInput: Input {
  private static let names = ["a.md", "a.mdx", "a.html", "a.adoc", "a.rst", "a.tex"]

  /// The law: what stands between blocks stays, and so do the blocks, or it is said which are lost;
  /// filled again, nothing changes.
  func read(_ bytes: [UInt8]) {
    guard let kind = bytes.first else { return }
    let path = Self.names[Int(kind) % Self.names.count]
    let text = Array(bytes.dropFirst())
    guard let document = document(text, path) else { return }
    law(document.bytes == text, "the bytes are as they were read")
    let texts = document.blocks.map { _ in "A line" }
    let filled = document.bytes(with: texts)
    if document.blocks.isEmpty { law(filled == text, "nothing changes without a block") }
    guard document.losses(in: filled).isEmpty else { return }
    guard let again = self.document(filled, path) else {
      fatalError("the blocks are still there")
    }
    law(again.blocks.count == document.blocks.count, "and no other ones")
    law(again.bytes(with: texts) == filled, "filled again, nothing changes")
  }

  private func document(_ bytes: [UInt8], _ path: String) -> InjectedDocument? {
    var findings: [Diagnostic] = []
    let document = InjectedDocument(bytes, path: path, into: &findings)
    law((document == nil) == !findings.isEmpty, "findings or a document")
    return document
  }
}

/// A price list of others; the first byte says which.
struct ImportInput: Input {
  private let site: FixtureContent
  private let day: CalendarDate

  init(home: String) {
    site = FixtureContent(home: home)
    guard let day = CalendarDate("2026-02-01") else { fatalError("no day") }
    self.day = day
  }

  /// The law: a finding, or rate cards that can be read.
  func read(_ bytes: [UInt8]) {
    let kinds: [Unicode.Scalar: PriceList.Kind] = [
      "g": .genAIPrices, "d": .modelsDev, "s": .skypilot, "y": .metergraph,
    ]
    let kind = bytes.first.flatMap { kinds[Unicode.Scalar($0)] } ?? .litellm
    let origin = PriceList.Origin(
      kind: kind, version: "1.2.3", hash: String(repeating: "0", count: 64), read: day,
      files: "list")
    let path =
      kind == .modelsDev && bytes.dropFirst().first != UInt8(ascii: "{")
      ? "acme/models/list.toml" : "acme/list"
    guard let list = try? PriceList([.init(path: path, bytes: Array(bytes.dropFirst()))], origin),
      let made = try? PriceListImport(list, into: site.files, saying: site.content).files
    else { return }
    let paths = Set(made.map(\.path))
    var loader = ContentLoader()
    let content = loader.load(site.files.filter { !paths.contains($0.path) } + made)
    law(content != nil, "\(loader.diagnostics)")
  }
}

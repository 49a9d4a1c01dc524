import ArgumentParser
import Content
import Diagnostics
import Injection
import Publishing
import Reports
import Site

/// The documents of a call, with the blocks in them.
struct InjectedFiles {
  private let documents: [InjectedDocument]
  private let texts: [String: String]

  /// What each block asks for and is written in, document by document.
  private let requests: [[(request: EmbedRequest, format: EmbedFormat)]]

  /// Reads documents; one that is named twice is read once.
  ///
  /// - Throws: ``Failure`` if one cannot be read, or an exit code after findings.
  init(_ paths: [String], _ reporting: Reporting) throws {
    var findings: [Diagnostic] = []
    var documents: [InjectedDocument] = []
    var texts: [String: String] = [:]
    for path in paths where texts[path] == nil {
      let bytes = try Self.read(path)
      texts[path] = String(decoding: bytes, as: UTF8.self)
      if let document = InjectedDocument(bytes, path: path, into: &findings) {
        documents.append(document)
      }
    }
    requests = documents.map { document in
      let kind = DocumentKind(path: document.path)
      return document.blocks.compactMap { block in
        EmbedRequest(block, into: &findings).map { ($0, EmbedFormat(of: block, in: kind)) }
      }
    }
    (self.documents, self.texts) = (documents, texts)
    guard findings.isEmpty else {
      reporting.report(findings, texts: texts)
      throw ExitCode.failure
    }
  }

  private static func read(_ path: String) throws -> [UInt8] {
    guard let target = LinuxCalls.target(of: path) else {
      throw Failure("'\(path)' does not exist", hint: "name a document with blocks")
    }
    guard target != .folder else {
      throw Failure("'\(path)' is a folder", hint: "name its files")
    }
    return try NamedFile.read(path, orElse: "check its permissions")
  }

  /// The documents that are not current, with the bytes that they should have.
  ///
  /// - Throws: ``Failure``, or an exit code after findings.
  func changed(by site: EmbedSite, _ reporting: Reporting) async throws -> [FileReplacement] {
    guard requests.contains(where: { !$0.isEmpty }) else { return [] }
    let embedding = try await site.embedding(for: requests.flatMap { $0.map(\.request) })
    var findings: [Diagnostic] = []
    var files: [FileReplacement] = []
    for (document, requests) in zip(documents, requests) {
      let pieces = requests.compactMap { request, format in
        Self.text(embedding, request, format, into: &findings)
      }
      guard pieces.count == requests.count else { continue }
      let new = document.bytes(with: pieces)
      findings += document.losses(in: new)
      if new != document.bytes {
        files.append(FileReplacement(path: document.path, old: document.bytes, new: new))
      }
    }
    guard findings.isEmpty else {
      reporting.report(findings, texts: texts)
      throw ExitCode.failure
    }
    return files
  }

  private static func text(
    _ embedding: Embedding, _ request: EmbedRequest, _ format: EmbedFormat,
    into findings: inout [Diagnostic]
  ) -> String? {
    switch embedding.piece(request, as: format, into: &findings) {
    case .text(let bytes): return String(decoding: bytes, as: UTF8.self)
    case .drawing:
      findings.append(
        Diagnostic(
          .error, at: request[.format]?.location ?? request.location, "a PNG is no text",
          hint: "make the file with 'breakeven embed', and take picture here"))
      return nil
    case nil: return nil
    }
  }

  /// How many documents and blocks there were, in a line.
  func summary(changed: Int, check: Bool) -> String {
    let blocks = documents.reduce(0) { $0 + $1.blocks.count }
    let found = "\(Counted.text(blocks, "block")) in \(Counted.text(documents.count, "file"))"
    guard changed > 0 else { return "\(found): all current\n" }
    let files = Counted.text(changed, "file")
    return check ? "\(found): \(files) out of date\n" : "\(found): \(files) updated\n"
  }
}

extension EmbedRequest {
  /// What a block asks for; its words are the options.
  init?(_ block: InjectedBlock, into findings: inout [Diagnostic]) {
    self.init(
      block.kind == .chart ? .chart : .table,
      block.attributes.map { ($0.name, Located($0.value, at: $0.location)) },
      at: block.location, into: &findings)
  }
}

extension EmbedFormat {
  /// What a block is written in unless it says so: by its comment, or else by its document.
  fileprivate init(of block: InjectedBlock, in kind: DocumentKind) {
    switch (block.spelling, kind) {
    case (.slashes, _): self = .asciidoc
    case (.dots, _): self = .rst
    case (.percent, _): self = .latex
    // Markdown and HTML show one picture in light and another in dark surroundings.
    case _ where block.kind == .chart: self = .picture
    case (.markup, .html): self = .html
    case (.markup, _), (.component, _), (.reference, _): self = .markdown
    }
  }
}

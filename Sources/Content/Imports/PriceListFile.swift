import Diagnostics

extension PriceList {
  /// A file of a list.
  public struct File: Sendable {
    /// What messages call it; of several, the folders tell the provider.
    public let path: String

    /// The bytes.
    public let bytes: [UInt8]

    /// Describes a file.
    public init(path: String, bytes: [UInt8]) { (self.path, self.bytes) = (path, bytes) }
  }
}

extension PriceList.File {
  /// Whether it begins as JSON does.
  var isJSON: Bool {
    let blanks: Set<UInt8> = [0x20, 0x09, 0x0A, 0x0D]
    return bytes.first { !blanks.contains($0) }.map { Array("[{".utf8).contains($0) } ?? false
  }

  /// The value in JSON, or in Python, that begins at a place.
  func literal(
    from start: (_ bytes: [UInt8]) -> Int? = { _ in 0 }
  ) throws(PriceListError) -> LiteralValue {
    try located { () throws(LiteralReader.Fault) -> LiteralValue in
      guard let place = start(bytes) else { throw LiteralReader.Fault(offset: 0) }
      return try LiteralReader.value(of: bytes, from: place)
    }
  }

  /// The table that a file in TOML is.
  func table() throws(PriceListError) -> LiteralValue {
    try located { () throws(LiteralReader.Fault) -> LiteralValue in
      try TableReader.value(of: bytes)
    }
  }

  /// The rows of a file in CSV.
  func rows() throws(PriceListError) -> SeparatedRows {
    try located { () throws(LiteralReader.Fault) -> SeparatedRows in
      try SeparatedRows(bytes)
    }
  }

  /// The document in YAML; where it has an alias, that is no value of anything.
  func document() throws(PriceListError) -> LiteralValue {
    var findings: [Diagnostic] = []
    if let text = SourceText(bytes, file: path, into: &findings),
      let root = YAMLNode.read(
        text, noun: "price list", passesAliases: true, into: &findings)
    {
      return LiteralValue(root)
    }
    throw findings.first.map(PriceListError.init) ?? unreadable(at: 1)
  }

  private func located<Value>(
    _ read: () throws(LiteralReader.Fault) -> Value
  ) throws(PriceListError) -> Value {
    do throws(LiteralReader.Fault) { return try read() } catch {
      throw unreadable(at: bytes.prefix(error.offset).count { $0 == UInt8(ascii: "\n") } + 1)
    }
  }

  /// Why a file cannot be read from a line on.
  func unreadable(at line: Int) -> PriceListError {
    PriceListError(
      finding: Diagnostic(
        .error, at: SourceLocation(file: path, line: line, column: 1),
        "the price list cannot be read from here on",
        hint: "give the file as the package has it"))
  }
}

extension LiteralValue {
  /// What a node of YAML says; a plain scalar is a number or a word as in JSON, or else a text.
  fileprivate init(_ node: YAMLNode) {
    switch node.content {
    case .mapping(let pairs):
      self = .object(
        name: nil, pairs.map { Member(key: $0.key.value, value: LiteralValue($0.value)) })
    case .sequence(let items): self = .array(name: nil, items.map(LiteralValue.init))
    case .scalar(let text, let isPlain):
      let isNumber = ListedNumber(text) != nil
      let isWord = ["true", "false", "null"].contains(text)
      self =
        !isPlain ? .string(text) : isNumber ? .number(text) : isWord ? .word(text) : .string(text)
    }
  }
}

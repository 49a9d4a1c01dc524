import CLibYAML

/// A place in a text, counted from 0 in Unicode scalars as libyaml does.
struct YAMLMark: Equatable {
  var line: Int
  var column: Int
}

/// The tokens of one YAML text, one after the other, and the only code of the module that touches
/// libyaml's pointers.
///
/// Tokens and not events, which do not tell `? a` from `a`, nor the place of a tag from that of the
/// anchor before it. Noncopyable: what C was given and what it gave are freed exactly once.
@safe struct YAMLTokens: ~Copyable {
  /// What a token is; a block starts and ends by indentation, a flow by its brackets or braces.
  enum Kind {
    case none
    case streamStart, streamEnd, documentStart, documentEnd, directive
    case blockSequenceStart, blockMappingStart, blockEnd, blockEntry
    case flowSequenceStart, flowSequenceEnd, flowMappingStart, flowMappingEnd, flowEntry
    case key, value, scalar, alias, anchor, tag
  }

  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let token: UnsafeMutablePointer<yaml_token_t>
  /// A copy of the text, because libyaml reads on with every token.
  private let bytes: UnsafeMutableBufferPointer<UInt8>

  /// What the current token is; nothing before the first ``advance()``.
  private(set) var kind = Kind.none

  /// Where the token before the current one starts and ends.
  private(set) var previous = (
    start: YAMLMark(line: 0, column: 0), end: YAMLMark(line: 0, column: 0)
  )

  init(_ text: String) {
    unsafe bytes = .allocate(capacity: text.utf8.count + 1)
    let end = unsafe bytes.initialize(fromContentsOf: text.utf8)
    unsafe token = .allocate(capacity: 1)
    unsafe token.initialize(to: yaml_token_t())
    unsafe parser = .allocate(capacity: 1)
    guard unsafe yaml_parser_initialize(parser) == 1 else { fatalError("out of memory") }
    // Named, because libyaml would else guess it from the first bytes.
    unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    unsafe yaml_parser_set_input_string(parser, bytes.baseAddress, end)
  }

  deinit {
    unsafe yaml_token_delete(token)
    unsafe token.deallocate()
    unsafe yaml_parser_delete(parser)
    unsafe parser.deallocate()
    unsafe bytes.deallocate()
  }

  /// Goes on to the next token.
  mutating func advance() throws(YAMLScannerError) {
    previous = (start, end)
    unsafe yaml_token_delete(token)
    guard unsafe yaml_parser_scan(parser, token) == 1 else { throw error }
    kind = unsafe Kind(token.pointee.type)
  }

  /// Where the current token starts.
  var start: YAMLMark { unsafe YAMLMark(token.pointee.start_mark) }

  /// The place behind the current token.
  var end: YAMLMark { unsafe YAMLMark(token.pointee.end_mark) }

  /// What a scalar says, without quotes and escapes.
  var text: String {
    let scalar = unsafe token.pointee.data.scalar
    let bytes = unsafe UnsafeBufferPointer(start: scalar.value, count: scalar.length)
    return unsafe String(decoding: bytes, as: UTF8.self)
  }

  /// Whether a scalar stands without quotes, and not as a block of lines.
  var isPlain: Bool { unsafe token.pointee.data.scalar.style == YAML_PLAIN_SCALAR_STYLE }

  /// Whether a scalar may hold characters that were written as escapes.
  var mayHoldEscapes: Bool {
    unsafe token.pointee.data.scalar.style == YAML_DOUBLE_QUOTED_SCALAR_STYLE
  }

  /// An anchor, an alias or a tag as it was written.
  var reference: String {
    switch kind {
    case .anchor: return unsafe "&" + String(cString: token.pointee.data.anchor.value)
    case .alias: return unsafe "*" + String(cString: token.pointee.data.alias.value)
    default:
      let handle = unsafe String(cString: token.pointee.data.tag.handle)
      let suffix = unsafe String(cString: token.pointee.data.tag.suffix)
      return handle.isEmpty && suffix != "!" ? "!<\(suffix)>" : handle + suffix
    }
  }

  private var error: YAMLScannerError {
    let parser = unsafe self.parser.pointee
    guard unsafe parser.error != YAML_MEMORY_ERROR else { fatalError("out of memory") }
    return unsafe YAMLScannerError(
      problem: parser.problem.map { unsafe String(cString: $0) } ?? "",
      context: parser.context.map { unsafe String(cString: $0) } ?? "",
      mark: YAMLMark(parser.problem_mark), contextMark: YAMLMark(parser.context_mark))
  }
}

extension YAMLMark {
  fileprivate init(_ mark: yaml_mark_t) {
    line = mark.line
    column = mark.column
  }
}

extension YAMLTokens.Kind {
  fileprivate init(_ type: yaml_token_type_t) {
    switch type {
    case YAML_STREAM_START_TOKEN: self = .streamStart
    case YAML_STREAM_END_TOKEN: self = .streamEnd
    case YAML_DOCUMENT_START_TOKEN: self = .documentStart
    case YAML_DOCUMENT_END_TOKEN: self = .documentEnd
    case YAML_VERSION_DIRECTIVE_TOKEN, YAML_TAG_DIRECTIVE_TOKEN: self = .directive
    case YAML_BLOCK_SEQUENCE_START_TOKEN: self = .blockSequenceStart
    case YAML_BLOCK_MAPPING_START_TOKEN: self = .blockMappingStart
    case YAML_BLOCK_END_TOKEN: self = .blockEnd
    case YAML_BLOCK_ENTRY_TOKEN: self = .blockEntry
    case YAML_FLOW_SEQUENCE_START_TOKEN: self = .flowSequenceStart
    case YAML_FLOW_SEQUENCE_END_TOKEN: self = .flowSequenceEnd
    case YAML_FLOW_MAPPING_START_TOKEN: self = .flowMappingStart
    case YAML_FLOW_MAPPING_END_TOKEN: self = .flowMappingEnd
    case YAML_FLOW_ENTRY_TOKEN: self = .flowEntry
    case YAML_KEY_TOKEN: self = .key
    case YAML_VALUE_TOKEN: self = .value
    case YAML_SCALAR_TOKEN: self = .scalar
    case YAML_ALIAS_TOKEN: self = .alias
    case YAML_ANCHOR_TOKEN: self = .anchor
    case YAML_TAG_TOKEN: self = .tag
    default: self = .none
    }
  }

  /// Whether the token may stand where a value or an item was left out.
  var comesAfterNothing: Bool {
    switch self {
    case .key, .value, .blockEnd, .flowEntry, .flowSequenceEnd, .flowMappingEnd: true
    default: false
    }
  }
}

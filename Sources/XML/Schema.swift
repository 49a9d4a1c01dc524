import CLibXML2
import Diagnostics
import Synchronization

/// A RELAX NG schema, compiled once and shared by all threads that validate.
public final class Schema: Sendable {
  /// What a schema is asked to judge.
  public enum Role: Sendable {
    /// Whole documents: what the grammar's `start` says.
    case document

    /// Parts of documents: what the grammar's definition `fragment` says.
    case fragment

    /// Templates: documents or fragments, in which an attribute's value may be ``Schema/hole``.
    case template
  }

  /// The value that stands for one known only when a template is filled.
  public static let hole = Grammar.hole

  private let grammar: Grammar

  /// The grammar as it was written, whatever the role.
  private let written: Grammar

  /// A schema that accepts at least as much and is compiled already.
  private let wider: Schema?

  /// The names of roots by which a wider schema can judge for this one.
  private let roots: Set<String>

  /// The whole grammar; `nil` until a document needs it.
  private let compiled: Mutex<CompiledSchema?>

  /// The grammar with the names that are expected, which compiles in a quarter of the time; `nil`
  /// where it is not judged by.
  private let limited: Grammar?

  /// The same compiled; `nil` until a document needs it, or where it does not compile.
  private let narrow: Mutex<CompiledSchema??>

  /// Tells one grammar from another by what it says, whatever the role.
  package let fingerprint: UInt64

  /// What was found out about ``elementRules()``; `nil` until somebody asks.
  private let rules = Mutex<ElementRules??>(nil)

  /// What can be decided without libxml2; `nil` if the grammar is not of that kind.
  package func elementRules() -> ElementRules? {
    rules.withLock { known in
      if known == nil { known = .some(ElementRules(written)) }
      return known ?? nil
    }
  }

  /// Compiles a schema.
  ///
  /// - Parameters:
  ///   - file: The path of the grammar, such as `schema/page.rng`; `include` is relative to it.
  ///   - role: What the schema is to judge.
  ///   - read: Gives the bytes of a file, or `nil` if there is none.
  /// - Throws: ``XMLError`` with the mistakes in the grammar and what it includes.
  public convenience init(
    _ file: String, as role: Role = .document, read: (String) -> [UInt8]?
  ) throws(XMLError) {
    try self.init(GrammarLoader.load(file, read: read), as: role)
  }

  private init(
    _ written: Grammar, as role: Role, within wider: Schema? = nil,
    expecting names: Set<String>? = nil, isRight: Bool = false
  ) throws(XMLError) {
    self.written = written
    self.wider = wider
    fingerprint = wider?.fingerprint ?? written.fingerprint
    roots = wider == nil ? [] : written.unmistakableRoots(of: role)
    let grammar = written.judging(role)
    self.grammar = grammar
    guard wider == nil else {
      limited = nil
      narrow = Mutex(.some(nil))
      compiled = Mutex(nil)
      return
    }
    // Only a grammar whose every part was understood is known to compile as a whole.
    let rules = names == nil ? nil : ElementRules(written)
    limited = rules?.isWhole == true ? names.flatMap(grammar.limited) : nil
    if isRight, limited != nil {
      narrow = Mutex(nil)
      compiled = Mutex(nil)
    } else {
      let narrow = limited.flatMap { try? CompiledSchema($0) }
      compiled = Mutex(narrow == nil ? try CompiledSchema(grammar) : nil)
      self.narrow = Mutex(.some(narrow))
    }
    if let rules { self.rules.withLock { $0 = .some(rules) } }
  }

  /// Compiles one schema for several roles.
  ///
  /// The files are read once. If templates are among the roles, the others are compiled only when
  /// something is to be said about a document: that it is valid, the schema for templates knows.
  ///
  /// - Parameters:
  ///   - file: The path of the grammar, such as `schema/page.rng`; `include` is relative to it.
  ///   - roles: What the schemas are to judge.
  ///   - names: The elements and attributes to expect; `nil` for all. A document with others is
  ///     judged as well, but takes longer.
  ///   - isRight: Whether the same files are known to compile, so that they need not be before a
  ///     document is judged.
  ///   - read: Gives the bytes of a file, or `nil` if there is none.
  /// - Returns: A schema for each role, in the order of the roles.
  /// - Throws: ``XMLError`` with the mistakes in the grammar and what it includes.
  public static func schemas(
    _ file: String, as roles: [Role], expecting names: Set<String>? = nil, isRight: Bool = false,
    read: (String) -> [UInt8]?
  ) throws(XMLError) -> [Schema] {
    let grammar = try GrammarLoader.load(file, read: read)
    let template =
      roles.contains(.template)
      ? try Schema(grammar, as: .template, expecting: names, isRight: isRight) : nil
    // Templates will ask for them, and schemas are read on several cores.
    _ = template?.elementRules()
    return try roles.map { role throws(XMLError) in
      if role == .template, let template { return template }
      return try Schema(grammar, as: role, within: template)
    }
  }

  /// What is wrong with a document by this schema; empty if it is valid.
  ///
  /// - Complexity: O(*n*) in the size of a valid document.
  public func mistakes(in document: borrowing PublishedDocument) -> [SchemaMistake] {
    if let wider, roots.contains(document.rootName), !document.mayHoldHoles,
      wider.mistakes(in: document).isEmpty
    {
      return []
    }
    let log = ValidationLog(grammar)
    if let narrow = narrowWhenNeeded(),
      narrow.mistakes(in: document, ValidationLog(grammar)).isEmpty
    {
      return []
    }
    guard let compiled = compiledWhenNeeded() else {
      log.addUnexplained()
      return log.mistakes
    }
    return compiled.mistakes(in: document, log)
  }

  private func narrowWhenNeeded() -> CompiledSchema? {
    guard let limited else { return nil }
    return narrow.withLock { narrow in
      if narrow == nil { narrow = .some(try? CompiledSchema(limited)) }
      return narrow ?? nil
    }
  }

  private func compiledWhenNeeded() -> CompiledSchema? {
    compiled.withLock { compiled in
      // What a wider schema has in it compiles, so there are no mistakes to report.
      if compiled == nil { compiled = try? CompiledSchema(grammar) }
      return compiled
    }
  }
}

/// What libxml2 makes of a grammar.
@safe private final class CompiledSchema: Sendable {
  // libxml2 only reads a compiled schema; what a validation needs lives in its own context.
  nonisolated(unsafe) private let compiled: xmlRelaxNGPtr

  init(_ grammar: Grammar) throws(XMLError) {
    LibXML2.start
    var text: [UInt8] = []
    grammar.root.write(inside: "", startingLines: true, to: &text)
    var locations: [SourceLocation] = []
    grammar.root.visit { locations.append($0.location) }
    let log = CompilationLog(locations)
    let compiled: xmlRelaxNGPtr? = unsafe withExtendedLifetime(log) {
      unsafe text.withUnsafeBytes { bytes in
        let start = unsafe bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
        guard let parser = unsafe xmlRelaxNGNewMemParserCtxt(start, CInt(bytes.count)) else {
          return nil
        }
        defer { unsafe xmlRelaxNGFreeParserCtxt(parser) }
        unsafe xmlRelaxNGSetParserStructuredErrors(
          parser, CompilationLog.record, Unmanaged.passUnretained(log).toOpaque())
        return unsafe xmlRelaxNGParse(parser)
      }
    }
    guard let compiled = unsafe compiled, log.mistakes.isEmpty else {
      unsafe xmlRelaxNGFree(compiled)
      let unknown = Diagnostic(
        .error, at: grammar.root.location, "the grammar does not compile")
      throw XMLError(diagnostics: log.mistakes.isEmpty ? [unknown] : log.mistakes)
    }
    unsafe self.compiled = compiled
  }

  deinit { unsafe xmlRelaxNGFree(compiled) }

  func mistakes(
    in document: borrowing PublishedDocument, _ log: ValidationLog
  ) -> [SchemaMistake] {
    withExtendedLifetime(log) {
      guard let validation = unsafe xmlRelaxNGNewValidCtxt(compiled) else {
        fatalError("out of memory")
      }
      defer { unsafe xmlRelaxNGFreeValidCtxt(validation) }
      unsafe xmlRelaxNGSetValidStructuredErrors(
        validation, ValidationLog.record, Unmanaged.passUnretained(log).toOpaque())
      let verdict = unsafe xmlRelaxNGValidateDoc(validation, document.tree)
      if verdict != 0, log.mistakes.isEmpty { log.addUnexplained() }
      return log.mistakes
    }
  }
}

/// Collects what libxml2 reports about a grammar.
private final class CompilationLog {
  private let locations: [SourceLocation]
  private(set) var mistakes: [Diagnostic] = []

  init(_ locations: [SourceLocation]) { self.locations = locations }

  static let record: xmlStructuredErrorFunc = { owner, error in
    guard let owner = unsafe owner, let error = unsafe error else { return }
    let log = unsafe Unmanaged<CompilationLog>.fromOpaque(owner).takeUnretainedValue()
    let code = unsafe xmlParserErrors(UInt32(max(0, error.pointee.code)))
    let name = unsafe error.pointee.str1.map { unsafe String(cString: $0) } ?? ""
    unsafe log.add(phrase(code, name), line: Int(error.pointee.line))
  }

  /// What is wrong, in our words: libxml2's own name files that nobody wrote.
  private static func phrase(_ code: xmlParserErrors, _ name: String) -> String {
    switch code {
    case XML_RNGP_REF_NO_DEF, XML_RNGP_REF_CREATE_FAILED:
      "'\(name)' is used here and defined nowhere"
    case XML_RNGP_TYPE_NOT_FOUND, XML_RNGP_UNKNOWN_TYPE_LIB, XML_RNGP_TYPE_VALUE:
      "'\(name)' is not a type or a value that can be checked"
    case XML_RNGP_START_MISSING, XML_RNGP_GRAMMAR_NO_START: "the grammar has no 'start'"
    default: "this is not RELAX NG"
    }
  }

  private func add(_ message: String, line: Int) {
    // Each element of the grammar was written on a line of its own.
    let index = min(max(line - 1, 0), locations.count - 1)
    mistakes.append(
      Diagnostic(.error, at: locations[index], message, hint: "compare it with a schema that works")
    )
  }
}

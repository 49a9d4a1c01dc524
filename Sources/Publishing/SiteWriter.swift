package import Content
package import Diagnostics
package import Templates

/// Takes the files of reports: checks each by its kind, counts it, and writes it at once.
///
/// Each worker has one of its own, so that nothing is shared while files are made.
package struct SiteWriter: Sendable {
  /// What has been written, and what is wrong with it.
  package private(set) var account = SiteAccount()

  private let output: OutputFolder?
  private let families: Set<PublishedFamily>
  /// What documents follow.
  package let schemas: PublishedSchemas

  private let checker: PageChecker
  private let baseURL: String?
  private var buffer: [UInt8] = []

  /// Creates a writer.
  ///
  /// - Parameters:
  ///   - output: Where files go; `nil` to check only.
  ///   - families: Which kinds of files are wanted.
  ///   - schemas: What documents follow.
  ///   - baseURL: The address of the published site, without a slash at its end.
  package init(
    to output: OutputFolder?, families: Set<PublishedFamily>, schemas: PublishedSchemas,
    baseURL: String?
  ) {
    self.output = output
    self.families = families
    self.schemas = schemas
    checker = PageChecker(schemas: schemas)
    self.baseURL = baseURL
  }

  /// Whether files of a family are wanted; what is not need not be made.
  package func publishes(_ family: PublishedFamily) -> Bool { families.contains(family) }

  /// Renders a page, checks it and writes it, if its family is wanted.
  package mutating func page<Model: TemplateModel>(
    _ model: Model, _ template: Template<Model>, at path: String,
    in family: PublishedFamily = .pages
  ) throws(BuildError) {
    try page(model, template, on: PagePlace(path: path), in: family)
  }

  /// Renders a page that may be served elsewhere than at its path.
  package mutating func page<Model: TemplateModel>(
    _ model: Model, _ template: Template<Model>, on place: PagePlace,
    in family: PublishedFamily = .pages
  ) throws(BuildError) {
    guard publishes(family) else { return }
    buffer.removeAll(keepingCapacity: true)
    template.render(model, on: place, into: &buffer)
    let (facts, diagnostics) = checker.facts(buffer, path: place.path, isChart: false)
    account.report(diagnostics)
    if diagnostics.isEmpty { account.addValid() }
    for id in facts.ids { account.links.offer(anchor: id, of: place.path) }
    for target in facts.links.sorted() {
      account.links.ask(target, from: place.path, baseURL: baseURL)
    }
    try write(to: place.path, \.pages)
  }

  /// Checks a picture and writes it, if its family is wanted.
  package mutating func chart(
    _ bytes: [UInt8], at path: String, in family: PublishedFamily
  ) throws(BuildError) {
    guard publishes(family) else { return }
    buffer = bytes
    let diagnostics = checker.facts(buffer, path: path, isChart: true).1
    account.report(diagnostics)
    if diagnostics.isEmpty { account.addValid() }
    try write(to: path, \.charts)
  }

  /// Writes a file for programs, if its family is wanted.
  package mutating func data(
    at path: String, in family: PublishedFamily, _ append: (inout [UInt8]) -> Void
  ) throws(BuildError) {
    guard publishes(family) else { return }
    buffer.removeAll(keepingCapacity: true)
    append(&buffer)
    try write(to: path, \.dataFiles)
  }

  /// Writes a file for crawlers and tools, whatever families are wanted.
  package mutating func siteFile(_ bytes: [UInt8], at path: String) throws(BuildError) {
    buffer = bytes
    try write(to: path, \.dataFiles)
  }

  /// Writes a file as it stands.
  package mutating func asset(_ file: SiteFile) throws(BuildError) {
    account.links.offer(file: file.path)
    try put(file.bytes, at: file.path)
  }

  /// Takes down what a report found out about the author's files.
  package mutating func report(_ diagnostics: [Diagnostic]) { account.report(diagnostics) }

  /// Forgets the links that a report's own files have answered.
  package mutating func settle() { account.links.settle() }

  private mutating func write(
    to path: String, _ count: WritableKeyPath<SiteAccount, Int>
  ) throws(BuildError) {
    account.links.offer(file: path)
    account[keyPath: count] += 1
    try put(buffer, at: path)
  }

  private func put(_ bytes: [UInt8], at path: String) throws(BuildError) {
    do { try output?.write(bytes, to: path) } catch { throw .writing(error) }
  }
}

/// What writers have done: how many files of which kind, their links, and what is wrong.
package struct SiteAccount: Sendable {
  /// Pages for readers, and tables alone.
  package internal(set) var pages = 0

  /// Chart files.
  package fileprivate(set) var charts = 0

  /// Files for programs.
  package fileprivate(set) var dataFiles = 0

  /// Documents that are known to be valid.
  package private(set) var validated = 0

  /// Findings about documents and about the author's files.
  package private(set) var diagnostics: [Diagnostic] = []

  /// The places that files offer and ask for.
  package var links = LinkLedger()

  package init() {}

  /// Takes down findings.
  package mutating func report(_ findings: [Diagnostic]) { diagnostics += findings }

  /// Whether anything was found that keeps the site from being published.
  package var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  /// Counts a document that was found valid.
  fileprivate mutating func addValid() { validated += 1 }

  /// Takes over what another writer has done.
  package mutating func merge(_ other: SiteAccount) {
    pages += other.pages
    charts += other.charts
    dataFiles += other.dataFiles
    validated += other.validated
    diagnostics += other.diagnostics
    links.merge(other.links)
  }
}

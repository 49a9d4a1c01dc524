package import Content
package import Diagnostics
package import Templates

/// Takes the files of reports: checks each by its kind, counts it, and writes it at once.
///
/// Each worker has one of its own, so that nothing is shared while files are made.
package struct SiteWriter: Sendable {
  /// What has been written, and what is wrong with it.
  package private(set) var account = SiteAccount()

  /// The files of the report that was begun last.
  package private(set) var paths: [String] = []

  /// The hashes of those files, as far as they are written.
  package private(set) var hashes: [String: FileHash] = [:]

  /// Whether files of the last site stand for what would be made, unless that is a page: what pictures and
  /// data show is the same, and so is what they are made with.
  package var takesOver = false

  private let output: OutputFolder?
  private let ledger: PathLedger
  private var maker: Int32 = 0
  private let families: Set<PublishedFamily>
  /// What documents follow.
  package let schemas: PublishedSchemas

  /// Makes a picture of pixels of a drawing.
  private let draw: PictureDrawing

  private let validity: Validity
  /// The address of the published site, without a slash at its end; `nil` where nobody knows it.
  package let baseURL: String?

  private var document = RenderedDocument()
  private var buffer: [UInt8] = []

  /// How documents are known to be valid.
  package struct Validity: Sendable {
    let memory: StructureMemory
    let validatesAll: Bool

    /// - Parameters:
    ///   - memory: The structures that libxml2 has found valid; all writers of a site share one.
    ///   - all: Whether libxml2 validates every document, also those of a known structure.
    package init(_ memory: StructureMemory, all: Bool) {
      self.memory = memory
      validatesAll = all
    }
  }

  /// Creates a writer.
  ///
  /// - Parameters:
  ///   - output: Where files go; `nil` to check only.
  ///   - ledger: Whose each path is; all writers of a site share one.
  ///   - families: Which kinds of files are wanted.
  ///   - schemas: What documents follow.
  ///   - validity: How they are known to.
  ///   - baseURL: The address of the published site, without a slash at its end.
  ///   - draw: Makes pictures of pixels.
  package init(
    to output: OutputFolder?, ledger: PathLedger, families: Set<PublishedFamily>,
    schemas: PublishedSchemas, validity: Validity, baseURL: String?,
    draw: @escaping PictureDrawing
  ) {
    self.draw = draw
    self.output = output
    self.ledger = ledger
    self.families = families
    self.schemas = schemas
    self.validity = validity
    self.baseURL = baseURL
  }

  /// Gives away ``account``, and begins another one.
  ///
  /// - Returns: What it was.
  package mutating func handOver() -> SiteAccount { account.handOver() }

  /// A writer like this one, of files that come after others and may ask for them.
  package func after(_ account: SiteAccount) -> SiteWriter {
    var writer = self
    writer.account.links = LinkLedger(after: account.links)
    return writer
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
    render(model, template, on: place, isPage: true)
    account.links.add(document, on: place, baseURL: baseURL)
    account.pages += 1
    try put(document.bytes, at: place.path)
  }

  /// Renders a picture, checks it and writes it, if its family is wanted.
  package mutating func chart<Model: TemplateModel>(
    _ model: Model, _ template: Template<Model>, at path: String, in family: PublishedFamily
  ) throws(BuildError) {
    guard publishes(family) else { return }
    account.charts += 1
    if takeOver(path) {
      account.valid += 1
      return
    }
    render(model, template, on: PagePlace(path: path), isPage: false)
    try write(document.bytes, to: path)
  }

  /// Draws a picture of pixels and writes it, if its family is wanted.
  package mutating func picture(
    of drawing: () -> [UInt8], at path: String, in family: PublishedFamily
  ) throws(BuildError) {
    guard publishes(family) else { return }
    if takeOver(path) {
      account.dataFiles += 1
      return
    }
    switch output == nil ? .success([]) : draw(drawing()) {
    case .success(let picture):
      account.dataFiles += 1
      try write(picture, to: path)
    case .failure(let failure): account.report([failure.diagnostic])
    }
  }

  private mutating func render<Model: TemplateModel>(
    _ model: Model, _ template: Template<Model>, on place: PagePlace, isPage: Bool
  ) {
    document.removeAll()
    validity.memory.begin(&document)
    template.render(model, on: place, into: &document)
    let findings = validity.memory.check(
      document, path: place.path, by: isPage ? schemas.page : schemas.chart, isPage: isPage,
      always: validity.validatesAll)
    account.report(findings)
    if findings.isEmpty { account.valid += 1 }
  }

  /// Writes a file for programs, if its family is wanted.
  package mutating func data(
    at path: String, in family: PublishedFamily, _ append: (inout [UInt8]) -> Void
  ) throws(BuildError) {
    guard publishes(family) else { return }
    account.dataFiles += 1
    if takeOver(path) { return }
    buffer.removeAll(keepingCapacity: true)
    append(&buffer)
    try write(buffer, to: path)
  }

  /// Writes a file for crawlers and tools, whatever families are wanted.
  package mutating func siteFile(_ bytes: [UInt8], at path: String) throws(BuildError) {
    account.dataFiles += 1
    try write(bytes, to: path)
  }

  /// Writes a file as it stands.
  package mutating func asset(_ file: SiteFile) throws(BuildError) {
    try write(file.bytes, to: file.path)
  }

  /// Takes down what a report found out about the author's files.
  package mutating func report(_ diagnostics: [Diagnostic]) { account.report(diagnostics) }

  /// Begins a report, of which ``paths`` and ``progress`` will tell.
  package mutating func beginReport() {
    paths = []
    hashes.removeAll(keepingCapacity: true)
    account.links.begin()
  }

  /// Says whose files come next.
  ///
  /// - Parameter file: The author's file that they are about; `nil` for what every site has.
  package mutating func begin(_ file: String?) { maker = ledger.maker(file) }

  /// How much was made and found so far.
  package var progress: (counts: BuildState.Counts, findings: Int) {
    (account.counts, account.diagnostics.count)
  }

  /// Forgets the links that a report's own files have answered.
  package mutating func settle() { account.links.settle() }

  private mutating func write(_ bytes: [UInt8], to path: String) throws(BuildError) {
    account.links.offer(file: path)
    try put(bytes, at: path)
  }

  /// Lets a file of the last site stand, if it is there.
  private mutating func takeOver(_ path: String) -> Bool {
    guard takesOver, let output, output.stands(path) else { return false }
    account.links.offer(file: path)
    guard ledger.claim(path, for: maker) else { return true }
    paths.append(path)
    hashes[path] = output.takeOver(path)
    return true
  }

  private mutating func put(_ bytes: [UInt8], at path: String) throws(BuildError) {
    guard ledger.claim(path, for: maker) else { return }
    paths.append(path)
    do { hashes[path] = try output?.write(bytes, to: path) } catch { throw .writing(error) }
  }
}

/// Makes a picture of pixels of an SVG document.
package typealias PictureDrawing = @Sendable ([UInt8]) -> Result<[UInt8], PictureFailure>

/// Why a picture cannot be drawn, as its author is told.
package struct PictureFailure: Error {
  let diagnostic: Diagnostic

  /// Joins what is said.
  package init(_ diagnostic: Diagnostic) { self.diagnostic = diagnostic }
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
  package fileprivate(set) var valid = 0

  /// Findings about documents and about the author's files.
  package private(set) var diagnostics: [Diagnostic] = []

  /// The places that files offer and ask for.
  package var links = LinkLedger()

  package init() {}

  /// How much was made.
  package var counts: BuildState.Counts {
    BuildState.Counts(pages: pages, charts: charts, dataFiles: dataFiles, valid: valid)
  }

  /// Takes up a report that is kept from the last site.
  package mutating func keep(_ counts: BuildState.Counts) {
    pages += counts.pages
    charts += counts.charts
    dataFiles += counts.dataFiles
    valid += counts.valid
  }

  /// Takes down findings.
  package mutating func report(_ findings: [Diagnostic]) { diagnostics += findings }

  /// Whether anything was found that keeps the site from being published.
  package var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  /// Takes over what another writer has done.
  package mutating func merge(_ other: consuming SiteAccount) {
    pages += other.pages
    charts += other.charts
    dataFiles += other.dataFiles
    valid += other.valid
    diagnostics += other.diagnostics
    links.merge(other.links)
  }

  /// Gives away all that it holds.
  ///
  /// - Returns: What it was; nobody else has its long lists, so that whoever takes them over copies nothing.
  package mutating func handOver() -> SiteAccount {
    var given = SiteAccount()
    swap(&given, &self)
    return given
  }
}

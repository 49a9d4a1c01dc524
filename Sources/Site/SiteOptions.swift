public import Content
public import Diagnostics
public import Pricing
public import Publishing

/// Where a site is, and where it goes.
public struct SiteOptions: Sendable {
  /// The folder of the site, which holds `content/` and `templates/`.
  public var source: String

  /// The folder that the site is published to.
  public var output: String

  /// The address of the published site; `nil` for what `content/site.yaml` says.
  public var baseURL: String?

  /// Whether libxml2 validates every document, also those of a structure that it found valid.
  public var validatesAll: Bool

  /// Whether a warning keeps the site from being published, as an error does.
  public var isStrict: Bool

  /// The day as of which the site is priced; `nil` for what `content/site.yaml` says.
  public var day: CalendarDate?

  /// Whether to wait until the disk has the site, for the case that the machine stops.
  public var isDurable = false

  /// Whether what the last build made is kept where it would come out the same, and what this one
  /// makes is written down for the next.
  public var reusesLastBuild: Bool

  /// Whether everything is made again all the same.
  public var isFresh: Bool

  /// Whether to say why each file was made.
  public var explains = false

  /// Creates options.
  public init(
    source: String, output: String, baseURL: String? = nil, validatesAll: Bool = false,
    isStrict: Bool = false, day: CalendarDate? = nil, reusesLastBuild: Bool = false,
    isFresh: Bool = false
  ) {
    self.source = source
    self.output = output
    self.baseURL = baseURL
    self.validatesAll = validatesAll
    self.isStrict = isStrict
    self.day = day
    self.reusesLastBuild = reusesLastBuild
    self.isFresh = isFresh
  }
}

/// What came of a build or a check.
public struct SiteReport: Sendable {
  /// Every finding, in reading order.
  public let diagnostics: [Diagnostic]

  /// The texts that the findings point into, by path.
  public let texts: [String: String]

  /// What was built; `nil` if there were errors.
  public let summary: BuildSummary?

  /// What the site says; `nil` if there was any mistake in it, or nothing was read.
  public let content: SiteContent?

  /// Why each file was made, as ``SiteOptions/explains`` asks: a line each.
  public let explanation: String?

  /// What the site was made from.
  ///
  /// Giving it back takes longer than ending the program, so a command that ends holds it.
  let sources: [any Sendable]

  /// What the next build need not do again; `nil` if nothing was read.
  let memory: SiteMemory?

  init(
    diagnostics: [Diagnostic] = [], texts: [String: String] = [:], summary: BuildSummary?,
    content: SiteContent? = nil,
    explanation: String? = nil, sources: [any Sendable] = [], memory: SiteMemory? = nil
  ) {
    self.diagnostics = diagnostics
    self.texts = texts
    self.summary = summary
    self.explanation = explanation
    self.content = content
    self.sources = sources
    self.memory = memory
  }
}

/// What a build made.
public struct BuildSummary: Sendable {
  /// Pages for readers, and tables alone.
  public let pages: Int

  /// Chart files.
  public let charts: Int

  /// Files for programs.
  public let dataFiles: Int

  /// Documents that are valid: every page and chart.
  public let documentsValid: Int

  /// Those among them that libxml2 looked at; the others are of the same structures.
  public let documentsValidated: Int

  /// The page to open.
  public let output: String

  /// What became of the files of the last site.
  public let files: SiteChanges

  /// Whether nothing was made, because nothing is other than it was at the last build.
  public var isUnchanged = false

  init(
    _ counts: BuildState.Counts, validated: Int = 0, output: String, files: SiteChanges,
    isUnchanged: Bool = false
  ) {
    (pages, charts, dataFiles) = (counts.pages, counts.charts, counts.dataFiles)
    (documentsValid, documentsValidated) = (counts.valid, validated)
    self.output = "\(output)/index.html"
    (self.files, self.isUnchanged) = (files, isUnchanged)
  }
}

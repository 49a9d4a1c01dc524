import Content

/// A kind of data file: where its files are, and what is in them.
struct DataFileKind: Sendable {
  /// The name of its schema.
  let name: String

  /// Where its files are, with `<id>` for what differs.
  let path: String

  /// What is in it, in a sentence or two.
  let description: String

  /// What the file holds; an object, or a list of objects.
  let root: DataType

  /// Every kind that has a schema, in the order of the page of field descriptions.
  static let all = [
    scenario, chart, table, metadata, provider, claims, changes, conformance, manifest,
  ]

  /// The kinds that a site can have: few compare themselves with price lists.
  static func all(of content: SiteContent) -> [DataFileKind] {
    content.conformance == nil ? all.filter { $0.name != conformance.name } : all
  }

  static let scenario = DataFileKind(
    name: "scenario", path: "data/scenarios/<id>.json",
    description: "A scenario: its workloads, every invoice with its lines, who is cheapest, and "
      + "the cost curves with their crossings.",
    root: .object(ScenarioFields.scenario))

  static let chart = DataFileKind(
    name: "chart", path: "charts/<id>.json",
    description: "The numbers behind a chart. Each kind of chart has members of its own.",
    root: .object(ChartFields.chart))

  static let table = DataFileKind(
    name: "table", path: "tables/<id>.json",
    description: "A table as its page shows it, with exact values beside the texts.",
    root: .object(TableFields.table))

  static let metadata = DataFileKind(
    name: "metadata", path: "data/metadata/<id>.json",
    description: "The tables and charts of a scenario: title, files and hash of each, with the "
      + "finding, the sources with their dates, and the licence.",
    root: .object(MetadataFields.metadata))

  static let provider = DataFileKind(
    name: "provider", path: "data/providers/<id>.json",
    description: "A rate card with the evidence for everything in it.",
    root: .object(ProviderFields.provider))

  static let claims = DataFileKind(
    name: "claims", path: "data/claims.json",
    description: "Every published figure that is computed again, with its verdict.",
    root: .list(.object(ClaimFields.claim)))

  static let changes = DataFileKind(
    name: "changes", path: "data/changes.json",
    description: "Every price and rule that is not what it was, and the winners and crossings that "
      + "each day moved.",
    root: .object(ChangeFields.changes))

  /// The same changes as a table; it is no JSON, and has no schema.
  static let changeTable = DataFileKind(
    name: "changes-csv", path: "\(SitePaths.changeTable).csv",
    description: "Every change in a line, in the order of the page.",
    root: .object(ChangeFields.record))

  static let conformance = DataFileKind(
    name: "conformance", path: SitePaths.conformanceData,
    description: "How much of public price lists rate cards express, what the lists' own programs "
      + "make of the same calls, and where two lists disagree.",
    root: .object(ConformanceFields.conformance))

  static let manifest = DataFileKind(
    name: "manifest", path: "manifest.json",
    description: "Every file of the site, by which a copy is known to be current.",
    root: .object(TableFields.manifest))
}

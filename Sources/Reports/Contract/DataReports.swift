import Content
import Diagnostics
import Messages
import Pricing
import Publishing
package import Templates

/// What data files hold: a JSON Schema for each kind, and a page that describes every field.
package struct DataReports: ReportKind {
  package static let templates = [TemplateEntry("pages/data.xhtml", DataPage.self)]

  static var title: String { localized("Data files") }

  private let page: Template<DataPage>

  package init(_ templates: ReportTemplates) {
    page = templates.set.template("pages/data.xhtml", for: DataPage.self)
  }

  package func tasks(_ context: SiteContext) -> [ReportTask] {
    [
      ReportTask { worker throws(BuildError) in
        guard worker.writer.publishes(.data) else { return }
        for kind in DataFileKind.all(of: context.content) {
          try worker.writer.data(at: SitePaths.schema(kind.name), in: .data) { output in
            output = DataSchema.json(of: kind).file
          }
        }
        try worker.writer.page(DataPage(context), withTwin: page, at: SitePaths.dataFields)
      }
    ]
  }
}

/// The page that describes every field of every data file.
struct DataPage: TemplateModel {
  /// What stands around the page.
  let frame: Frame

  let title: String

  /// What the files have in common.
  let standfirst: String

  /// How values are written.
  let notations: [DataNotation]

  /// One section for each kind of file.
  let kinds: [DataKindEntry]

  static let variable = "page"

  init(_ context: SiteContext) {
    title = DataReports.title
    standfirst = localized(
      "What each data file holds. Amounts are US dollars, exact: texts and not numbers, so that no "
        + "reader makes floating point of them. The same list is published as JSON Schemas.")
    frame = FrameBuilder(context: context).frame(
      of: SitePaths.dataFields, title: DataReports.title,
      description: localized("Every field of every data file: its type, and what it says."),
      kind: "data")
    notations = DataNotation.all
    let all = DataFileKind.all(of: context.content)
    kinds =
      all.indices.map { index in
        let kind = all[index]
        return DataKindEntry(
          kind, after: all[..<index],
          schema: PageLink(localized("JSON Schema"), to: SitePaths.schema(kind.name)))
      } + [DataKindEntry(.changeTable, after: [], schema: nil)]
  }
}

/// How values of a kind are written in every file.
struct DataNotation: TemplateModel {
  /// What the kind is called among the types of fields.
  let name: String

  /// What a value looks like.
  let meaning: String

  static let variable = "notation"

  static var all: [DataNotation] {
    [
      DataNotation(
        name: localized("Exact number"),
        meaning: localized("a decimal, or a fraction such as 1/3 where a decimal would have no end")
      ),
      DataNotation(
        name: localized("Dollars"), meaning: localized("a decimal with up to twelve places")),
      DataNotation(
        name: localized("Date"),
        meaning: localized("YYYY-MM-DD, or YYYY-MM where only the month is known")),
      DataNotation(name: "null", meaning: localized("what nobody states")),
    ]
  }
}

/// A kind of data file on the page.
struct DataKindEntry: TemplateModel {
  /// The anchor.
  let id: String

  /// Where its files are.
  let path: String

  let description: String

  /// The file that programs check it by; absent for what is no JSON.
  let schema: PageLink?
  let shapes: [DataShapeEntry]

  static let variable = "kind"

  /// Describes a kind, but for the objects that others before it have too.
  init(_ kind: DataFileKind, after others: ArraySlice<DataFileKind>, schema: PageLink?) {
    (id, path, description) = (kind.name, kind.path, localized(name: kind.description))
    self.schema = schema
    let known = Set(others.flatMap { $0.root.shapes.map(\.description) })
    shapes = kind.root.shapes.filter { !known.contains($0.description) }
      .map { DataShapeEntry($0, of: kind) }
  }
}

/// An object of a data file on the page.
struct DataShapeEntry: TemplateModel {
  /// The anchor.
  let id: String
  let name: String
  let description: String
  let fields: [DataFieldEntry]

  static let variable = "shape"

  init(_ shape: DataShape, of kind: DataFileKind) {
    id = "\(kind.name)-\(shape.name)"
    (name, description) = (shape.name, localized(name: shape.description))
    fields = shape.fields.map { field in
      DataFieldEntry(
        key: field.key, type: field.type.words,
        presence: localized(field.isRequired ? "always" : "where it applies"),
        description: localized(name: field.description))
    }
  }
}

/// A member of an object on the page.
struct DataFieldEntry: TemplateModel {
  let key: String
  let type: String

  /// Whether every object has it.
  let presence: String
  let description: String

  static let variable = "field"
}

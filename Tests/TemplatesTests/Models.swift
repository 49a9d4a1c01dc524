import Foundation
import Templates
import XML

/// A small site's models, with a field of every kind.
struct Frame: TemplateModel {
  var title = "Costs"

  static let modelName = "Frame"
  static let variable = "frame"
  static var fields: [Field<Self>] { [.text("title") { $0.title }] }
}

struct Page: TemplateModel {
  var frame = Frame()
  var headline = "Idle replicas"
  var table = Table()
  var second: Table?
  var notes: [String] = []
  var body: Fragment?

  static let modelName = "Page"
  static let variable = "page"
  static var fields: [Field<Self>] {
    [
      .record("frame", Frame.self) { $0.frame },
      .text("headline") { $0.headline },
      .record("table", Table.self) { $0.table },
      .optionalRecord("second", Table.self) { $0.second },
      .texts("notes") { $0.notes },
      .optionalFragment("body") { $0.body },
    ]
  }
}

struct Table: TemplateModel {
  var caption = "Monthly cost"
  var id: String?
  var isHidden = false
  var rows: [Row] = []

  static let modelName = "Table"
  static let variable = "table"
  static var fields: [Field<Self>] {
    [
      .text("caption") { $0.caption },
      .optionalText("id") { $0.id },
      .flag("hidden") { $0.isHidden },
      .list("rows", Row.self) { $0.rows },
    ]
  }
}

struct Row: TemplateModel {
  var offer = "modal-h100"
  var link: String?
  var cells: [Cell] = []

  static let modelName = "Row"
  static let variable = "row"
  static var fields: [Field<Self>] {
    [
      .text("offer") { $0.offer },
      .optionalText("link") { $0.link },
      .list("cells", Cell.self) { $0.cells },
    ]
  }
}

struct Cell: TemplateModel {
  var text = "$284.40"
  var kind = "amount"
  var isCheapest = false

  static let modelName = "Cell"
  static let variable = "cell"
  static var fields: [Field<Self>] {
    [
      .text("text") { $0.text },
      .text("kind") { $0.kind },
      .flag("cheapest") { $0.isCheapest },
    ]
  }
}

/// The schemas that the project ships.
enum Shipped {
  static func schema(_ name: String, as role: Schema.Role) throws -> Schema {
    let folder = URL(filePath: #filePath).appending(path: "../../../templates").standardizedFileURL
    return try Schema("schema/\(name).rng", as: role) { path in
      (try? Data(contentsOf: folder.appending(path: path))).map { [UInt8]($0) }
    }
  }

  /// Compiled once for all tests: a schema is made to be shared.
  static let profiles = Result {
    TemplateSet.Profiles(
      page: try schema("page", as: .template), chart: try schema("chart", as: .template))
  }
}

/// Templates in one text, each after a line `-- path --`.
func files(_ text: String) -> [TemplateFile] {
  var files: [(path: String, lines: [Substring])] = []
  for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
    if line.hasPrefix("-- "), line.hasSuffix(" --") {
      files.append((String(line.dropFirst(3).dropLast(3)), []))
    } else if !files.isEmpty {
      files[files.count - 1].lines.append(line)
    }
  }
  return files.map { TemplateFile(path: $0.path, text: $0.lines.joined(separator: "\n")) }
}

/// The attributes that every root of the tests' templates carries.
func root(_ model: String) -> String {
  "xmlns=\"\(Markup.xhtml)\" xmlns:t=\"urn:breakeven:template\" t:model=\"\(model)\""
}

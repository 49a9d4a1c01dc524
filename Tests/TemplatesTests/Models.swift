import Foundation
import Templates
import XML

/// A small site's models, with a field of every kind.
struct Frame: TemplateModel {
  var title = "Costs"

  static let variable = "frame"
}

struct Page: TemplateModel {
  var frame = Frame()
  var headline = "Idle replicas"
  var table = Table()
  var second: Table?
  var notes: [String] = []
  var body: Fragment?

  static let variable = "page"
}

struct Table: TemplateModel {
  var caption = "Monthly cost"
  var id: String?
  var hidden = false
  var rows: [Row] = []

  static let variable = "table"
}

struct Row: TemplateModel {
  var offer = "modal-h100"
  var link: String?
  var cells: [Cell] = []

  static let variable = "row"
}

struct Cell: TemplateModel {
  var text = "$284.40"
  var kind = "amount"
  var cheapest = false

  static let variable = "cell"
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

import Templates

/// A page with a table, as those of a site are: texts, links, an attribute, a condition.
struct Rows: TemplateModel {
  static let variable = "page"

  let title: String
  let rows: [Row]

  struct Row: TemplateModel {
    static let variable = "row"

    let name: String
    let link: LinkTarget
    let cells: [Cell]
  }

  struct Cell: TemplateModel {
    static let variable = "cell"

    let number: String
    let text: String
    let isLowest: Bool
  }

  private static let template = #"""
    <main xmlns="http://www.w3.org/1999/xhtml" xmlns:t="urn:breakeven:template" t:model="Rows">
      <h1>{{ page.title }}</h1>
      <table>
        <caption>{{ page.title }}</caption>
        <thead><tr><th scope="col">Offer</th></tr></thead>
        <tbody>
          <tr t:for="row in page.rows">
            <th scope="row"><a href="{{ row.link }}">{{ row.name }}</a></th>
            <td t:for="cell in row.cells" data-value="{{ cell.number }}">{{ cell.text }}<strong t:if="cell.isLowest">lowest</strong></td>
          </tr>
        </tbody>
      </table>
    </main>
    """#

  /// Fills the template with 50 rows of five amounts, again at each call.
  static func filling(templates folder: String) async throws -> () -> [UInt8] {
    let set = try await TemplateSet(
      BoundTemplates(
        files: [TemplateFile(path: "rows.xhtml", text: template)],
        entries: [TemplateEntry("rows.xhtml", Rows.self)]),
      profiles: Drawing.profiles(folder))
    let filled = set.template("rows.xhtml", for: Rows.self)
    let page = Rows(
      title: "What a month of 100M tokens costs",
      rows: (1...50).map { row in
        Row(
          name: "Offer \(row), H100 & more", link: .file("providers/vendor-\(row)/index.html"),
          cells: (1...5).map { cell in
            Cell(number: "\(row * cell).25", text: "$\(row * cell).25", isLowest: row == cell)
          })
      })
    return { filled.render(page, on: PagePlace(path: "scenarios/rows/index.html")) }
  }
}

import Encoders

/// What stands above the columns of a comparison behind its offers.
struct ComparisonHeads {
  /// The heads of the first line, from left to right.
  let all: [ComparisonHead]

  /// The heads of the second line, which are those of amounts.
  let amounts: [ComparisonColumn]

  /// How the rows are sorted by the offers' names: `ascending`, `descending` or `none`.
  let offers: String

  /// How many columns there are behind the offers.
  var width: Int { all.reduce(0) { $0 + $1.columns.count } }

  /// - Parameters:
  ///   - shape: What is shown; `nil` for everything.
  ///   - contents: All there is.
  ///   - measure: What the amounts are, such as `US dollars a month`.
  init(_ shape: ComparisonShape?, of contents: ComparisonContents, measure: String) {
    guard let shape else {
      (amounts, offers) = (contents.workloads, "none")
      all = [Self.head(measure, over: contents.workloads)]
      return
    }
    func sort(_ key: String, _ usual: String) -> String {
      guard let sort = shape.selection.sort else { return usual }
      return sort.column != key ? "none" : sort.isDescending ? "descending" : "ascending"
    }
    var heads: [ComparisonHead] = []
    var run: [ComparisonColumn] = []
    var amounts: [ComparisonColumn] = []
    func closeWith(_ column: Table.Column) {
      if !run.isEmpty { heads.append(Self.head(measure, over: run)) }
      run = []
      heads.append(Self.head(column.title, sort: sort(column.key, "none")))
    }
    for column in shape.columns {
      switch column {
      case .amounts(let place):
        var workload = contents.workloads[place]
        workload.sort = sort(workload.key, shape.hasOwnOrder ? workload.sort : "none")
        amounts.append(workload)
        run.append(workload)
      case .words(let place): closeWith(contents.words[place])
      case .field(let place): closeWith(contents.fields[place])
      }
    }
    if !run.isEmpty { heads.append(Self.head(measure, over: run)) }
    (all, self.amounts) = (heads, amounts)
    offers = sort(ComparisonContents.offerKey, "none")
  }

  /// What the amounts of neighbouring columns are.
  private static func head(
    _ measure: String, over columns: [ComparisonColumn]
  ) -> ComparisonHead {
    ComparisonHead(
      text: measure, scope: "colgroup", width: String(columns.count), height: nil, kind: "group",
      sort: nil, columns: columns)
  }

  /// The head of a column of words, as high as both lines.
  private static func head(_ title: String, sort: String) -> ComparisonHead {
    let column = ComparisonColumn(text: title, detail: nil, sort: sort, id: "")
    return ComparisonHead(
      text: title, scope: "col", width: nil, height: "2", kind: nil, sort: sort, columns: [column])
  }
}

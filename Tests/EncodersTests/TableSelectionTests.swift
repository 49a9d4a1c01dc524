import Messages
import Pricing
import Testing

@testable import Encoders

@Suite("What is wanted of a table")
struct TableSelectionTests {
  private static func dollars(_ low: String, _ high: String? = nil) throws -> Table.Cell {
    let ends = (try Money(dollars: low), try high.map { try Money(dollars: $0) })
    return Table.Cell("$\(low)", .amount(low: ends.0, high: high == "" ? nil : ends.1 ?? ends.0))
  }

  private static func table() throws -> Table {
    var table = Table(
      id: "t", caption: "T", notes: ["A month."],
      columns: [
        .init(key: "offer", title: "Offer"), .init(key: "cost", title: "Cost"),
        .init(key: "size", title: "Size"),
      ],
      rows: [
        [.init("b"), try dollars("10"), .init("1,000")],
        [.init("A"), .init("not stated", .state("not stated")), .init("9.5")],
        [.init("c"), try dollars("9"), .init("")],
        [.init("d"), try dollars("10", "12"), .init("999.75")],
      ])
    table.rowIDs = ["b-1", "a-1", "c-1", "d-1"]
    table.order = "Sorted by chance."
    return table
  }

  @Test(
    "Rows in another order, ties in their own",
    arguments: [
      ("cost", false, "cbdA"), ("cost", true, "dbcA"), ("size", false, "Adbc"),
      ("size", true, "bdAc"), ("offer", false, "Abcd"), ("offer", true, "dcbA"),
    ])
  func sorts(column: String, isDescending: Bool, order: String) throws {
    var selection = TableSelection()
    selection.sort = .init(column: column, isDescending: isDescending)
    let sorted = try Self.table().selecting(selection)
    #expect(sorted.rows.map { $0[0].text }.joined() == order)
    #expect(sorted.statements.count == 1)
    let first = isDescending ? "largest" : "smallest"
    #expect(sorted.statements[0].hasSuffix("”, \(first) first."))
    #expect(sorted.rowIDs.map { String($0.prefix(1)) }.joined() == order.lowercased())
  }

  @Test func anAmountWithoutAnUpperEndIsLargerThanOneWithIt() throws {
    let open = Table.Cell("$5 or more", .amount(low: try Money(dollars: "5"), high: nil))
    let closed = try Self.dollars("5", "500")
    #expect(SortRank(closed) < SortRank(open))
    #expect(!(SortRank(open) < SortRank(closed)))
  }

  @Test(
    "Only some rows, which is said",
    arguments: [
      (TableSelection.Rows.first(2), "bA"), (.first(9), "bAcd"), (.named(["d-1", "A"]), "dA"),
      (.named(["c", "c-1"]), "c"),
    ])
  func rows(rows: TableSelection.Rows, kept: String) throws {
    var selection = TableSelection()
    selection.rows = rows
    let table = try Self.table().selecting(selection)
    #expect(table.rows.map { $0[0].text }.joined() == kept)
    let isCut = table.statements[0].hasSuffix(" \(kept.count) of 4 rows.")
    #expect(isCut == (kept.count < 4))
  }

  @Test func rowsByNameStandInTheOrderOfTheirNamesAndSayNoOther() throws {
    var selection = TableSelection()
    selection.rows = .named(["d-1", "A", "c", "b"])
    let table = try Self.table().selecting(selection)
    #expect(table.rows.map { $0[0].text }.joined() == "dAcb")
    #expect(table.order == nil)
  }

  /// Two kinds of rows, of which the second kind has the dearest.
  private static func kinds() throws -> Table {
    var table = try Self.table()
    table.columns.append(.init(key: "kind", title: "Kind"))
    table.columns.append(.init(key: "note", title: "Note", isOnDemand: true))
    for (row, kind) in ["x", "y", "x", "y"].enumerated() {
      table.rows[row] += [.init(kind), .init("n\(row)", notes: row == 1 ? ["Said."] : [])]
    }
    return table
  }

  @Test(
    "Rows with the same words stand together, in the order of the first of each",
    arguments: [
      ("", TableSelection.Rows.all, "bcAd", "Grouped by “Kind”. Sorted by chance."),
      ("cost", .all, "cbdA", "Grouped by “Kind”. Sorted by “Cost”, smallest first."),
      ("-cost", .all, "dAbc", "Grouped by “Kind”. Sorted by “Cost”, largest first."),
      (
        "cost", .first(3), "cbd",
        "Grouped by “Kind”. Sorted by “Cost”, smallest first. 3 of 4 rows."
      ), ("", .named(["A", "b", "d"]), "Adb", "Grouped by “Kind”. 3 of 4 rows."),
    ])
  func groups(sort: String, rows: TableSelection.Rows, kept: String, order: String) throws {
    var selection = TableSelection()
    selection.groups = ["kind"]
    selection.rows = rows
    if !sort.isEmpty {
      selection.sort = .init(
        column: String(sort.drop { $0 == "-" }), isDescending: sort.hasPrefix("-"))
    }
    let table = try Self.kinds().selecting(selection)
    #expect(table.columns.map(\.key) == ["kind", "offer", "cost", "size"])
    #expect(table.rows.map { $0[1].text }.joined() == kept)
    #expect(table.rowIDs.map { String($0.prefix(1)) }.joined() == kept.lowercased())
    #expect(table.order == order)
  }

  @Test func aRowIsNamedByWhatStandsBehindItsGroup() throws {
    var selection = TableSelection()
    (selection.groups, selection.columns) = (["kind"], ["offer", "note"])
    #expect(try Self.kinds().selecting(selection).paragraphs.last == "A, Note: Said.")
    selection.columns = ["kind"]
    #expect(try Self.kinds().selecting(selection).columns.map(\.key) == ["kind"])
  }

  @Test func aColumnOnDemandIsThereOnlyForWhoAsksAndForPrograms() throws {
    let table = try Self.kinds()
    let usual = ["offer", "cost", "size", "kind"]
    #expect(try table.selecting(TableSelection()).columns.map(\.key) == usual)
    #expect(table.arranged(nil).columns.map(\.key) == usual)
    #expect(table.arranged(nil).rows.allSatisfy { $0.count == usual.count })
    var selection = TableSelection()
    selection.columns = ["note", "offer"]
    let asked = try table.selecting(selection)
    #expect(asked.rows.map { $0[0].text } == ["n0", "n1", "n2", "n3"])
    for format in [TableFormat.csv, .json] { #expect(format.isForPrograms) }
    for format in [TableFormat.markdown, .displayCSV, .asciidoc, .latex, .restructuredText] {
      #expect(!format.isForPrograms)
    }
  }

  @Test func columnsInTheOrderGivenAndEachOnce() throws {
    var selection = TableSelection()
    selection.columns = ["size", "offer", "size"]
    selection.caption = "Sizes"
    let table = try Self.table().selecting(selection)
    #expect(table.columns.map(\.key) == ["size", "offer"])
    #expect(table.rows[0].map(\.text) == ["1,000", "b"])
    #expect(table.caption == "Sizes")
  }

  @Test func refusesWhatTheTableDoesNotHave() throws {
    let table = try Self.table()
    let keys = ["offer", "cost", "size"]
    var selection = TableSelection()
    selection.columns = ["offers"]
    #expect(throws: TableSelectionError.column("offers", known: keys)) {
      try table.selecting(selection)
    }
    selection = TableSelection()
    selection.sort = .init(column: "price", isDescending: false)
    #expect(throws: TableSelectionError.sort("price", known: keys)) {
      try table.selecting(selection)
    }
    selection = TableSelection()
    for key in ["kind", "cost"] {
      selection.groups = [key]
      #expect(throws: TableSelectionError.group(key, known: ["offer", "size"])) {
        try table.selecting(selection)
      }
    }
    selection = TableSelection()
    selection.rows = .named(["b-2"])
    #expect(throws: TableSelectionError.row("b-2", known: ["b-1", "a-1", "c-1", "d-1"])) {
      try table.selecting(selection)
    }
  }

  @Test(
    "Numbers as readers of a language write them, and nothing else",
    arguments: [
      ("de", "$1.440,50", "1.000,5", "GPT-4.1"), ("en", "$1,440.50", "1,000.5", "GPT-4.1"),
      ("fr", "$1\u{202F}440,50", "1\u{202F}000,5", "GPT-4.1"),
      ("de-CH", "$1’440.50", "1’000.5", "GPT-4.1"),
    ])
  func locales(tag: String, amount: String, number: String, name: String) throws {
    let style = try #require(NumberStyle.languages.first { $0.tag == tag }?.style)
    let cost = Table.Cell(
      "$1,440.50", .amount(low: try Money(dollars: "1440.5"), high: nil), badge: "lowest")
    let table = Table(
      id: "t", caption: "1,000", columns: ["a", "b", "c"].map { .init(key: $0, title: $0) },
      rows: [[cost, .init("1,000.5"), .init("GPT-4.1")]])
    let written = table.written(in: style)
    #expect(written.rows[0].map(\.text) == [amount, number, name])
    #expect(written.rows[0][0].badge == "lowest")
    #expect(written.caption == "1,000")
  }

  @Test(
    "What is a number",
    arguments: [
      ("1,000", true), ("1,00", false), ("4.1", true), ("", false),
      ("1.", false), ("-1", false), ("1,000.", false), ("a", false), ("0", true), ("1 000", false),
    ])
  func plainNumbers(text: String, isNumber: Bool) {
    #expect((PlainNumber(text) != nil) == isNumber)
  }
}

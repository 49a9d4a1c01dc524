import Foundation
import Pricing
import TestSupport
import Testing

@testable import Encoders

@Suite("Files of a table")
struct TableFormatTests {
  private func table(_ cells: [Table.Cell]...) -> Table {
    let count = cells.first?.count ?? 0
    return Table(
      id: "t", caption: "T",
      columns: (0..<count).map { .init(key: "c\($0)", title: "C\($0)") }, rows: cells)
  }

  private static let formats: [TableFormat] = [.csv, .markdown, .json]

  private func encoded(_ table: Table, in format: TableFormat) -> String {
    String(decoding: format.file(table), as: UTF8.self)
  }

  @Test("The same rows in every format", arguments: ["csv", "md", "json"])
  func golden(format: String) throws {
    let table = Table(
      id: "idle", caption: "What a quiet month costs",
      notes: ["A month has 720 hours.", "<Idle> time is *not* free everywhere."],
      columns: [
        .init(key: "offer", title: "Offer"), .init(key: "quiet", title: "Busy 10 %, 50M tokens"),
        .init(key: "idle", title: "Idle"),
      ],
      rows: [
        [
          .init("Baseten \"H100\" | two"),
          .init(
            "$9,360", .amount(low: try Money(dollars: "9360"), high: try Money(dollars: "9360"))),
          .init(
            "$9,360", .amount(low: try Money(dollars: "9360"), high: try Money(dollars: "9360"))),
        ],
        [
          .init("=HYPERLINK(\"x\")"),
          .init(
            "$0.01–0.02",
            .amount(low: try Money(dollars: "0.0111"), high: try Money(dollars: "0.02"))),
          .init("not stated", .state("not stated")),
        ],
        [
          .init("Open_ended"),
          .init("$13.90 or more", .amount(low: try Money(dollars: "13.9"), high: nil)),
          .init(""),
        ],
      ])
    let known = try #require(Self.formats.first { $0.ending == format })
    try expectGolden(encoded(table, in: known), "table.\(format)")
  }

  @Test(
    "A text that a spreadsheet would run has an apostrophe in front",
    arguments: [
      ("=1+1", "'=1+1"), ("+49", "'+49"), ("-5", "'-5"), ("@SUM(A1)", "'@SUM(A1)"),
      ("＝1+1", "'＝1+1"), ("＠x", "'＠x"), ("＋1", "'＋1"),
      ("a=1", "a=1"),
      (" =1", "'=1"), ("\t=1", "'=1"), ("\n@x", "'@x"), ("a=1", "a=1"), ("−5", "−5"), ("", ""),
      ("$5", "$5"), ("=A1,B1", "\"'=A1,B1\""),
    ])
  func formulas(text: String, field: String) {
    #expect(encoded(table([.init(text), .init("x")]), in: .csv) == "C0,C1\n\(field),x\n")
  }

  @Test func aFormulaInTheHeadIsHarmlessToo() {
    let table = Table(
      id: "t", caption: "T", columns: [.init(key: "a", title: "=cmd()")], rows: [[.init("")]])
    #expect(encoded(table, in: .csv) == "'=cmd()\n\"\"\n")
  }

  @Test func amountsStayNumbersToASpreadsheet() throws {
    let amount = Table.Cell.Exact.amount(low: .zero, high: .zero)
    #expect(encoded(table([.init("-$5", amount)]), in: .csv) == "C0\n-$5\n")
  }

  @Test("A cell is one line", arguments: ["a\nb", " a \t b ", "a\r\nb\n", "a  b"])
  func oneLine(text: String) {
    #expect(Table.Cell(text).text == "a b")
  }

  @Test("Rows are the same cell by cell, whatever is in them", arguments: 0..<40 as Range<UInt64>)
  func sameRows(seed: UInt64) throws {
    var random = SplitMix(seed: seed &* 1_000_003)
    let pieces = [
      "a", " ", ",", "\"", "|", "\\", "*", "_", "`", "<b>", "&amp;", "[x]", "~", "\n", "=", "+",
      "-", "@", "$1,440", "é", "👩‍🔬", "\u{A0}", "it's", "#", "–", "\\|",
    ]
    let width = random.int(in: 1...4)
    let rows = (0..<random.int(in: 1...6)).map { _ in
      (0..<width).map { _ in
        let text = (0..<random.int(in: 0...5)).map { _ in
          pieces[random.int(in: 0...(pieces.count - 1))]
        }
        return Table.Cell(text.joined())
      }
    }
    let table = Table(
      id: "t", caption: "T",
      columns: (0..<width).map { .init(key: "c\($0)", title: "C\($0)") }, rows: rows)
    let stored = try JSONDecoder().decode(
      StoredTable.self, from: Data(TableFormat.json.file(table)))
    let texts = try stored.rows.map { row in
      try stored.columns.map { try #require(row[$0.key]?.text) }
    }
    let head = [stored.columns.map(\.title)]
    #expect(texts == rows.map { $0.map(\.text) })
    #expect(MarkdownReader.rows(encoded(table, in: .markdown)) == head + texts)
    #expect(
      CSVReader.records(encoded(table, in: .csv)).map { $0.map(withoutApostrophe) } == head + texts)
  }

  private struct StoredTable: Decodable {
    var columns: [Column]
    var rows: [[String: Cell]]

    struct Column: Decodable {
      var key: String
      var title: String
    }

    struct Cell: Decodable { var text: String }
  }

  private func withoutApostrophe(_ field: String) -> String {
    let runs = field.unicodeScalars.dropFirst().first.map { "=+-@".unicodeScalars.contains($0) }
    return field.unicodeScalars.first == "'" && runs == true
      ? String(String.UnicodeScalarView(field.unicodeScalars.dropFirst())) : field
  }
}

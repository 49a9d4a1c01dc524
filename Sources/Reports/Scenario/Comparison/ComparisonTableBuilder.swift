import Content
import Encoders
import Messages
import Pricing
import Wording

/// Makes the table of offers and workloads.
struct ComparisonTableBuilder {
  private let view: ScenarioView
  private let fields: FieldColumns
  private var cells: ComparisonCellBuilder

  /// The rates in force of each offer, and their days.
  private let rates: [[Rate]]
  private let days: [[EvidenceDay]]

  /// Whether the days are the same for all, and so said above the table.
  private let hasCommonDays: Bool

  /// The most amounts that open their arithmetic in the table itself; those of a larger one lead
  /// to where it stands.
  static let mostInline = 48

  /// Of more offers than these a reader looks for one by its words.
  private static let mostInSight = 50

  /// - Parameters:
  ///   - view: The scenario.
  ///   - hasArithmeticPage: Whether the arithmetic has a page that amounts can lead to.
  init(_ view: ScenarioView, hasArithmeticPage: Bool) {
    self.view = view
    fields = FieldColumns(view.context)
    cells = ComparisonCellBuilder(view, hasArithmeticPage: hasArithmeticPage)
    rates = view.scenario.offers.map { $0.rates(on: view.scenario.date) }
    let days = rates.map(ScenarioView.days)
    self.days = days
    hasCommonDays = days.count > 1 && days.allSatisfy { $0 == days[0] }
  }

  /// Makes the table.
  ///
  /// - Parameters:
  ///   - sources: The sources of the scenario's page.
  ///   - files: The same rows as files.
  /// - Returns: The table with its notes.
  /// - Throws: ``EmbedMistake`` for what the author wants of it and it does not have.
  mutating func table(
    _ sources: inout PageSources, files: [PageLink]
  ) throws(EmbedMistake) -> ComparisonTable {
    let shape = try shape()
    let (rows, notes) = rows(shape, &sources)
    let contents = ComparisonContents(
      words: words, workloads: workloads, fields: fields.columns(onDemand: true), order: order,
      rows: rows, groups: groups(of: rows),
      notes: cells.notes.entries)
    let heads = ComparisonHeads(shape, of: contents, measure: measure)
    let groups = shape?.groups(of: contents) ?? contents.groups
    let count = groups.reduce(0) { $0 + $1.rows.count }
    return ComparisonTable(
      id: Anchor.table(view.scenario.id),
      caption: shape?.arrangement.caption ?? view.document.title, captionDetail: view.basis,
      searched: count > Self.mostInSight ? String(count) : nil,
      order: shape.map { $0.arrangement.order ?? "" } ?? order, sort: heads.offers,
      heads: heads.all, span: String(heads.width + 2), columns: heads.amounts,
      groups: groups, contents: contents, shape: shape, notes: notes, files: files)
  }

  // MARK: What is shown

  /// What the author wants of the table; `nil` for everything.
  private func shape() throws(EmbedMistake) -> ComparisonShape? {
    guard let request = view.document.table else { return nil }
    var table = Table(
      id: view.scenario.id, caption: view.document.title,
      columns: words + workloads.map { Table.Column(key: $0.key, title: $0.text) }
        + fields.columns(onDemand: true),
      rows: view.rowOrder.map { row in
        words(ofRow: row) + view.priced.quotes[row].map { Table.Cell("", $0.exact) }
          + fields.cells(values(ofRow: row))
      })
    table.order = order
    table.rowIDs = view.rowOrder.map { view.scenario.offers[$0].id }
    return try ComparisonShape(request, of: table, words: words.count, workloads: workloads.count)
  }

  // MARK: Rows and columns

  /// Every row in the order of the table, and the notes of what is shown.
  ///
  /// What is shown is made first, as readers meet it: so its notes have the first letters, and lead
  /// back to cells that there are.
  private mutating func rows(
    _ shape: ComparisonShape?, _ sources: inout PageSources
  ) -> (rows: [ComparisonRow], notes: [TableNote]) {
    let columns = Array(view.scenario.workloads.indices)
    var rows: [ComparisonRow] = []
    guard let shape else {
      for row in view.rowOrder { rows.append(self.row(row, columns, nil, &sources)) }
      return (rows, cells.notes.entries)
    }
    var shown: [Int: ComparisonRow] = [:]
    for place in shape.arrangement.rows {
      shown[place] = row(view.rowOrder[place], shape.workloads, shape, &sources)
    }
    let notes = cells.notes.entries
    // Nobody looks up what nobody sees.
    var unseen = sources
    let others = columns.filter { !shape.workloads.contains($0) }
    let made = shape.workloads + others
    let places = made.indices.sorted { made[$0] < made[$1] }
    for (place, number) in view.rowOrder.enumerated() {
      var row = shown[place] ?? self.row(number, shape.workloads, shape, &unseen)
      for column in others { row.cells.append(cell(number, column, &unseen)) }
      row.cells = places.map { row.cells[$0] }
      rows.append(row)
    }
    return (rows, notes)
  }

  /// The row of an offer by its place in the scenario, with cells for some workloads.
  private mutating func row(
    _ place: Int, _ workloads: [Int], _ shape: ComparisonShape?, _ sources: inout PageSources
  ) -> ComparisonRow {
    let offer = view.scenario.offers[place]
    let values = values(ofRow: place)
    let citations = sources.cite(
      rates[place].map(\.citation) + (shape.map { sayers(of: values, shownBy: $0) } ?? []))
    let words = words(ofRow: place)
    let (provider, billing) = (words[words.count - 2].text, words[words.count - 1].text)
    var amounts: [ComparisonCell] = []
    for column in workloads { amounts.append(cell(place, column, &sources)) }
    return ComparisonRow(
      id: offer.id, offer: offer.name, link: view.link(offer.id),
      detail: detail(provider, billing, of: place, beside: shape), providerID: offer.provider,
      words: words, fields: fields.cells(values),
      leftOut: view.document.rows[place].leftOut.map { localized("Not compared: \($0).") },
      cells: amounts,
      citations: citations, sourcesLabel: view.mayStack ? localized("Source") : nil,
      days: hasCommonDays ? nil : TimeText.days(days[place]),
      lastDay: days[place].max { $0.date < $1.date },
      announced: announced(place))
  }

  /// The amount of an offer for a workload, by their places, and for which workload it is.
  private mutating func cell(
    _ place: Int, _ column: Int, _ sources: inout PageSources
  ) -> ComparisonCell {
    var cell = cells.cell(place, column, &sources)
    cell.label = view.label(of: column)
    return cell
  }

  /// What the rate card says of an offer in fields of the site's own.
  private func values(ofRow place: Int) -> [FieldValue] {
    view.context.content.listedOffer(view.document.rows[place].base)?.fields ?? []
  }

  /// Who says what is shown of that.
  private func sayers(
    of values: [FieldValue], shownBy shape: ComparisonShape
  ) -> [Pricing.Citation] {
    let shown = shape.fields.map { view.context.content.settings.fields[$0] }
    return values.filter { shown.contains($0.field) }.compactMap(\.citation)
  }

  /// Who sells the offer and what it counts, as far as no column and no group says so, and what the
  /// rate card calls it.
  private func detail(
    _ provider: String, _ billing: String, of place: Int, beside shape: ComparisonShape?
  ) -> String? {
    let parts = [
      (ComparisonContents.providerKey, provider), (ComparisonContents.billingKey, billing),
    ].filter { key, _ in shape?.keys.contains(key) != true }
    let whole = [parts.isEmpty ? nil : parts.map(\.1).joined(separator: ", "), listed(place)]
    return whole.contains { $0 != nil } ? whole.compactMap(\.self).joined(separator: "; ") : nil
  }

  /// What its seller calls the offer, where the scenario gives it a name or a speed of its own.
  private func listed(_ place: Int) -> String? {
    let offer = view.scenario.offers[place]
    let name = view.context.content.listedOffer(view.document.rows[place].base)?.offer.name
    let own = name.flatMap { $0 == offer.name ? nil : localized("listed as \($0)") }
    let speed = view.isAtOtherSpeed(offer) ? localized("its speed is a premise here") : nil
    let all = [own, speed].compactMap(\.self)
    return all.isEmpty ? nil : all.joined(separator: ", ")
  }

  /// The columns in front of the amounts.
  private var words: [Table.Column] {
    ComparisonContents.words(isGrouped: !view.groupNames.isEmpty)
  }

  private func words(ofRow place: Int) -> [Table.Cell] {
    let offer = view.scenario.offers[place]
    let group = view.groupHead(view.priced.groupPlace(ofRow: place))
    return (group.map { [Table.Cell($0)] } ?? []) + [
      Table.Cell(offer.name, .value(offer.id)),
      Table.Cell(view.context.card(of: offer)?.name ?? offer.provider, .value(offer.provider)),
      Table.Cell(BillingText.words(offer, on: view.scenario.date)),
    ]
  }

  private var workloads: [ComparisonColumn] {
    zip(view.scenario.workloads, view.document.columns).enumerated().map {
      ComparisonColumn(
        text: $1.0.name, detail: $1.1.detail, sort: $0 == 0 ? "ascending" : "none", id: $1.0.id)
    }
  }

  /// The rows group by group; they are in the order of the groups.
  private func groups(of rows: [ComparisonRow]) -> [ComparisonGroup] {
    var start = rows.startIndex
    return view.priced.groups.enumerated().map { place, group in
      defer { start += group.group.rows.count }
      return ComparisonGroup(
        name: view.groupHead(place), rows: Array(rows[start..<(start + group.group.rows.count)]))
    }
  }

  /// What the offer's price will be, and from when.
  private func announced(_ row: Int) -> String? {
    let base = view.document.rows[row].base
    guard let listed = view.context.content.listedOffer(base) else { return nil }
    return AnnouncedText.rates(listed.announced)
  }

  /// How the rows are sorted, as ``ScenarioView/rowOrder`` has them.
  private var order: String {
    let last = lastOnes
    guard !last.isEmpty else { return "\(sortedBy)." }
    let words = UnitText.list(last, conjunction: "or")
    return localized(
      view.groupNames.isEmpty
        ? "\(sortedBy); what is \(words) comes last."
        : "\(sortedBy); what is \(words) comes last in its group.")
  }

  private var sortedBy: String {
    let workloads = view.scenario.workloads
    let first = workloads.count > 1 ? workloads[0].name : nil
    return switch (first, view.groupNames.isEmpty) {
    case (nil, true): localized("Sorted by the lowest amount")
    case (let first?, true): localized("Sorted by the lowest amount for “\(first)”")
    case (nil, false): localized("Sorted group by group, in each by the lowest amount")
    case (let first?, false):
      localized("Sorted group by group, in each by the lowest amount for “\(first)”")
    }
  }

  /// Why rows stand behind those that are compared for the first workload.
  private var lastOnes: [String] {
    let rows = view.priced.quotes.indices.filter { !view.priced.competes($0, 0) }
    let invoices = rows.map { view.priced.quotes[$0][0].invoice }
    let reasons: [(String, Bool)] = [
      (localized("not applicable"), invoices.contains { $0 == nil }),
      (localized("not stated"), invoices.contains { $0.map { $0.high == nil } ?? false }),
      (localized("not enough"), invoices.contains { $0.map { !$0.fits } ?? false }),
      (localized("not compared"), rows.contains { view.document.rows[$0].leftOut != nil }),
    ]
    return reasons.filter(\.1).map(\.0)
  }

  private var measure: String {
    localized(
      view.scenario.workloads.allSatisfy(\.isMonthly) ? "US dollars a month" : "US dollars")
  }
}

extension Quote {
  /// The amount for programs.
  fileprivate var exact: Table.Cell.Exact {
    switch self {
    case .notApplicable: .state("not applicable")
    case .invoice(let invoice): .amount(low: invoice.low, high: invoice.high)
    }
  }
}

extension ScenarioView {
  /// What a narrow page says beside an amount: its workload; `nil` where there are no others, and in a
  /// large table, which stays one.
  func label(of column: Int) -> String? {
    scenario.workloads.count > 1 && scenario.isSmall ? scenario.workloads[column].name : nil
  }

  /// Whether a narrow page may show the amounts of an offer below each other.
  var mayStack: Bool { scenario.workloads.count == 1 || scenario.isSmall }
}

extension Scenario {
  /// Whether its comparison has so few amounts that each opens its arithmetic in place.
  var isSmall: Bool { offers.count * workloads.count <= ComparisonTableBuilder.mostInline }
}

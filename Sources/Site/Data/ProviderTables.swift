import Content
import Pricing

/// The rates of every provider, and the list of providers, as files.
struct ProviderTables {
  let context: SiteContext

  var files: [SitePlan.File] {
    let context = context
    let list = TableFiles.files(at: SitePaths.providerList) { Self.list(context) }
    return context.content.rateCards.reduce(into: list) { files, card in
      files += TableFiles.files(at: SitePaths.rates(card.id)) { Self.rates(card, context) }
    }
  }

  private static func rates(_ card: RateCard, _ context: SiteContext) -> DataTable {
    let page = ProviderPageBuilder(context: context, card: card).page()
    let rows = page.offers.flatMap { offer in
      offer.rates.rows.map { row in
        [
          DataTable.Cell(offer.name), DataTable.Cell(row.label), DataTable.Cell(row.price.amount),
          DataTable.Cell(row.price.detail ?? ""), DataTable.Cell(row.from),
          DataTable.Cell(row.sourceTitle),
          DataTable.Cell(row.quote ?? ""),
        ]
      }
    }
    return DataTable(
      id: "\(card.id)-rates", caption: "\(card.name): rates", notes: [page.basis],
      columns: [
        DataTable.Column(key: "offer", title: "Offer"),
        DataTable.Column(key: "rate", title: "Rate"),
        DataTable.Column(key: "price", title: "Price"),
        DataTable.Column(key: "unit", title: "Unit"),
        DataTable.Column(key: "from", title: "From"),
        DataTable.Column(key: "source", title: "Source"),
        DataTable.Column(key: "quote", title: "Quote"),
      ], rows: rows)
  }

  private static func list(_ context: SiteContext) -> DataTable {
    let table = ProviderTableBuilder(context: context).table(on: SitePaths.providers)
    return DataTable(
      id: table.id, caption: table.caption, notes: [table.captionDetail],
      columns: [
        DataTable.Column(key: "provider", title: "Provider"),
        DataTable.Column(key: "billing", title: "Bills by"),
        DataTable.Column(key: "lowest", title: "Lowest rate"),
        DataTable.Column(key: "unit", title: "Unit"),
        DataTable.Column(key: "read", title: "Rates last read"),
      ],
      rows: table.rows.map { row in
        [
          DataTable.Cell(row.name), DataTable.Cell(row.meters), DataTable.Cell(row.lowestRate),
          DataTable.Cell(row.unit ?? ""), DataTable.Cell(row.read),
        ]
      })
  }
}

import Content
import Pricing

/// The files about the site as a whole, for machines.
struct SiteData {
  let context: SiteContext

  var files: [SitePlan.File] {
    var files = [
      SitePlan.File("robots.txt", .data) { [context] in
        Array(SearchFiles.robots(baseURL: context.baseURL).utf8)
      },
      SitePlan.File("llms.txt", .data) { [index] in Array(index.text.utf8) },
    ]
    if let sitemap = SearchFiles.sitemap(of: pages, baseURL: context.baseURL) {
      files.append(SitePlan.File("sitemap.xml", .data) { Array(sitemap.utf8) })
    }
    return files
  }

  private var index: LanguageModelIndex {
    let settings = context.content.settings
    let data =
      context.priced.flatMap { priced in
        let id = priced.scenario.id
        return [
          LanguageModelIndex.DataFile(
            path: "data/scenarios/\(id).json",
            description: "invoices, arithmetic and crossings of the scenario '\(id)'"),
          LanguageModelIndex.DataFile(
            path: "tables/\(id).csv", description: "the comparison table of '\(id)'"),
        ]
      }
      + [
        LanguageModelIndex.DataFile(
          path: "tables/billing-rules.csv", description: "which phases each provider bills")
      ]
      + context.content.rateCards.map { card in
        LanguageModelIndex.DataFile(
          path: "data/providers/\(card.id).json",
          description: "rates, rules and features of \(card.name), with their sources")
      }
    return LanguageModelIndex(
      title: settings.title, description: settings.description, pages: pages,
      data: data + claimFiles)
  }

  private var claimFiles: [LanguageModelIndex.DataFile] {
    guard !context.claims.isEmpty else { return [] }
    return [
      LanguageModelIndex.DataFile(
        path: "data/claims.json", description: "published figures, their arithmetic and verdicts"),
      LanguageModelIndex.DataFile(path: "tables/claims.csv", description: "the same as a table"),
    ]
  }

  /// The pages that readers are meant to find, in the order of the site.
  private var pages: [ListedPage] {
    let settings = context.content.settings
    func page(_ path: String, _ title: String, _ description: String) -> ListedPage {
      ListedPage(
        path: SitePaths.address(of: path), title: title, description: description,
        updated: settings.updated)
    }
    var pages = [page(SitePaths.index, settings.title, settings.description)]
    pages.append(
      page(SitePaths.scenarios, "Scenarios", "Workloads priced under every billing model"))
    pages += context.scenarios.map { document, priced in
      let view = ScenarioView(
        context: context, document: document, priced: priced, page: SitePaths.index)
      return page(
        SitePaths.scenario(priced.scenario.id), document.title, "\(Finding(view).headline)")
    }
    pages.append(page(SitePaths.providers, "Providers", "Who sells inference and how they bill"))
    pages += context.content.rateCards.map { page(SitePaths.provider($0.id), $0.name, $0.summary) }
    pages += context.content.settings.pairs.map { pair in
      let builder = HeadToHeadBuilder(context: context, pair: pair)
      return page(SitePaths.pair(pair.id), builder.title, builder.headline)
    }
    pages.append(
      page(
        SitePaths.billingRules, BillingRulesPageBuilder.title, BillingRulesPageBuilder.description))
    if let gallery = context.content.gallery {
      pages.append(page(SitePaths.gallery, gallery.title, gallery.summary))
    }
    if !context.claims.isEmpty {
      pages.append(
        page(
          SitePaths.claims, ClaimsPageBuilder.title, ClaimsPageBuilder.summary(context.claims)))
    }
    pages += context.content.pages.filter { $0.id != "index" }.map {
      page(SitePaths.page($0.id), $0.title, $0.description)
    }
    return pages
  }
}

import Testing
import XML

/// Every amount of the shipped site opens its arithmetic, and the arithmetic has its evidence.
@Suite("Arithmetic of the shipped site")
struct ShippedArithmeticTests {
  @Test(
    "Every amount in a table opens its arithmetic or leads to it",
    arguments: ShippedSite.scenarios)
  func amounts(scenario: String) async throws {
    let path = "scenarios/\(scenario)/index.html"
    let cells = try await ShippedSite.page(path).root.amountCells
    #expect(!cells.isEmpty)
    let arithmetic = try await Set(ShippedSite.invoices(scenario).bills.compactMap { $0["id"] })
    for cell in cells {
      let opens = cell.all { $0["class"] == "working" }.count
      let leads = cell.all { $0.name == "a" && $0["class"] == "sum" }.compactMap { link in
        link["href"]?.split(separator: "#").last.map(String.init)
      }
      #expect(opens + leads.count == 1, "\(path): \(cell.shownAmount)")
      #expect(arithmetic.isSuperset(of: leads), "\(path): \(cell.shownAmount)")
    }
  }

  @Test func everyRateOpensItsSourceAndTheWordsOfIt() async throws {
    let page = try await ShippedSite.page("providers/modal/index.html")
    let details = try #require(page.root.all { $0["class"] == "worked" }.first)
    let text = details.wholeText
    #expect(text.contains("$3.95 ÷ 3,600 = $0.001097222222 per second"))
    #expect(text.contains("An H100 on Modal runs approximately $3.95 per GPU-hour when active"))
    #expect(text.contains("GMI Cloud, published 28\u{A0}May 2026"))
    #expect(text.contains("idle tail: free"))
  }

  @Test(
    "Every input has a source or is called an assumption",
    arguments: ShippedSite.scenarios, ["index.html", "invoices/index.html"])
  func inputs(scenario: String, file: String) async throws {
    let page = try await ShippedSite.page("scenarios/\(scenario)/\(file)")
    let inputs = page.root.inputs
    #expect(!inputs.isEmpty)
    for input in inputs {
      let said = try #require(input.all { $0.name == "small" }.first)
      let isCited = said.all { $0.name == "a" }.contains {
        $0["href"]?.contains("#source_") == true
      }
      #expect(isCited || said.wholeText.hasPrefix("assumed"), "\(input.wholeText)")
    }
  }

  @Test(
    "A crossing shows both costs on either side of it",
    arguments: [
      ("96,000,000", "$1,440 ÷ $15 per 1M tokens = 96,000,000\u{A0}tokens"),
      ("96,000,000", "95,999,999\u{A0}tokens: $1,439.999985 < $1,440"),
      ("96,000,000", "96,000,000\u{A0}tokens: $1,440 = $1,440"),
      ("20,604,580", "b = log($800 ÷ $200) ÷ log(100,000,000 ÷ 10,000,000)"),
    ])
  func crossing(place: String, equation: String) async throws {
    let page = try await ShippedSite.scenario("monthly-tiers")
    let rows = try #require(page.element(id: "ends_monthly-tiers")).bodyRows
    let row = try #require(rows.first { $0[0].wholeText == place })
    let equations = row[1].all { $0.name == "dd" }.map(\.wholeText)
    #expect(equations.contains(equation), "\(equations)")
  }

  @Test func aPriceTakenApartAddsUpToThePrice() async throws {
    let page = try await ShippedSite.page("methodology/index.html")
    let composites = page.root.all { $0["class"] == "worked" && $0["open"] == "open" }
      .filter { $0.wholeText.hasPrefix("OpenAI GPT-4o: $10") }
    let equations = try #require(composites.first).all { $0.name == "dd" }.map(\.wholeText)
    let high = equations.filter { !$0.hasPrefix("low") && $0.contains(" = ") }
    let amounts = high.compactMap { equation in
      equation.split(separator: " = ").last.flatMap { Double($0.dropFirst()) }
    }
    #expect(amounts.count == 3)
    #expect(abs(amounts.reduce(0, +) - 10) < 1e-9)
  }

  @Test func everyLinkToAnInvoiceLeadsToOne() async throws {
    let links = try PublishedLinks(await ShippedSite.files())
    #expect(links.astray.isEmpty, "\(links.astray)")
    for (page, least) in [
      ("index.html", 10), ("scenarios/index.html", 20), ("scenarios/monthly-tiers/index.html", 10),
      ("compare/baseten-and-modal/index.html", 4),
    ] {
      #expect(links.toInvoices.count { $0.page == page } >= least, "\(page)")
    }
    let cards = try await ShippedSite.page("index.html").root.all { $0["class"] == "bars" }
    let shown = cards.flatMap { $0.all { $0.name == "a" } }.compactMap { $0["href"] }
    #expect(!shown.isEmpty)
    #expect(shown.allSatisfy { $0.contains("/index.html#invoice_") })
  }
}

import Diagnostics
import Testing

@testable import Content

@Suite("Names of imported offers")
struct OfferNameTests {
  @Test(
    "Are broken where a reader would, if a word has no room in a chart",
    arguments: [
      ("gpt-5", "gpt-5"), ("Two words", "Two words"),
      (
        "serving/accounts/somebody/models/coder-480b-a35b-instruct",
        "serving/accounts/somebody/models/ coder-480b-a35b-instruct"
      ),
      (
        "regional.vendor.model-3.5-medium-20241022-with-tools-v1:0",
        "regional.vendor. model-3.5-medium-20241022-with-tools-v1:0"
      ),
      (
        "model-3.5-medium-20241022-with-tools-and-more-of-them-v1:0",
        "model-3.5-medium-20241022-with-tools-and-more- of-them-v1:0"
      ),
      ("\(a(40))/\(a(40))/\(a(40))", "\(a(40))/ \(a(40))/ \(a(40))"),
      (a(48), a(48)), (a(100), "\(a(48)) \(a(48)) \(a(4))"), ("a \(a(49))", "a \(a(48)) a"),
    ])
  func words(name: String, broken: String) {
    #expect(OfferName.inWords(name) == broken)
    #expect(broken.filter { $0 != " " } == name.filter { $0 != " " })
  }

  private static func a(_ count: Int) -> String { String(repeating: "a", count: count) }

  @Test("Can stand in a scenario as they are")
  func scenario() throws {
    let keys = [Self.a(120), "\(Self.a(60))/\(Self.a(60))", String(repeating: "字", count: 60)]
    let entries = keys.map {
      "\"\($0)\": {\"litellm_provider\": \"acme\", \"input_cost_per_token\": 1e-06}"
    }
    let trial = try ImportTrial(
      ImportTrial.list("{\(entries.joined(separator: ", "))}", .litellm))
    let offers = trial.offers.map { "{offer: \($0)}" }.joined(separator: ", ")
    #expect(trial.offers.count == keys.count)
    let text = """
      title: One
      question: What does it cost?
      summary: It matters.
      workloads:
        - {id: w, name: Work, tokens: 1M, input_share: 100 %}
      offers: [\(offers)]

      """
    var loader = ContentLoader()
    let scenario = SiteFile(path: "content/scenarios/one.yaml", bytes: Array(text.utf8))
    _ = loader.load(trial.files + [scenario])
    #expect(loader.diagnostics.filter { $0.severity == .error } == [])
  }
}

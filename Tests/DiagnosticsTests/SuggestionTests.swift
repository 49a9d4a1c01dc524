import Diagnostics
import Testing

@Suite("Suggestions")
struct SuggestionTests {
  @Test(
    "Finds what the author meant",
    arguments: [
      ("provder", ["provider", "offers"], "provider"),
      ("offer", ["provider", "offers"], "offers"),
      ("modal-h010", ["modal-h100", "modal-a100"], "modal-h100"),
      ("Source", ["source"], "source"),
    ])
  func finds(word: String, candidates: [String], meant: String) {
    #expect(Suggestion.nearest(to: word, in: candidates) == meant)
  }

  @Test(
    "Stays silent when nothing is near",
    arguments: [("x", ["provider"]), ("", ["offers"]), ("price", []), ("price", ["price"])])
  func staysSilent(word: String, candidates: [String]) {
    #expect(Suggestion.nearest(to: word, in: candidates) == nil)
  }

  @Test func listsTheChoicesWhenNothingIsNear() {
    #expect(
      Suggestion.hint(for: "zzz", in: ["tokens", "time"], noun: "meters")
        == "use one of the meters: tokens, time")
  }

  @Test func aWordOfAnyLengthCostsNoTime() {
    let long = String(repeating: "a", count: 1_000_000)
    #expect(Suggestion.nearest(to: long, in: ["provider"]) == nil)
  }
}

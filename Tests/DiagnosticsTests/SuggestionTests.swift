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
      ("Source", ["source"], "source"), ("SOURCE-A", ["b", "source-b"], "source-b"),
      ("été-2", ["ete", "ÉTÉ-3"], "ÉTÉ-3"), ("ba", ["abc", "ab"], "ab"), ("a", ["b"], "b"),
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

  @Test("Finds one of many, and guesses at none of too many", arguments: [4096, 4097])
  func many(count: Int) {
    let names = (0..<count).map { "offer-\($0)-of-many" }
    let nearest = Suggestion.nearest(to: "offer-77-of-mny", in: names)
    #expect(nearest == (count > 4096 ? nil : "offer-77-of-many"))
  }

  @Test func aWordOfAnyLengthCostsNoTime() {
    let long = String(repeating: "a", count: 1_000_000)
    #expect(Suggestion.nearest(to: long, in: ["provider"]) == nil)
  }

  @Test("Counts edits as the table of all distances does", arguments: 1...8)
  func countsEditsExactly(seed: UInt64) {
    var random = seed &* 0x9E37_79B9_7F4A_7C15
    func next(_ bound: Int) -> Int {
      random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(random >> 33) % bound
    }
    let letters = Array("abAB1-é".unicodeScalars)
    func word() -> String {
      String(String.UnicodeScalarView((0..<next(12)).map { _ in letters[next(letters.count)] }))
    }
    for _ in 0..<2_000 {
      let (left, right) = (word(), word())
      let distance = tableDistance(left, right)
      let isNear = left != right && distance <= max(1, max(left.count, right.count) / 3)
      #expect(
        Suggestion.nearest(to: left, in: [right]) == (isNear ? right : nil), "\(left) \(right)")
    }
  }

  /// The whole table of distances, cell by cell.
  private func tableDistance(_ left: String, _ right: String) -> Int {
    let (left, right) = (Array(left.lowercased()), Array(right.lowercased()))
    var table = (0...left.count).map { row in (0...right.count).map { row == 0 ? $0 : row } }
    for row in 1..<(left.count + 1) {
      for column in 1..<(right.count + 1) {
        let differs = left[row - 1] == right[column - 1] ? 0 : 1
        var cost = min(
          table[row - 1][column - 1] + differs, table[row - 1][column] + 1,
          table[row][column - 1] + 1)
        if row > 1, column > 1, left[row - 1] == right[column - 2],
          left[row - 2] == right[column - 1]
        {
          cost = min(cost, table[row - 2][column - 2] + 1)
        }
        table[row][column] = cost
      }
    }
    return table[left.count][right.count]
  }
}

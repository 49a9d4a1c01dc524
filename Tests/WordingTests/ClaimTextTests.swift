import Pricing
import Testing

@testable import Wording

/// Figures of claims, as readers see them.
@Suite("Figures of claims")
struct ClaimTextTests {
  @Test(
    "A side on which a value may lie beyond its ends is said of the end that it is about",
    arguments: [
      (5, 5, OpenSides(), "$5"), (5, 5, OpenSides(below: true), "at most $5"),
      (5, 5, OpenSides(above: true), "at least $5"), (5, 9, OpenSides(), "$5–9"),
      (5, 9, OpenSides(below: true), "from at most $5 to $9"),
      (5, 9, OpenSides(above: true), "from $5 to at least $9"),
      (5, 9, OpenSides(below: true, above: true), "from at most $5 to at least $9"),
    ])
  func openSides(low: Int128, high: Int128, open: OpenSides, text: String) {
    let value = Bounds(Ratio(low), Ratio(high))
    #expect(ClaimText.input(value, ClaimUnit(.usd), open: open) == text)
  }
}

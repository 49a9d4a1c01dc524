import Pricing
import Testing

@testable import Wording

@Suite("Stretches of an axis in words")
struct AxisTextTests {
  @Test(
    "An end that an author chose is said, one that nothing lies beyond is not",
    arguments: [
      (.tokens, 1_000_000...1_000_000_000, 1_000_000...71_999_999, "from 1M to 72M a month", false),
      (
        .tokens, 1_000_000...1_000_000_000, 72_000_000...1_000_000_000, "from 72M to 1B a month",
        true
      ),
      (.tokens, 1...1_000_000, 1...999, "below 1k a month", false),
      (.hours, 1...720, 1...364, "below 365\u{A0}h a month", false),
      (.hours, 1...720, 365...720, "from 365\u{A0}h to 720\u{A0}h a month", true),
      (.hours, 100...720, 100...364, "from 100\u{A0}h to 365\u{A0}h a month", false),
      (.busyShare, 1...1_000_000, 500_000...1_000_000, "from 50\u{A0}% a month on", false),
      (.busyShare, 1...800_000, 500_000...800_000, "from 50\u{A0}% to 80\u{A0}% a month", true),
      (.busyShare, 1...1_000_000, 1...1_000_000, "throughout", false),
    ] as [(Driver, ClosedRange<Int>, ClosedRange<Int>, String, Bool)])
  func stretches(
    driver: Driver, axis: ClosedRange<Int>, stretch: ClosedRange<Int>, words: String,
    isCutOff: Bool
  ) {
    let text = AxisText(Sweep(driver: driver, range: axis))
    #expect(text.words(stretch, unit: "a month") == words)
    #expect(text.isCutOff(stretch) == isCutOff)
  }

  @Test func placesThatAreWrittenOutStandBesideTheEndsOfTheAxis() {
    let tokens = AxisText(Sweep(driver: .tokens, range: 1_000_000...5_000_000_000))
    #expect(tokens.before("20,604,580") == "from 1M to 20,604,580")
    #expect(tokens.onward == "to 5B")
    let share = AxisText(Sweep(driver: .busyShare, range: 1...1_000_000))
    #expect(share.before("50.6\u{A0}%") == "below 50.6\u{A0}%")
    #expect(share.onward == "on")
  }
}

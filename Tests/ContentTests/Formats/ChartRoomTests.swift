import Testing

@Suite("What a chart has room for")
struct ChartRoomTests {
  private func messages(_ offers: [String], vary: Bool = true) -> [String] {
    ContentSample.scenario(
      workloads: ["tokens: 1M, hours: 5 h"], offers: offers.joined(separator: ", "),
      vary ? "vary: {driver: tokens, from: 1, to: 2}" : ""
    ).messages
  }

  private func curves(_ count: Int, _ keys: String = "") -> [String] {
    (0..<count).map { "{offer: gpu, as: o\($0)\(keys)}" }
  }

  @Test func takesCurvesThatAReaderCanTellApart() {
    #expect(messages(curves(24)) == [])
    #expect(
      messages(curves(25)) == [
        "25 offers with cost curves, too many for one chart | write 'left_out:' with the reason "
          + "at all but 24 of them, or make several scenarios"
      ])
  }

  @Test func offersWithoutACurveDoNotCount() {
    #expect(messages(curves(300), vary: false) == [])
    #expect(messages(curves(24) + curves(300, "x, left_out: too many")) == [])
  }

  @Test(
    "Takes names that a label can be broken in",
    arguments: [
      ("x", 48, true), ("x", 49, false), ("字", 49, false), ("ten chars ", 20, true),
    ] as [(String, Int, Bool)])
  func names(part: String, count: Int, isTaken: Bool) {
    let name = String(repeating: part, count: count)
    let messages = messages(["{offer: gpu, name: \(name)}"])
    #expect(messages.isEmpty == isTaken)
    #expect(messages.allSatisfy { $0.contains("' is too long a word for a chart | write a name") })
  }
}

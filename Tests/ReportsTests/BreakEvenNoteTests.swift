import Testing

@Suite("Offers without a curve")
struct BreakEvenNoteTests {
  @Test("The chart names an offer it cannot draw, unless the author left it out")
  func namesTheGap() throws {
    #expect(
      try note("Not compared", "")
        == "Not compared: V4 Pro (the price per 1M output tokens is not stated).")
    #expect(try note("Not compared", ", left_out: no price") == nil)
    #expect(try note("Left out", ", left_out: no price") == "Left out of the chart: V4 Pro.")
  }

  private func note(_ start: String, _ keys: String) throws -> String? {
    let notes = try SmallSite.breakEvenNotes(
      """
      workloads:
        - {id: low, name: 10M tokens, input_tokens: 5M, output_tokens: 5M, hours: 50 h, runs: 1}
        - {id: high, name: 1B tokens, input_tokens: 500M, output_tokens: 500M, hours: 800 h, runs: 1}
      offers: [{offer: managed-api}, {offer: gmi-h100}, {offer: v4-pro\(keys)}]
      vary: {driver: tokens, from: 1M, to: 10B}
      """)
    return notes.first { $0.hasPrefix(start) }
  }
}

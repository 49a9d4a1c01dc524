import Testing

@Suite("Offers without a curve")
struct BreakEvenNoteTests {
  @Test("The chart names an offer it cannot draw, unless the author left it out")
  func namesTheGap() throws {
    #expect(
      try note("") == "Not compared, because the cost between the volumes is not known: V4 Pro.")
    #expect(try note(", curve: false") == nil)
  }

  private func note(_ keys: String) throws -> String? {
    let notes = try SmallSite.breakEvenNotes(
      """
      workloads:
        - {id: low, name: 10M tokens, input_tokens: 5M, output_tokens: 5M, hours: 50 h}
        - {id: high, name: 1B tokens, input_tokens: 500M, output_tokens: 500M, hours: 800 h}
      offers: [{offer: managed-api}, {offer: gmi-h100}, {offer: v4-pro\(keys)}]
      vary: {driver: tokens, from: 1M, to: 10B}
      """)
    return notes.first { $0.hasPrefix("Not compared") }
  }
}

import TestSupport
import Testing

@testable import Pricing

@Suite("Hours of the week at which a price holds")
struct WindowTests {
  /// An offer of $2 a million tokens, and of $1 in some hours.
  private static func offer(atNight window: Window) throws -> Offer {
    var offer = Samples.offer("o")
    let base = try Samples.rate(.millionInputTokens, "2")
    let night = try Samples.rate(.millionInputTokens, "1")
    offer.rates = [
      base,
      Rate(
        unit: night.unit, price: night.price, day: night.day, citation: night.citation,
        condition: Condition(window: window)),
    ]
    return offer
  }

  private static let asked = Samples.once(
    .notStated, tokens: .split(input: 1_000_000, output: 0))

  @Test(
    "A window is open from its first minute to before its last, over midnight too",
    arguments: [
      (Weekday.mon, 16 * 60 + 29, false), (.mon, 16 * 60 + 30, true), (.tue, 29, true),
      (.tue, 30, false), (.sun, 23 * 60 + 59, true), (.mon, 0, true),
    ])
  func windows(day: Weekday, minute: Int, isOpen: Bool) throws {
    let window = Window(from: 16 * 60 + 30, to: 30)
    let offer = try Self.offer(atNight: window)
    var asked = Self.asked
    #expect(try offer.quote(for: asked).totalText == "1–2")
    asked.window = Window(at: Moment(day, minuteOfDay: minute))
    #expect(try offer.quote(for: asked).totalText == (isOpen ? "1" : "2"))
  }

  @Test(
    "Requests that all come within some hours have the price of these, or both where they do not fit",
    arguments: [
      (Window(from: 17 * 60, to: 24 * 60), "1"), (Window(from: 17 * 60, to: 30), "1"),
      (Window(from: 16 * 60, to: 18 * 60), "1–2"), (Window(from: 30, to: 16 * 60), "2"),
      (Window(from: 60, to: 120, offset: 60), "1–2"), (Window(from: 60, to: 90, offset: 60), "1"),
      (Window(days: [.sun], from: 23 * 60, to: 10), "1"), (Window(from: 0, to: 1440), "1–2"),
    ])
  func askedHours(asked: Window, total: String) throws {
    let window = Window(from: 16 * 60 + 30, to: 30)
    let offer = try Self.offer(atNight: window)
    var workload = Self.asked
    workload.window = asked
    #expect(try offer.quote(for: workload).totalText == total)
  }

  @Test("Hours that one window has from day to day hold what crosses midnight")
  func windowsThatMeet() {
    let always = Window(from: 0, to: 1440)
    #expect(always.covers(Window(from: 23 * 60, to: 60)))
    #expect(!Window(days: [.mon], from: 0, to: 1440).covers(Window(from: 23 * 60, to: 60)))
    var generator = SplitMix(seed: 7)
    let minutes = (0..<7 * 1440).map { Moment(.mon, minuteOfDay: $0) }
    for _ in 0..<60 {
      let (one, other) = (Self.window(&generator), Self.window(&generator))
      #expect(one.covers(other) == minutes.allSatisfy { !other.contains($0) || one.contains($0) })
      #expect(one.overlaps(other) == minutes.contains { other.contains($0) && one.contains($0) })
    }
  }

  private static func window(_ generator: inout SplitMix) -> Window {
    let days = Weekday.allCases.filter { _ in Bool.random(using: &generator) }
    let start = Int.random(in: 0..<1440, using: &generator)
    return Window(
      days: Set(days.isEmpty ? [.mon] : days), from: start,
      to: (start + Int.random(in: 1..<1440, using: &generator)) % 1440 + 1,
      offset: Int.random(in: -720...840, using: &generator))
  }

  @Test("Days are those of the window's own clock")
  func zones() {
    // Saturday in Shanghai begins on Friday at 16:00 in universal time.
    let weekend = Window(days: [.sat, .sun], from: 0, to: 1440, offset: 480)
    #expect(!weekend.contains(Moment(.fri, minuteOfDay: 959)))
    #expect(weekend.contains(Moment(.fri, minuteOfDay: 960)))
    #expect(weekend.contains(Moment(.sun, minuteOfDay: 959)))
    #expect(!weekend.contains(Moment(.sun, minuteOfDay: 960)))
  }

  @Test("Windows overlap if they share a minute of the week")
  func overlaps() {
    let night = Window(from: 22 * 60, to: 6 * 60)
    #expect(night.overlaps(Window(from: 5 * 60, to: 7 * 60)))
    #expect(!night.overlaps(Window(from: 6 * 60, to: 22 * 60)))
    #expect(!Window(days: [.mon], from: 0, to: 60).overlaps(Window(days: [.tue], from: 0, to: 60)))
  }
}

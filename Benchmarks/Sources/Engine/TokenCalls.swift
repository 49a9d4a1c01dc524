import Foundation
import Pricing

/// Calls of language models with their prices: the file that `peers.py` writes for both programs.
struct TokenCalls {
  /// A line: the price of a million tokens in and out, and the tokens.
  private struct Call {
    let tariff: Tariff
    let workload: Workload
  }

  private let calls: [Call]

  init(file: String) throws {
    var tariffs: [String: Tariff] = [:]
    calls = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n").map { line in
      let words = line.split(separator: "\t").map(String.init)
      let tariff = try tariffs[words[0]] ?? Tariff(Self.offer(words))
      tariffs[words[0]] = tariff
      return Call(tariff: tariff, workload: Self.workload(Int(words[3]) ?? 0, Int(words[4]) ?? 0))
    }
  }

  private static func offer(_ words: [String]) throws -> Offer {
    let from = CalendarDate("2026-11-01") ?? CalendarDate("0001-01-01")
    guard let from else { preconditionFailure("a day of the calendar") }
    func rate(_ unit: RateUnit, _ dollars: String) throws -> Rate {
      Rate(
        unit: unit, price: Bounds(try Money(dollars: dollars)), from: from,
        citation: Citation(source: "genai-prices"))
    }
    return Offer(
      id: words[0], name: words[0], provider: "peer",
      rates: [
        try rate(.millionInputTokens, words[1]), try rate(.millionOutputTokens, words[2]),
      ])
  }

  private static func workload(_ input: Int, _ output: Int) -> Workload {
    Workload(
      id: "call", name: "A call", period: .once, tokens: .split(input: input, output: output))
  }

  /// Prices all calls until the time is over, whole rounds only.
  func timed(seconds: Int) throws -> String {
    let clock = ContinuousClock()
    let start = clock.now
    var (rounds, total) = (0, Money.zero)
    repeat {
      total = .zero
      for call in calls {
        guard let invoice = try call.tariff.total(for: call.workload) else { continue }
        total = try total + invoice.low
      }
      rounds += 1
    } while clock.now - start < .seconds(seconds)
    let time = (clock.now - start) / .seconds(1)
    return """
      {"invoices": \(rounds * calls.count), "seconds": \(time), \
      "picodollars": \(total.picodollars)}
      """
  }
}

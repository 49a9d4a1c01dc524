import Content
import Diagnostics
import Pricing

/// `data/conformance.json`: the page of public price lists, for programs.
enum ConformanceData {
  static func json(of document: ConformanceDocument) -> JSONValue {
    .object([
      ("day", .string("\(document.day)")), ("lists", .array(document.lists.map(list))),
      ("disagreements", .array(document.disagreements.map(disagreement))),
    ])
  }

  private static func list(_ list: ConformanceDocument.PublicList) -> JSONValue {
    var members: [(String, JSONValue)] = [
      ("list", .string(list.name)), ("version", list.version.map(JSONValue.string) ?? .null),
      ("url", list.address.map(JSONValue.string) ?? .null),
      ("entries", .number(list.all.entries)), ("expressed", .number(list.all.expressed)),
      ("features", .array(list.features.map(share))),
      (
        "missing",
        .array(
          list.missing.map {
            .object([("key", .string($0.name)), ("entries", .number($0.entries))])
          })
      ),
    ]
    if let calls = list.calls { members.append(("calls", self.calls(calls))) }
    return .object(members)
  }

  private static func share(_ share: ConformanceDocument.Share) -> JSONValue {
    .object([
      ("feature", .string(share.name)), ("entries", .number(share.entries)),
      ("expressed", .number(share.expressed)),
    ])
  }

  private static func calls(_ calls: ConformanceDocument.Calls) -> JSONValue {
    let entries = calls.entries.map {
      [("entries", JSONValue.number($0.asked)), ("entries_equal", .number($0.equal))]
    }
    return .object(
      [
        ("program", .string(calls.program)), ("equal", .number(calls.equal)),
        ("rounding", .number(calls.rounding)), ("explained", .number(calls.explained)),
        ("unexplained", .number(calls.unexplained)),
      ] + (entries ?? []) + [
        (
          "reasons",
          .array(
            calls.reasons.map {
              .object([
                ("provider", .string($0.provider)), ("calls", .number($0.calls)),
                ("text", .string($0.text)),
              ])
            })
        )
      ])
  }

  private static func disagreement(
    _ disagreement: ConformanceDocument.Disagreement
  ) -> JSONValue {
    .object([
      ("model", .string(disagreement.model)), ("unit", .string(disagreement.unit.rawValue)),
      (
        "prices",
        .array(
          disagreement.prices.map {
            .object([("list", .string($0.list.value)), ("usd", .string($0.price.dollarText))])
          })
      ),
    ])
  }
}

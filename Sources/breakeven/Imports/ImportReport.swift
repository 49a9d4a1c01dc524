import Content
import Diagnostics

/// What an import says when it is done.
struct ImportReport {
  /// The list, as the files say it.
  let list: PriceList

  /// The prices that stay as somebody changed them, although the list says otherwise.
  let leftAlone: [PriceLeftAlone]

  /// The paths of the files, where they are or would be.
  let files: [String]

  /// Whether nothing is written.
  let isDry: Bool

  /// Lines for people; the last one has the share.
  var text: String {
    let verb = isDry ? "Would write" : "Wrote"
    let written = files.map { "\(verb) \($0)\n" }
    let missing = list.unexpressed.map {
      "not expressed: \($0.key.withoutControls) (\($0.count))\n"
    }
    return (written + missing + kept).joined()
      + "expressed \(list.expressedCount) of \(list.pricedCount) priced entries\n"
  }

  /// How many of the prices that stay are named for people.
  private static let mostNamed = 5

  private var kept: [String] {
    guard !leftAlone.isEmpty else { return [] }
    let named = leftAlone.prefix(Self.mostNamed).map {
      "  \($0.location): \($0.price ?? "taken out"), and the list has \($0.listed)\n"
    }
    let rest = leftAlone.count - named.count
    let noun = leftAlone.count == 1 ? "price" : "prices"
    return ["left alone: \(leftAlone.count) \(noun) changed by hand\n"] + named
      + (rest > 0 ? ["  and \(rest) more\n"] : [])
  }

  /// The same for programs, with the share of each feature.
  var json: JSONValue {
    .object([
      ("list", .string(list.origin.kind.rawValue)),
      ("version", list.origin.version.map(JSONValue.string) ?? .null),
      ("hash", .string(list.origin.hash)), ("read", .string("\(list.origin.read)")),
      ("entries", .number(list.pricedCount)), ("expressed", .number(list.expressedCount)),
      (
        "not_expressed",
        .array(
          list.unexpressed.map {
            .object([("key", .string($0.key)), ("entries", .number($0.count))])
          })
      ),
      (
        "features",
        .array(
          list.shares.map {
            .object([
              ("feature", .string($0.feature)), ("entries", .number($0.entries)),
              ("expressed", .number($0.expressed)),
            ])
          })
      ),
      (
        "left_alone",
        .array(
          leftAlone.map {
            .object([
              ("place", .string("\($0.location)")),
              ("price", $0.price.map(JSONValue.string) ?? .null),
              ("listed", .string($0.listed)),
            ])
          })
      ), ("files", .strings(files)),
    ])
  }
}

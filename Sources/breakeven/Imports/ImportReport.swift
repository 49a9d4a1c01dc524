import Content
import Diagnostics

/// What an import says when it is done.
struct ImportReport {
  /// The list, as the files say it.
  let list: PriceList

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
    return (written + missing).joined()
      + "expressed \(list.expressedCount) of \(list.pricedCount) priced entries\n"
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
      ), ("files", .strings(files)),
    ])
  }
}

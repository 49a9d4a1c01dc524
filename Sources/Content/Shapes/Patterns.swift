extension Kind {
  /// A regular expression for the texts of the kind; `nil` where any text, or none, will do.
  public var pattern: String? {
    switch self {
    case .text, .boolean, .choice, .shape, .oneOrMore, .list, .map: String?.none
    case .line: #"^[^\n]+$"#
    case .identifier: #"^[a-z0-9]+([.-][a-z0-9]+)*$"#
    case .date: #"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"#
    case .dateOrMonth: #"^[0-9]{4}-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?$"#
    case .address: #"^https?://[^\s/?#@]+([/?#]\S*)?$"#
    case .path: #"^(?!/|~|[^/]*:)(?!(.*/)?\.\.(/|$))[^\\]+$"#
    case .count: "^\(Self.countForm)$"
    case .countRange: Self.range(of: Self.countForm)
    case .decimal: "^\(Self.decimalForm)$"
    case .decimalRange: Self.range(of: Self.decimalForm)
    case .duration: "^\(Self.decimalForm) (ms|s|min|h)$"
    case .durationRange: Self.range(of: "\(Self.decimalForm) (ms|s|min|h)")
    case .percent: "^\(Self.decimalForm) %$"
    case .percentRange: Self.range(of: "\(Self.decimalForm) %")
    }
  }

  private static let decimalForm = #"(0|[1-9][0-9]*)(\.[0-9]+)?"#
  private static let countForm =
    #"((0|[1-9][0-9]{0,2}(_[0-9]{3})+|[1-9][0-9]*)|\#(decimalForm)[kMB])"#

  private static func range(of amount: String) -> String {
    "^(not stated|\(amount)( to \(amount))?)$"
  }
}

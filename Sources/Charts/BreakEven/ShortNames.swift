/// Names of curves in a few short lines, no two of different offers alike.
///
/// A name is broken between words, or after a hyphen where a word has no room, and ends with an
/// ellipsis where it has more words than room.
/// Where two names then look alike, what both begin with goes; where that does not help, each is
/// called by what qualifies it.
enum ShortNames {
  /// The most lines of a name: of up to five offers, and of more.
  private static let most = (few: 3, many: 2)

  /// The lines for each curve.
  ///
  /// - Parameters:
  ///   - series: The curves; those of one name and colour are one offer's.
  ///   - width: The room in pixels.
  /// - Returns: One to three lines for each.
  static func lines(
    of series: [BreakEvenChart.Series], width: Double
  ) -> [[LineBreaking.Line]] {
    let count = Set(series.map { "\($0.colour) \($0.name)" }).count
    let most = count > 5 ? most.many : most.few
    func short(_ text: String) -> [LineBreaking.Line] {
      LineBreaking.shortened(text, to: most, width: width, style: .name)
    }
    func isOther(_ one: BreakEvenChart.Series, _ other: BreakEvenChart.Series) -> Bool {
      (one.name, one.colour) != (other.name, other.colour)
    }
    var names = series.map(\.name)
    func alike(_ index: Int) -> [Int] {
      let own = short(names[index]).map(\.text)
      return series.indices.filter {
        isOther(series[$0], series[index]) && short(names[$0]).map(\.text) == own
      }
    }
    let withoutStart = series.indices.map { index in
      let others = alike(index).map { series[$0].name }
      return others.isEmpty ? names[index] : withoutCommonStart(names[index], others)
    }
    names = withoutStart
    let told = series.indices.map { index in
      alike(index).isEmpty || series[index].detail.isEmpty ? names[index] : series[index].detail
    }
    return told.map(short)
  }

  /// A name without the words with which all of the others begin, too; the name if that is all of it.
  private static func withoutCommonStart(_ name: String, _ others: [String]) -> String {
    let words = name.split(separator: " ")
    let rest = others.map { $0.split(separator: " ") }
    let common = words.indices.prefix { index in
      rest.allSatisfy { index < $0.count && $0[index] == words[index] }
    }
    guard !common.isEmpty, common.count < words.count else { return name }
    return "…" + words[common.count...].joined(separator: " ")
  }
}

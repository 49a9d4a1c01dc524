import Content
import Diagnostics
import Publishing
import Reports

/// Tells which scenarios may have offers of both providers of the pairs that are asked for.
struct PairedScenarios {
  /// The ids of the offers of either provider, for each pair.
  private var sides: [(first: [String], second: [String])] = []

  /// Reads the rate cards of the pairs, as far as they can be read; what is wrong with them is found
  /// when the site is read.
  ///
  /// - Parameters:
  ///   - requests: What is asked for.
  ///   - files: The files of the site.
  /// - Throws: ``Publishing/SiteError`` for a file that is there and cannot be read.
  init(_ requests: [EmbedRequest], _ files: SiteFiles) throws(SiteError) {
    let pairs = Set(requests.filter(\.isOfPair).map { String($0.pair) }).sorted()
    guard !pairs.isEmpty else { return }
    let cards = files.paths.filter {
      $0.hasPrefix(Self.folder) && $0.hasSuffix(Self.ending)
    }
    let ids = cards.map { String($0.dropFirst(Self.folder.count).dropLast(Self.ending.count)) }
    for pair in pairs {
      for first in ids where pair.hasPrefix("\(first)-and-") {
        for second in ids where pair == "\(first)-and-\(second)" {
          sides.append((try Self.offers(of: first, files), try Self.offers(of: second, files)))
        }
      }
    }
  }

  /// Whether no pair is asked for.
  var isEmpty: Bool { sides.isEmpty }

  /// Whether a scenario may have offers of both.
  func mayBe(_ scenario: SiteFile) -> Bool {
    var words = MentionedWords()
    words.add(scenario.bytes)
    return sides.contains { sides in
      sides.first.contains(where: words.contains) && sides.second.contains(where: words.contains)
    }
  }

  private static func offers(
    of provider: String, _ files: SiteFiles
  ) throws(SiteError) -> [String] {
    let file = try files.read("\(folder)\(provider)\(ending)")
    var findings: [Diagnostic] = []
    guard let text = SourceText(file.bytes, file: file.path, into: &findings),
      let card = Mapping.read(text, as: RateCardFormat.shape, into: &findings)
    else { return [] }
    return card.mappings("offers").compactMap { $0.text("id")?.value }
  }

  private static let folder = "content/rate-cards/"
  private static let ending = ".yaml"
}

import Content
import Messages
import Pricing
import Wording

/// The answer to what a scenario asks, in at most two lines.
struct Headline {
  /// One sentence without a full stop.
  let text: String

  /// How many characters two lines hold where a page is 1440 pixels wide.
  ///
  /// The words of other languages are longer than those of English, so that they may begin a third
  /// line rather than say less.
  static var most: Int { Language.isEnglish ? 90 : 115 }

  init(_ view: ScenarioView) {
    let answer: Headline? =
      switch view.document.asks {
      case .change(let pair):
        view.headline?.breakEven.flatMap {
          ChangeHeadline(view: view, breakEven: $0, group: view.headlineGroup).headline(pair)
        }
      case .cheapest: nil
      case .beside(let pair, _): SideBySide.offers(pair, view)
      case .cost(let offer, _): SideBySide.cost(of: offer, view)
      case .difference(let pair, let offer): SideBySide.workloads(pair, of: offer, view)
      }
    self = answer ?? CheapestHeadline(view).headline
  }

  /// The first of several wordings that fits with what it is about: the workload is left out last, and
  /// first where there are no others.
  ///
  /// - Parameters:
  ///   - wordings: From the one that says most to the shortest; at least one.
  ///   - subject: What they are about, the workload too.
  ///   - rest: What they are about besides; `nil` for nothing.
  ///   - view: The scenario.
  init(fitting wordings: [String], of subject: String, or rest: String? = nil, _ view: ScenarioView)
  {
    let (full, short) = (
      wordings.map { "\(subject): \($0)" },
      wordings.map { words in rest.map { "\($0): \(words)" } ?? words }
    )
    self.init(
      fitting: view.scenario.workloads.count > 1
        ? full + short : zip(full, short).flatMap { [$0, $1] })
  }

  /// The first of several wordings that fits, or else the last.
  ///
  /// - Parameter wordings: From the one that says most to the shortest; at least one.
  init(fitting wordings: [String]) {
    text =
      (wordings.first { $0.count <= Self.most } ?? wordings[wordings.count - 1]).capitalisedSentence
  }
}

extension ScenarioView {
  /// The name of an offer in a sentence, in quotation marks where it would break the sentence up.
  func spoken(_ id: String) -> String { name(id).spoken }

  /// A sentence about one workload, which is named first where there are others: `10M tokens: …`.
  func about(_ column: Int, _ text: String) -> String {
    let workloads = scenario.workloads
    return workloads.count > 1 ? "\(workloads[column].name): \(text)" : text.capitalisedSentence
  }
}

extension String {
  /// A name in a sentence, in quotation marks where it has a comma of its own.
  var spoken: String { contains(",") ? localized("“\(self)”") : self }
}

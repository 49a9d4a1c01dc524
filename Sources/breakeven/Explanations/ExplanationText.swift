import Content
import Pricing
import Reports
import Wording

/// An explanation for a terminal: nothing but text, and no line longer than 80 columns.
extension Explanation {
  /// The whole explanation, ending in a line feed.
  func text() -> String {
    let provider = content.rateCard(offer.provider)?.name ?? offer.provider
    let head = TextBlock.wrapped("\(offer.name) (\(offer.id)), \(provider): \(document.title)")
    let sections = quotes.map { workload, quote in
      switch quote {
      case .invoice(let invoice):
        section(ArithmeticBuilder(content).arithmetic(of: invoice), workload)
      case .notApplicable(let reason):
        TextBlock.wrapped("\(workload.name): not applicable")
          + TextBlock.wrapped(NoteText.sentence(reason), indent: 2)
      }
    }
    // What must not break in a browser is a blank here.
    return ([head] + sections).joined(separator: "\n").replacing("\u{A0}", with: " ")
  }

  private func section(_ arithmetic: Arithmetic, _ workload: Workload) -> String {
    var text = TextBlock.wrapped("\(workload.name): \(arithmetic.amount)")
    for step in arithmetic.steps {
      let state = step.state.map { ", \($0)" } ?? ""
      text += TextBlock.wrapped(step.title + state, indent: 2)
      // Both labels are as wide as the longer one, so that equations stand below each other.
      let hasEnds = step.equations.contains { $0.end != nil }
      for equation in step.equations {
        let label = equation.end.map { $0 == "low" ? "low:  " : "high: " } ?? ""
        let blank = hasEnds && label.isEmpty ? "      " : ""
        text += TextBlock.wrapped(
          label + blank + equation.text, indent: 4, hanging: hasEnds ? 8 : 2)
      }
    }
    if !arithmetic.remarks.isEmpty { text += "  Notes\n" }
    for remark in arithmetic.remarks { text += TextBlock.wrapped(remark, indent: 4) }
    if !arithmetic.inputs.isEmpty { text += "  What went in\n" }
    return text + arithmetic.inputs.map(input).joined()
  }

  private func input(_ input: ArithmeticInput) -> String {
    var text = TextBlock.wrapped(input.values, indent: 4)
    if let quote = input.quote { text += TextBlock.wrapped("“\(quote)”", indent: 6) }
    if let working = input.working { text += TextBlock.wrapped(working, indent: 6) }
    if let title = input.title { text += TextBlock.wrapped(title, indent: 6) }
    return text + TextBlock.wrapped(input.source ?? input.assumed, indent: 6)
  }
}

/// Text in lines of a terminal.
enum TextBlock {
  /// The columns that every terminal has.
  static let width = 80

  /// A text in lines of at most ``width`` columns, broken at blanks.
  ///
  /// - Parameters:
  ///   - text: One paragraph.
  ///   - indent: Blanks before every line.
  ///   - hanging: Further blanks before all lines but the first.
  /// - Returns: The lines, each with its line feed; a word longer than a line stays whole.
  static func wrapped(_ text: String, indent: Int = 0, hanging: Int = 0) -> String {
    let margin = String(repeating: " ", count: indent)
    let start = text.prefix { $0 == " " }
    var lines: [String] = []
    var line = margin + start
    var isEmpty = true
    for word in text.split(separator: " ", omittingEmptySubsequences: false).drop(while: \.isEmpty)
    {
      if !isEmpty, line.count + 1 + word.count > width {
        lines.append(line)
        line = margin + String(repeating: " ", count: hanging)
        isEmpty = true
      }
      line += isEmpty ? String(word) : " \(word)"
      isEmpty = false
    }
    return (lines + [line]).map { $0 + "\n" }.joined()
  }
}

/// What a change does to a file, in the form that `patch` and `git apply` read.
public enum UnifiedDiff {
  /// How many lines that stay are shown around those that do not.
  private static let context = 3

  /// A line of the old text, of the new one, or of both.
  private struct Step {
    enum Kind: String {
      case kept = " "
      case removed = "-"
      case added = "+"
    }

    let kind: Kind
    let text: Substring
    let isUnended: Bool
  }

  /// Compares two texts line by line.
  ///
  /// - Parameters:
  ///   - old: The file as it is.
  ///   - new: The file as it should be.
  ///   - path: The path of both.
  /// - Returns: The difference; empty if there is none.
  public static func text(from old: String, to new: String, path: String) -> String {
    let steps = steps(lines(old), lines(new))
    let hunks = hunks(of: steps)
    guard !hunks.isEmpty else { return "" }
    let place = path.drop { $0 == "/" }
    var result = "--- a/\(place)\n+++ b/\(place)\n"
    for hunk in hunks {
      let before = steps[..<hunk.lowerBound]
      let shown = steps[hunk]
      func range(_ other: Step.Kind) -> String {
        let count = shown.count { $0.kind != other }
        let start = before.count { $0.kind != other } + (count == 0 ? 0 : 1)
        return count == 1 ? "\(start)" : "\(start),\(count)"
      }
      result += "@@ -\(range(.added)) +\(range(.removed)) @@\n"
      for step in shown {
        result += step.kind.rawValue + step.text + "\n"
        if step.isUnended { result += "\\ No newline at end of file\n" }
      }
    }
    return result
  }

  /// The lines, without line feeds; a carriage return is a part of its line.
  private static func lines(_ text: String) -> (texts: [Substring], isEnded: Bool) {
    // Scalars, because a carriage return and a line feed are one character.
    var lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
      .map { Substring($0) }
    let isEnded = lines.last?.isEmpty ?? true
    if isEnded { lines.removeLast() }
    return (lines, isEnded)
  }

  private static func steps(
    _ old: (texts: [Substring], isEnded: Bool), _ new: (texts: [Substring], isEnded: Bool)
  ) -> [Step] {
    /// A last line without its end is another one than the same with it.
    func keys(_ side: (texts: [Substring], isEnded: Bool)) -> [String] {
      side.texts.indices.map {
        String(side.texts[$0]) + (!side.isEnded && $0 == side.texts.count - 1 ? "\n" : "")
      }
    }
    let change = keys(new).difference(from: keys(old))
    var removed: Set<Int> = []
    var added: Set<Int> = []
    for step in change {
      switch step {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): added.insert(offset)
      }
    }
    var steps: [Step] = []
    var (left, right) = (0, 0)
    func step(_ kind: Step.Kind, _ side: (texts: [Substring], isEnded: Bool), _ place: Int) -> Step
    {
      Step(
        kind: kind, text: side.texts[place],
        isUnended: !side.isEnded && place == side.texts.count - 1)
    }
    while left < old.texts.count || right < new.texts.count {
      if left < old.texts.count, removed.contains(left) {
        steps.append(step(.removed, old, left))
        left += 1
      } else if right < new.texts.count, added.contains(right) {
        steps.append(step(.added, new, right))
        right += 1
      } else {
        steps.append(step(.kept, old, left))
        (left, right) = (left + 1, right + 1)
      }
    }
    return steps
  }

  /// The stretches to show: changes that are near each other stand in one.
  private static func hunks(of steps: [Step]) -> [Range<Int>] {
    var hunks: [Range<Int>] = []
    for place in steps.indices where steps[place].kind != .kept {
      let start = max(0, place - context)
      let end = min(steps.count, place + 1 + context)
      if let last = hunks.last, start <= last.upperBound {
        hunks[hunks.count - 1] = last.lowerBound..<end
      } else {
        hunks.append(start..<end)
      }
    }
    return hunks
  }
}

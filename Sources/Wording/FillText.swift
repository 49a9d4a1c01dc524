import Pricing

/// How full machines are, in the reader's words.
enum FillText {
  /// A sentence such as `1,500 GPU-hours fill 26.04 % of one machine (8 GPUs × 720 h = 5,760 GPU-hours)`.
  static func sentence(_ fill: MachineFill) -> String {
    let isOne = fill.work == Bounds(.one)
    let noun = fill.gpus == nil ? "hour\(isOne ? "" : "s") of work" : "GPU-hour\(isOne ? "" : "s")"
    let head = "\(range(fill.work)) \(noun) \(isOne ? "fills" : "fill")"
    let tail = fill.isDeadline ? ", the least that do the work in time" : ""
    guard !fill.machines.isExact else {
      let (least, most) = (share(fill, .low), share(fill, .high))
      return "\(head) \(least == most ? most : "\(least) to \(most)") of "
        + "\(machines(fill, .high))\(tail)."
    }
    let ends = End.allCases.map { "\(share(fill, $0)) of \(machines(fill, $0))" }
    return "\(head) \(ends.joined(separator: " to "))\(tail)."
  }

  /// `2 machines (2 × 8 GPUs × 720 h = 11,520 GPU-hours)`.
  private static func machines(_ fill: MachineFill, _ end: End) -> String {
    let count = fill.machines[end]
    let gpus = fill.gpus.map { "\(number($0))\u{A0}\($0 == .one ? "GPU" : "GPUs")" }
    let factors = [
      count == 1 ? nil : NumberText.whole(count), gpus, "\(number(fill.hours))\u{A0}h",
    ].compactMap(\.self)
    let unit = fill.gpus == nil ? "hours" : "GPU-hours"
    let room = (try? fill.room(end)).map { " = \(number($0)) \(unit)" } ?? ""
    let noun = count == 1 ? "one machine" : "\(NumberText.whole(count)) machines"
    return "\(noun) (\(factors.joined(separator: " × "))\(factors.count > 1 ? room : ""))"
  }

  private static func share(_ fill: MachineFill, _ end: End) -> String {
    (try? fill.share(end)).map { NumberText.percent($0, decimals: 2) } ?? ""
  }

  private static func range(_ bounds: Bounds<Ratio>) -> String {
    let (low, high) = (number(bounds.low), number(bounds.high))
    return low == high ? high : "\(low) to \(high)"
  }

  private static func number(_ value: Ratio) -> String { NumberText.trimmed(value, decimals: 1) }
}

import Messages
import Pricing

/// How full machines are, in the reader's words.
enum FillText {
  /// A sentence such as `1,500 GPU-hours fill 26.04 % of one machine (8 GPUs × 720 h = 5,760 GPU-hours)`.
  static func sentence(_ fill: MachineFill) -> String {
    let work = range(fill.work)
    let room = room(fill)
    let tail = fill.isDeadline ? localized(", the least that do the work in time") : ""
    let isOne = fill.work == Bounds(.one)
    let head =
      fill.gpus == nil
      ? localized(
        isOne ? "\(work) hour of work fills \(room)" : "\(work) hours of work fill \(room)")
      : localized(isOne ? "\(work) GPU-hour fills \(room)" : "\(work) GPU-hours fill \(room)")
    return "\(head)\(tail)."
  }

  /// What is filled: `26.04 % of one machine`, of which there are more at the high end or not.
  private static func room(_ fill: MachineFill) -> String {
    let (least, most) = (share(fill, .low), share(fill, .high))
    guard fill.machines.isExact else {
      let (low, high) = (part(least, of: fill, .low), part(most, of: fill, .high))
      return localized("\(low) to \(high)")
    }
    return part(least == most ? most : localized("\(least) to \(most)"), of: fill, .high)
  }

  /// `75 % of 2 machines (2 × 8 GPUs × 720 h = 11,520 GPU-hours)`.
  private static func part(_ share: String, of fill: MachineFill, _ end: End) -> String {
    let count = fill.machines[end]
    let gpus = fill.gpus.map { "\(number($0))\u{A0}\($0 == .one ? "GPU" : "GPUs")" }
    let factors = [
      count == 1 ? nil : NumberText.whole(count), gpus, "\(number(fill.hours))\u{A0}h",
    ].compactMap(\.self)
    let sum = factors.count > 1 ? hours(fill, end).map { " = \($0)" } ?? "" : ""
    let product = factors.joined(separator: " × ") + sum
    return localized(
      count == 1
        ? "\(share) of one machine (\(product))"
        : "\(share) of \(NumberText.whole(count)) machines (\(product))")
  }

  private static func hours(_ fill: MachineFill, _ end: End) -> String? {
    (try? fill.room(end)).map { room in
      localized(fill.gpus == nil ? "\(number(room)) hours" : "\(number(room)) GPU-hours")
    }
  }

  private static func share(_ fill: MachineFill, _ end: End) -> String {
    (try? fill.share(end)).map { NumberText.percent($0, decimals: 2) } ?? ""
  }

  private static func range(_ bounds: Bounds<Ratio>) -> String {
    let (low, high) = (number(bounds.low), number(bounds.high))
    return low == high ? high : localized("\(low) to \(high)")
  }

  private static func number(_ value: Ratio) -> String { NumberText.trimmed(value, decimals: 1) }
}

/// Places labels beside the ends of lines: each as near to its line as the others allow.
///
/// Minimises the sum of squared distances subject to no overlap and to the walls. Seen from
/// the first label, each with the heights above it taken away, that is an isotonic regression,
/// which pooling adjacent violators solves exactly and in linear time.
enum LineLabelLayout {
  /// The tops of labels that are already in order.
  ///
  /// - Parameters:
  ///   - targets: Where each label's middle would like to be, from top to bottom.
  ///   - heights: The room each label takes, gap included.
  ///   - top: The upper wall.
  ///   - bottom: The lower wall.
  /// - Returns: The top of each label, or `nil` if together they are higher than the room.
  static func tops(
    targets: [Double], heights: [Double], top: Double, bottom: Double
  ) -> [Double]? {
    precondition(targets.count == heights.count, "each label has a target and a height")
    let total = heights.reduce(0, +)
    guard total <= bottom - top else { return nil }
    var offset = 0.0
    var offsets: [Double] = []
    var wishes: [Double] = []
    for (target, height) in zip(targets, heights) {
      wishes.append(target - height / 2 - offset)
      offsets.append(offset)
      offset += height
    }
    let highest = bottom - total
    return zip(isotonic(wishes), offsets).map { wish, offset in
      min(max(wish, top), highest) + offset
    }
  }

  /// The non-decreasing sequence with the least squared distance to a sequence.
  private static func isotonic(_ values: [Double]) -> [Double] {
    var blocks: [(sum: Double, count: Int)] = []
    for value in values {
      blocks.append((value, 1))
      while blocks.count > 1 {
        let last = blocks[blocks.count - 1]
        let previous = blocks[blocks.count - 2]
        guard previous.sum / Double(previous.count) > last.sum / Double(last.count) else { break }
        blocks.removeLast(2)
        blocks.append((previous.sum + last.sum, previous.count + last.count))
      }
    }
    return blocks.flatMap { Array(repeating: $0.sum / Double($0.count), count: $0.count) }
  }
}

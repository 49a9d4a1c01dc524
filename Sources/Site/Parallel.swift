/// Works on many things at once, on all cores, and keeps their order.
enum Parallel {
  /// What becomes of each item, in the order of the items.
  ///
  /// Items are handed out in slices: large enough that handing out costs nothing, small enough
  /// that the cores finish together.
  ///
  /// - Parameters:
  ///   - items: What to work on.
  ///   - slice: How many items a task takes at a time.
  ///   - work: Makes one result; called on any thread.
  /// - Returns: One result for each item.
  /// - Throws: The first error of any item.
  static func map<Item: Sendable, Result: Sendable>(
    _ items: [Item], slice: Int, _ work: @escaping @Sendable (Item) throws -> Result
  ) async throws -> [Result] {
    try await withThrowingTaskGroup(of: (start: Int, results: [Result]).self) { group in
      for start in stride(from: 0, to: items.count, by: slice) {
        let part = items[start..<min(start + slice, items.count)]
        group.addTask { (start, try part.map(work)) }
      }
      var parts: [(start: Int, results: [Result])] = []
      for try await part in group { parts.append(part) }
      return parts.sorted { $0.start < $1.start }.flatMap(\.results)
    }
  }
}

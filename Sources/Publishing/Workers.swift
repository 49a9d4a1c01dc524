import Glibc
import Synchronization

/// Carries out tasks on all cores: each worker takes the next task as soon as it is free, and
/// keeps what it gathers to itself until all are done.
package enum Workers {
  /// Carries out numbered tasks.
  ///
  /// - Parameters:
  ///   - count: How many tasks there are; they are begun in the order of their numbers.
  ///   - start: Makes what a worker gathers in.
  ///   - work: Carries out one task; called on any thread.
  /// - Returns: What the workers gathered, in no particular order.
  /// - Throws: The first error of any task; tasks that were not begun are left.
  package static func run<State: Sendable, Failure: Error>(
    _ count: Int, gatheringIn start: @escaping @Sendable () -> State,
    _ work: @escaping @Sendable (_ task: Int, _ state: inout State) throws(Failure) -> Void
  ) async throws(Failure) -> [State] {
    let queue = Queue(count)
    let parts = await withTaskGroup(of: Result<State, Failure>.self) { group in
      for _ in 0..<min(count, cores) {
        group.addTask {
          var state = start()
          do throws(Failure) {
            while let task = queue.next() { try work(task, &state) }
            return .success(state)
          } catch {
            queue.close()
            return .failure(error)
          }
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    var states: [State] = []
    for part in parts { states.append(try part.get()) }
    return states
  }

  /// What becomes of each item, in the order of the items.
  ///
  /// - Parameters:
  ///   - items: What to work on.
  ///   - work: Makes one result; called on any thread.
  /// - Returns: A result for each item.
  /// - Throws: The first error of any item.
  package static func map<Item: Sendable, Output: Sendable, Failure: Error>(
    _ items: [Item], _ work: @escaping @Sendable (Item) throws(Failure) -> Output
  ) async throws(Failure) -> [Output] {
    let start: @Sendable () -> [(task: Int, output: Output)] = { [] }
    let parts = try await run(items.count, gatheringIn: start) { task, outputs throws(Failure) in
      outputs.append((task, try work(items[task])))
    }
    return parts.joined().sorted { $0.task < $1.task }.map(\.output)
  }

  /// Runs of things, each large enough to be worth a task, and several for each core.
  package static func parts(of count: Int) -> [Range<Int>] {
    let size = max(1, min(256, count / (8 * cores)))
    return stride(from: 0, to: count, by: size).map { $0..<min($0 + size, count) }
  }

  private static var cores: Int { max(1, sysconf(CInt(_SC_NPROCESSORS_ONLN))) }

  /// Hands out the numbers of tasks.
  private final class Queue: Sendable {
    private let taken = Atomic(0)
    private let count: Int

    init(_ count: Int) { self.count = count }

    func next() -> Int? {
      let task = taken.wrappingAdd(1, ordering: .relaxed).oldValue
      return task < count ? task : nil
    }

    /// Lets nobody begin another task.
    func close() { taken.store(count, ordering: .relaxed) }
  }
}

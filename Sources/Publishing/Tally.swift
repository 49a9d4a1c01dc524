import Synchronization

/// Counts what a build makes, so that a test can tell that nothing is made twice.
///
/// A build counts nothing unless it runs inside of `Tally.$current.withValue`.
package final class Tally: Sendable {
  /// The tally of the running test.
  @TaskLocal package static var current: Tally?

  private let counts = Mutex<[String: Int]>([:])

  package init() {}

  /// How often each thing was made, by its name.
  package var made: [String: Int] { counts.withLock { $0 } }

  /// Counts a thing that is being made.
  package static func note(_ name: @autoclosure () -> String) {
    guard let current else { return }
    let name = name()
    current.counts.withLock { $0[name, default: 0] += 1 }
  }
}

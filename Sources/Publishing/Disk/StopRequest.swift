import Glibc
import Synchronization

/// Whether somebody wants the program to end, as Ctrl-C says it.
///
/// A build that is asked to stop gives up what it has written, and says so; asked again, the
/// program ends at once.
package enum StopRequest {
  private static let signal = Atomic<CInt>(0)

  /// Lets `SIGINT` and `SIGTERM` stop a build at its next file or task.
  package static func watch() {
    // Made here, because a handler may make nothing.
    signal.store(0, ordering: .relaxed)
    for number in [SIGINT, SIGTERM] { LinuxCalls.hear(number) { StopRequest.note($0) } }
  }

  private static func note(_ number: CInt) { signal.store(number, ordering: .relaxed) }

  /// Ends the program by a signal, for who sent it to see; cleared away is all by then.
  package static func obey(_ number: CInt) {
    // Tasks run on threads that hear no signals.
    LinuxCalls.obey(number)
    raise(number)
  }

  /// Stops what is being done, if somebody wants that.
  ///
  /// - Throws: ``OutputError/stopped(signal:)``.
  package static func check() throws(OutputError) {
    let number = signal.load(ordering: .relaxed)
    if number != 0 { throw .stopped(signal: number) }
  }
}

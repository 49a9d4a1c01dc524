import Dispatch
import Glibc

/// Ctrl-C and its like, as something to wait for, so that a program can leave nothing behind.
public enum Interruption {
  /// Returns when somebody wants the program to end, or the task is cancelled.
  public static func wait() async {
    let (signals, arrival) = AsyncStream<Void>.makeStream()
    let sources = [SIGINT, SIGTERM, SIGHUP].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number)
      source.setEventHandler { arrival.yield() }
      source.activate()
      return source
    }
    for await _ in signals { break }
    for source in sources { source.cancel() }
  }
}

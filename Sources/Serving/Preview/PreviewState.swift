import Diagnostics
import Glibc
import Synchronization

/// Which build is shown and what is wrong since, told to every page that listens.
final class PreviewState: Sendable {
  private struct State {
    var builds = 0
    var mistakes = ""

    /// How many builds changed what makes pages look and work, such as a stylesheet.
    var code = 0

    /// How many builds changed a picture that is a file of its own.
    var pictures = 0
    var listeners: [Int: AsyncStream<String>.Continuation] = [:]
    var arrivals = 0

    /// The build by a name that no other run of the program gives.
    var build: String { "\(getpid())-\(builds)" }

    var message: String {
      let members = [
        ("build", JSONValue.string(build)), ("mistakes", .string(mistakes)),
        ("code", .number(code)), ("pictures", .number(pictures)),
      ]
      return String(decoding: JSONValue.object(members).file.dropLast(), as: UTF8.self)
    }
  }

  private let state = Mutex(State())

  /// The build that is shown.
  var build: String { state.withLock { $0.build } }

  /// Takes down what came of a build.
  func note(_ build: PreviewBuild) {
    state.withLock { state in
      switch build {
      case .refused(let mistakes): state.mistakes = mistakes
      case .shown(let changed):
        state.mistakes = ""
        state.builds += 1
        if changed.contains(where: ContentType.isCode) { state.code += 1 }
        if changed.contains(where: ContentType.isPicture) { state.pictures += 1 }
      }
      for listener in state.listeners.values { listener.yield(state.message) }
    }
  }

  /// What is the case now, and whatever is from then on; of several, the newest.
  func messages() -> AsyncStream<String> {
    let (messages, listener) = AsyncStream<String>.makeStream(bufferingPolicy: .bufferingNewest(1))
    let number = state.withLock { state in
      state.arrivals += 1
      state.listeners[state.arrivals] = listener
      listener.yield(state.message)
      return state.arrivals
    }
    listener.onTermination = { [weak self] _ in
      self?.state.withLock { _ = $0.listeners.removeValue(forKey: number) }
    }
    return messages
  }
}

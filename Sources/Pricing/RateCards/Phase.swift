/// What a machine is doing, as far as it matters to a bill.
public enum Phase: String, CaseIterable, Hashable, Sendable {
  /// Waiting for a machine to be found.
  case waiting

  /// Pulling the container image.
  case pulling

  /// Starting the container and loading the model.
  case loading

  /// Serving requests.
  case active

  /// Up with nothing to do, until the idle timeout ends it.
  case idleTail = "idle-tail"

  /// Held ready because the scaling policy says so.
  case keptWarm = "kept-warm"

  /// Finishing and stopping.
  case draining

  /// The phases that every start of a replica goes through before it can serve.
  public static let coldStart: [Phase] = [.waiting, .pulling, .loading]

  /// The phases whose length the scaling policy has to state, because no workload can.
  public static let timed: [Phase] = coldStart + [.draining]

  /// The phases of which nobody may have said how long they take, in the order of a run.
  static let ofOpenLength: [Phase] = coldStart + [.idleTail, .draining]
}

/// Whether a phase is on the bill.
public enum Billing: String, CaseIterable, Hashable, Sendable {
  /// At the offer's rate.
  case billed

  /// Not charged.
  case free

  /// The provider does not say: free at the low end of an invoice, billed at the high end.
  case notStated = "not stated"

  /// The offer has no such phase: nothing is kept warm where nothing can be held.
  case doesNotApply = "does not apply"
}

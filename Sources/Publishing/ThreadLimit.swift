import Glibc

/// Whether the system lets the program have the threads that its tasks run on.
///
/// Who asks for a task where there can be no thread waits for ever, and says nothing.
package enum ThreadLimit {
  /// Looks whether there is room for all threads of a command.
  ///
  /// Threads are made for it only where the number of processes is limited to few, because it takes
  /// as long as a tenth of a build in which nothing changed.
  package static var isTooLow: Bool {
    var limit = rlimit()
    guard unsafe getrlimit(__rlimit_resource_t(__RLIMIT_NPROC.rawValue), &limit) == 0,
      limit.rlim_cur < 4096
    else { return false }
    // A worker for each core; the queue of the program's first task, and who looks after queues.
    return !canStart(max(1, sysconf(CInt(_SC_NPROCESSORS_ONLN))) + 2)
  }

  /// Whether so many threads can be there at the same time, beside this one.
  static func canStart(_ count: Int) -> Bool {
    let gate = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    unsafe pthread_mutex_init(gate, nil)
    unsafe pthread_mutex_lock(gate)
    var threads: [pthread_t] = []
    while threads.count < count {
      var thread = pthread_t()
      let code = unsafe pthread_create(&thread, nil, { unsafe ThreadLimit.pass($0) }, gate)
      guard code == 0 else { break }
      threads.append(thread)
    }
    unsafe pthread_mutex_unlock(gate)
    for thread in threads { pthread_join(thread, nil) }
    unsafe pthread_mutex_destroy(gate)
    unsafe gate.deallocate()
    return threads.count == count
  }

  /// What a thread does: it waits until all are there.
  private static func pass(_ pointer: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    let gate = unsafe pointer?.assumingMemoryBound(to: pthread_mutex_t.self)
    if let gate = unsafe gate {
      unsafe pthread_mutex_lock(gate)
      unsafe pthread_mutex_unlock(gate)
    }
    return nil
  }
}

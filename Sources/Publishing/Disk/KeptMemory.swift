import CLinux

/// What becomes of memory that the program has given back.
package enum KeptMemory {
  /// Lets the program use it again: the system would clear each page anew, and a build gives back and
  /// takes a few megabytes many times.
  ///
  /// To be said once, before there is a second thread.
  package static func start() { keep_freed_memory() }
}

import CLinux
import Glibc

/// What another program made: run to its end, with what it reads at hand and what it says of itself
/// thrown away.
package struct ProgramRun: Sendable {
  /// What it ended with; 0 is success, and 128 more than its number a signal.
  package let status: CInt

  /// What it wrote.
  package let output: [UInt8]

  /// Runs a program.
  ///
  /// - Parameters:
  ///   - name: Its name, which is looked for where `PATH` says, or its path.
  ///   - arguments: The words after its name.
  ///   - input: What it reads; nothing unless given.
  /// - Throws: ``OutputError`` if it cannot be started, of ``OutputError/isOfNothing`` if there is none.
  package init(
    _ name: String, _ arguments: [String], reading input: [UInt8] = []
  ) throws(OutputError) {
    // A file and no pipe: nobody has to wait, and who does not read all of it harms nobody.
    let source = open_file_in_memory()
    guard source >= 0 else { throw LinuxCalls.failure(name) }
    defer { close(source) }
    try LinuxCalls.write(input, to: source)
    lseek(source, 0, SEEK_SET)
    var ends: [CInt] = [-1, -1]
    guard unsafe pipe2(&ends, O_CLOEXEC) == 0 else { throw LinuxCalls.failure(name) }
    defer { close(ends[0]) }
    let started = Self.start(name, arguments, reading: source, writing: ends[1])
    close(ends[1])
    guard started.error == 0 else { throw .system(code: started.error, path: name) }
    output = Self.bytes(from: ends[0])
    var result: CInt = 0
    while unsafe waitpid(started.process, &result, 0) < 0, errno == EINTR {}
    // As the shell says it, and as the macros take it apart that Swift does not see.
    status = result & 0x7F == 0 ? result >> 8 & 0xFF : 128 + result & 0x7F
  }

  private static func start(
    _ name: String, _ arguments: [String], reading source: CInt, writing target: CInt
  ) -> (error: CInt, process: pid_t) {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_adddup2(&actions, source, STDIN_FILENO)
    unsafe posix_spawn_file_actions_adddup2(&actions, target, STDOUT_FILENO)
    unsafe posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    var words: [UnsafeMutablePointer<CChar>?] = unsafe ([name] + arguments).map {
      unsafe strdup($0)
    }
    defer {
      while let word = unsafe words.popLast() { unsafe free(word) }
    }
    unsafe words.append(nil)
    var process: pid_t = 0
    let error = unsafe posix_spawnp(&process, name, &actions, nil, words, own_environment())
    return (error, process)
  }

  private static func bytes(from file: CInt) -> [UInt8] {
    var (bytes, buffer) = ([UInt8](), [UInt8](repeating: 0, count: 1 << 16))
    while true {
      let count = unsafe Glibc.read(file, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return bytes }
      bytes += buffer[..<count]
    }
  }
}

import FlyingSocks
import Glibc

/// A site in a browser while it is written: built at every change, and shown as soon as it is right.
///
/// What is served is the last build without a mistake; the pages in the browser hear of each build.
public struct Preview: Sendable {
  private let listener: Listener
  private let source: String
  private let watch: FolderWatch

  /// Takes the port and begins to watch, so that no change is missed while the site is first built.
  ///
  /// - Parameters:
  ///   - source: The folder of the site.
  ///   - folders: The folders in it that authors write in.
  ///   - port: The port on 127.0.0.1; 0 for any that is free.
  /// - Throws: ``ServingError``, such as for a port in use.
  public init(of source: String, folders: [String], port: UInt16) throws(ServingError) {
    self.source = source
    listener = try Listener(port: port)
    watch = try FolderWatch(folders, of: source)
  }

  /// Where the site can be seen, without a slash at its end.
  public var address: String { "http://127.0.0.1:\(listener.port)" }

  /// Shows the site, and builds it at each change, until the task is cancelled.
  ///
  /// - Parameters:
  ///   - output: The folder that is built to; it need not be there before the first build that works.
  ///   - first: What came of the first build.
  ///   - build: Builds the site.
  ///   - settle: Does what a build left to do and no page waits for.
  /// - Throws: `CancellationError`, or what keeps the folders from being watched.
  public func run(
    from output: String, after first: PreviewBuild,
    build: @escaping @Sendable () async -> PreviewBuild,
    settle: @escaping @Sendable () async -> Void = {}
  ) async throws {
    // A browser that leaves while it is answered must not end the program.
    signal(SIGPIPE, SIG_IGN)
    let state = PreviewState()
    state.note(first)
    let pages = PreviewPages(
      hosts: AllowedHosts(port: listener.port), tree: SiteTree(root: output), state: state)
    let pool: SocketPool<ePoll> = .ePoll()
    try await pool.prepare()
    try await withThrowingTaskGroup { group in
      group.addTask { try await pool.run() }
      group.addTask { try await listener.serve(in: pool) { pages.answer(to: $0) } }
      group.addTask {
        var watch = watch
        defer { watch.close() }
        while true {
          try await watch.change(in: pool)
          state.note(await build())
          await settle()
        }
      }
      defer { group.cancelAll() }
      try await group.next()
    }
  }
}

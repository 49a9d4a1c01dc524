import FlyingSocks
import Publishing

/// Waits for changes of what an author writes, without asking again and again.
struct FolderWatch: Sendable {
  private let source: String
  private let folders: [String]
  private let inotify: Inotify

  /// The number of the site's own folder, of which only some entries matter.
  private var root: CInt?

  /// How long nothing may happen before a change is complete: an editor writes, moves and removes.
  private static let quiet = Duration.milliseconds(8)

  /// The most times that more changes are waited for.
  private static let patience = 100

  /// Begins to watch.
  ///
  /// - Parameters:
  ///   - folders: The names of the folders that are watched with all that is in them.
  ///   - source: The folder that holds them.
  /// - Throws: ``ServingError``.
  init(_ folders: [String], of source: String) throws(ServingError) {
    self.source = source
    self.folders = folders
    inotify = try Inotify()
    try watchAll()
  }

  /// Ends the watch; what it waited for then fails.
  func close() { try? inotify.socket.close() }

  /// Returns when something has changed, and nothing has for a moment.
  ///
  /// - Throws: An error when the task is cancelled, or ``ServingError``.
  mutating func change(in pool: some AsyncSocketPool) async throws {
    while try !takeNotices() {
      try await pool.suspendSocket(inotify.socket, untilReadyFor: .read)
    }
    for _ in 0..<Self.patience {
      try await Task.sleep(for: Self.quiet)
      guard try takeNotices() else { return }
    }
  }

  /// Takes all notices that are there, without waiting for any.
  ///
  /// Folders that are new are watched before anybody reads what is in them, so that nothing is
  /// missed that is written from then on.
  ///
  /// - Returns: Whether something has changed that matters.
  /// - Throws: ``ServingError``.
  mutating func takeNotices() throws(ServingError) -> Bool {
    var notices: [Inotify.Notice] = []
    while let bytes = try? inotify.socket.read(atMost: 4096) {
      notices += Inotify.notices(in: bytes)
    }
    let changes = notices.filter(matters)
    if changes.contains(where: \.concernsFolders) { try watchAll() }
    return !changes.isEmpty
  }

  /// Editors keep files of their own, and builds write beside the content.
  private func matters(_ notice: Inotify.Notice) -> Bool {
    if notice.folder == root { return folders.contains(notice.name) }
    return !notice.name.hasPrefix(".")
  }

  private mutating func watchAll() throws(ServingError) {
    root = try inotify.watch(source)
    for folder in folders { try watch("\(source)/\(folder)") }
  }

  private func watch(_ folder: String) throws(ServingError) {
    guard try inotify.watch(folder) != nil, let names = try? LinuxCalls.names(in: folder)
    else { return }
    for name in names where !name.hasPrefix(".") {
      let path = "\(folder)/\(name)"
      if (try? LinuxCalls.entry(at: path)) == .folder { try watch(path) }
    }
  }
}

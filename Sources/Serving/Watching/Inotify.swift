import FlyingSocks
import Glibc

/// The kernel's notices about folders: the only file of this room that passes C pointers.
struct Inotify: Sendable {
  /// What can be read from when there is a notice.
  let socket: Socket

  /// Opens a stream of notices.
  init() throws(ServingError) {
    let file = inotify_init1(CInt(IN_NONBLOCK) | CInt(IN_CLOEXEC))
    guard file >= 0 else { throw .tooManyFolders }
    socket = Socket(file: Socket.FileDescriptor(rawValue: file))
  }

  /// A file counts once it is complete: when it is closed or moved, not at each write to it.
  private static let mask =
    UInt32(IN_CLOSE_WRITE) | UInt32(IN_MOVED_FROM) | UInt32(IN_MOVED_TO) | UInt32(IN_CREATE)
    | UInt32(IN_DELETE) | UInt32(IN_ATTRIB) | UInt32(IN_DELETE_SELF) | UInt32(IN_MOVE_SELF)

  /// Asks for notices about what happens in a folder, or does nothing if that was asked before.
  ///
  /// - Returns: The number that its notices bear; `nil` if there is no such folder.
  /// - Throws: ``ServingError/tooManyFolders``.
  func watch(_ folder: String) throws(ServingError) -> CInt? {
    let mask = Self.mask | UInt32(IN_ONLYDIR)
    let number = unsafe inotify_add_watch(socket.file.rawValue, folder, mask)
    if number < 0, errno == ENOSPC { throw .tooManyFolders }
    return number < 0 ? nil : number
  }
}

extension Inotify {
  /// One thing that happened.
  struct Notice: Hashable, Sendable {
    /// The number of the folder.
    var folder: CInt

    /// The name of what changed in it; empty for the folder itself.
    var name: String

    /// Whether a folder came or went, or too much happened at once to be told.
    var concernsFolders: Bool
  }

  /// Reads notices as the kernel writes them: four numbers of 32 bits, then a name with its zeros.
  static func notices(in bytes: [UInt8]) -> [Notice] {
    var notices: [Notice] = []
    var rest = bytes[...]
    while rest.count >= 16 {
      let folder = CInt(bitPattern: number(rest))
      let mask = number(rest.dropFirst(4))
      let length = Int(number(rest.dropFirst(12)))
      let name = rest.dropFirst(16).prefix(length).prefix { $0 != 0 }
      let isAboutFolders =
        UInt32(IN_ISDIR) | UInt32(IN_Q_OVERFLOW) | UInt32(IN_DELETE_SELF) | UInt32(IN_MOVE_SELF)
      notices.append(
        Notice(
          folder: folder, name: String(decoding: name, as: UTF8.self),
          concernsFolders: mask & isAboutFolders != 0))
      rest = rest.dropFirst(16 + length)
    }
    return notices
  }

  private static func number(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    bytes.prefix(4).reversed().reduce(0) { $0 << 8 | UInt32($1) }
  }
}

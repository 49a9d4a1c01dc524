import Glibc

/// Why a site cannot be shown while it is written.
public enum ServingError: Error, Hashable, Sendable {
  /// Another program listens on the port.
  case portInUse(UInt16)

  /// The operating system refused, with its words and what was asked of it.
  case refused(what: String, why: String)

  /// There are more folders than one user may watch.
  case tooManyFolders

  /// What is wrong, as a phrase.
  public var message: String {
    switch self {
    case .portInUse(let port): "port \(port) is in use by another program"
    case .refused(let what, let why): "\(what): \(why.prefix(1).lowercased() + why.dropFirst())"
    case .tooManyFolders: "the system does not let one user watch more folders"
    }
  }

  /// What to do about it, starting with a verb.
  public var hint: String {
    switch self {
    case .portInUse: "end that program, or choose another port with --port; 0 takes any free one"
    case .refused: "choose another port with --port"
    case .tooManyFolders:
      "end another program that watches folders, or raise fs.inotify.* in sysctl"
    }
  }
}

import Glibc

/// Why a site cannot be published.
///
/// What was published before stands as it was.
public enum OutputError: Error, Hashable, Sendable {
  /// The path is not that of a folder.
  case notAFolder(String)

  /// The path is the site's own folder, or one that the site lies in.
  case holdsTheSource(String)

  /// The path is in a folder that a build reads, or holds one.
  case isPartOfTheSource(String, part: String)

  /// The folder has files and no manifest of ours.
  case notOurs(String)

  /// The folder is ours, but for something that somebody put there.
  case holdsForeignEntry(String, folder: String)

  /// A new site would be mixed with what is in the folder.
  case notEmpty(String)

  /// Another build is writing the same site.
  case inUse(String)

  /// Somebody wants the program to end, by a signal such as `SIGINT`.
  case stopped(signal: CInt)

  /// The operating system refused, with an error number such as `ENOSPC`.
  case system(code: CInt, path: String)

  /// What is wrong, as a phrase.
  public var message: String {
    switch self {
    case .notAFolder(let path): "'\(path)' is not a folder"
    case .holdsTheSource(let path): "'\(path)' holds the site's source"
    case .isPartOfTheSource(let path, let part): "'\(path)' is not apart from '\(part)'"
    case .notOurs(let path): "'\(path)' holds files that no build made"
    case .holdsForeignEntry(let name, let folder): "'\(name)' in '\(folder)' was made by no build"
    case .notEmpty(let path): "'\(path)' is not empty"
    case .inUse(let path): "'\(path)' is being written by another build"
    case .stopped(let signal):
      "stopped by \(signal == SIGINT ? "SIGINT" : "SIGTERM"); the last site is as it was"
    case .system(let code, let path):
      "'\(path)' cannot be written: \(Self.phrase(LinuxCalls.description(of: code)))"
    }
  }

  /// What to do about it, starting with a verb.
  public var hint: String {
    switch self {
    case .notAFolder, .holdsTheSource: "choose another folder for the site"
    case .isPartOfTheSource(_, let part):
      "choose a folder beside '\(part)', which the next build reads"
    case .notEmpty: "name a new folder, or an empty one"
    case .notOurs: "empty it yourself, or choose another folder for the site"
    case .holdsForeignEntry: "move it elsewhere, because a build replaces the whole folder"
    case .stopped: "repeat the command"
    case .inUse: "wait for that build, or choose another folder for the site"
    case .system(ENOSPC, _), .system(EDQUOT, _): "free some space and build again"
    case .system(EACCES, _), .system(EPERM, _), .system(EROFS, _):
      "check who may write there, and in the folder around it"
    case .system(EBUSY, _), .system(EXDEV, _):
      "choose a folder inside it, because a mount point cannot be replaced"
    case .system(EINVAL, _), .system(ENOSYS, _):
      "choose a folder on a local disk, where two folders can be swapped"
    case .system: "choose another folder for the site"
    }
  }

  private static func phrase(_ sentence: String) -> String {
    sentence.prefix(1).lowercased() + sentence.dropFirst()
  }
}

extension OutputError {
  /// Whether nothing has the name that was asked for.
  package var isOfNothing: Bool {
    if case .system(ENOENT, _) = self { true } else { false }
  }

  /// Whether there was no space for what was written.
  package var isOfFullDisk: Bool {
    if case .system(ENOSPC, _) = self { true } else { false }
  }
}

extension OutputError: CustomStringConvertible {
  /// The message and the hint, as diagnostics have them.
  public var description: String { "\(message)\n  hint: \(hint)" }
}

import FoundationEssentials
import Publishing

/// A file that is to have other bytes than it had when it was read.
struct FileReplacement {
  /// The path as it was given.
  let path: String

  /// What was read.
  let old: [UInt8]

  /// What it is to hold.
  let new: [UInt8]

  /// Puts all new files where the old ones are, each in one step, or none of them.
  ///
  /// A symbolic link stays, and what it leads to is replaced; permissions stay too.
  ///
  /// - Throws: ``Failure`` if a file has changed meanwhile or cannot be written.
  static func replace(_ files: [FileReplacement]) throws {
    for file in files { try file.check() }
    var done: [FileReplacement] = []
    do {
      for file in files {
        try file.write(file.new)
        done.append(file)
      }
    } catch {
      for file in done.reversed() { try? file.write(file.old) }
      throw error
    }
  }

  private var place: URL { URL(filePath: path).resolvingSymlinksInPath() }

  private func check() throws {
    guard let present = try? Data(contentsOf: place), Array(present) == old else {
      throw Failure("'\(path)' has changed meanwhile", hint: "repeat the command")
    }
    let folder = place.deletingLastPathComponent().path
    guard FileManager.default.isWritableFile(atPath: place.path),
      FileManager.default.isWritableFile(atPath: folder)
    else { throw Failure("'\(path)' cannot be written", hint: "check its permissions") }
  }

  private func write(_ bytes: [UInt8]) throws {
    do throws(OutputError) { try LinuxCalls.replaceFile(place.path, bytes) } catch {
      throw Failure("'\(path)' cannot be written", hint: "check its permissions, and the disk")
    }
  }
}

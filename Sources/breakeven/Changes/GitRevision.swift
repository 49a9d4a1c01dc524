import Content
import Foundation

/// A revision of the repository that a site is in.
struct GitRevision {
  /// What git calls it: a branch, a tag, a hash, `HEAD~1`.
  let name: String

  /// The files below `content/` as they were.
  ///
  /// - Parameter source: The folder of the site, inside the repository.
  /// - Returns: The files, without hidden ones.
  /// - Throws: ``Failure`` if git cannot be run, or knows no such revision of the site.
  func files(of source: String) throws -> [SiteFile] {
    guard !name.isEmpty, !name.hasPrefix("-") else { throw failure("it is no name of a revision") }
    let git = Process()
    git.executableURL = URL(filePath: "/usr/bin/env")
    git.arguments = ["git", "-C", source, "archive", "--format=tar", name, "--", "content"]
    let (output, errors) = (Pipe(), Pipe())
    (git.standardOutput, git.standardError, git.standardInput) = (
      output, errors, FileHandle.nullDevice
    )
    do { try git.run() } catch { throw failure("git cannot be run") }
    let archive = output.fileHandleForReading.readDataToEndOfFile()
    let complaint = errors.fileHandleForReading.readDataToEndOfFile()
    git.waitUntilExit()
    guard git.terminationStatus == 0, let files = TarArchive.files(Array(archive)) else {
      let line = String(decoding: complaint, as: UTF8.self).split(separator: "\n").last
      throw failure(line.map(String.init) ?? "git gave no archive")
    }
    return files.filter { file in
      !file.path.split(separator: "/").contains { $0.hasPrefix(".") }
    }
  }

  private func failure(_ reason: String) -> Failure {
    Failure(
      "'\(name)' is no day, no folder and no revision of a site",
      hint: "\(reason); write a folder, a day such as 2026-12-01, or a revision such as HEAD~1")
  }
}

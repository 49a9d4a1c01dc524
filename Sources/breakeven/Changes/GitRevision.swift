import Content
import Publishing

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
    let archive = try git("archive", "--format=tar", name, "--", "content", in: source)
    guard let files = archive.flatMap(TarArchive.files) else { throw try refusal(in: source) }
    return files.filter { file in
      !file.path.split(separator: "/").contains { $0.hasPrefix(".") }
    }
  }

  /// Why git has no archive, in words of ours: its own are for those who called it.
  private func refusal(in source: String) throws -> Failure {
    if try git("rev-parse", "--git-dir", in: source) == nil {
      return failure("the site is in no repository that git would read")
    }
    return try git("rev-parse", "--quiet", "--verify", "\(name)^{tree}", in: source) == nil
      ? failure("its repository has no such revision")
      : failure("that revision has no 'content' in the folder of the site")
  }

  /// What git writes; `nil` if it refuses.
  private func git(_ words: String..., in source: String) throws -> [UInt8]? {
    let run: ProgramRun
    do throws(OutputError) { run = try ProgramRun("git", ["-C", source] + words) } catch {
      throw failure(error.isOfNothing ? "git is not installed" : "git cannot be run")
    }
    return run.status == 0 ? run.output : nil
  }

  private func failure(_ reason: String) -> Failure {
    Failure(
      "'\(name)' is no day, no folder and no revision of a site",
      hint: "\(reason); write a folder, a day such as 2026-12-01, or a revision such as HEAD~1")
  }
}

public import Content
public import Publishing

/// Writes files that were begun for an author into the folder of a site.
public enum ContentWriter {
  /// Writes files; one that is there is replaced in one step, so that nobody ever reads half of it.
  ///
  /// - Parameters:
  ///   - files: The files, with paths below the site.
  ///   - present: The paths that may be replaced.
  ///   - source: The folder of the site.
  /// - Throws: ``OutputError``, also for a file that is there and may not be replaced.
  public static func write(
    _ files: [SiteFile], replacing present: [String], in source: String
  ) throws(OutputError) {
    for file in files {
      let path = "\(source)/\(file.path)"
      let (folder, name) = parts(of: path)
      try SiteFolder.makeFolders(folder)
      guard present.contains(file.path) else {
        try LinuxCalls.createFile(path, file.bytes)
        continue
      }
      let beside = "\(folder)/.\(name).new"
      try LinuxCalls.createFile(beside, file.bytes)
      try LinuxCalls.move(beside, to: path)
    }
  }

  private static func parts(of path: String) -> (folder: String, name: Substring) {
    let name = path.split(separator: "/").last ?? ""
    return (String(path.dropLast(name.count + 1)), name)
  }
}

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
      if present.contains(file.path) {
        try LinuxCalls.replaceFile(path, file.bytes)
      } else {
        let name = path.split(separator: "/").last ?? ""
        try SiteFolder.makeFolders(String(path.dropLast(name.count + 1)))
        try LinuxCalls.createFile(path, file.bytes)
      }
    }
  }
}

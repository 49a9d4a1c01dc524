import Content
public import Publishing

/// The small whole site that a new one begins as.
///
/// Its content is written for the purpose; with it come the ``ProgramFiles``.
public struct StarterSite: Sendable {
  /// The files, with paths below the new site.
  let files: [SiteFile]

  /// Creates a starter site of files that are read already.
  init(files: [SiteFile]) { self.files = files }

  /// Reads the starter site.
  ///
  /// - Parameter home: A checkout of the program, or the folder of its data where it is installed:
  ///   what holds `starter/`, `templates/` and `content/schema/`.
  /// - Throws: ``SiteError`` if there is no starter site.
  public init(home: String) throws(SiteError) {
    let program = try ProgramFiles.read(home: home)
    let folder = "starter/"
    let content = try SiteFiles(below: "starter", of: home).readAll().map { file in
      SiteFile(path: Self.place(of: file.path.dropFirst(folder.count)), bytes: file.bytes)
    }
    let record = TemplateRecord(of: program)
    self.init(files: (content + program + [record.file]).sorted { $0.path < $1.path })
  }

  /// Where a file of `starter/` goes: `dot-gitignore` to `.gitignore`, which there would hide files.
  private static func place(of path: Substring) -> String {
    let mark = "dot-"
    return path.hasPrefix(mark) ? ".\(path.dropFirst(mark.count))" : String(path)
  }

  /// Writes the site into a folder that has nothing in it but hidden files, or makes the folder.
  ///
  /// - Parameter path: The folder; those around it are made as well.
  /// - Returns: The paths of the files that were written, below the folder and sorted; a hidden file
  ///   that is there stays as it is.
  /// - Throws: ``OutputError``; then the folder is as it was.
  public func write(to path: String) throws(OutputError) -> [String] {
    let folder = (try? LinuxCalls.realPath(path)) ?? path
    switch try LinuxCalls.entry(at: folder) {
    case .other: throw .notAFolder(path)
    case .nothing: break
    case .folder:
      // A version control system may be there first.
      let names = try LinuxCalls.names(in: folder)
      guard names.allSatisfy({ $0.hasPrefix(".") }) else { throw .notEmpty(path) }
    }
    var written: [String] = []
    do {
      for file in files {
        let place = "\(folder)/\(file.path)"
        if file.path.hasPrefix("."), try LinuxCalls.entry(at: place) != .nothing { continue }
        try write(file, at: place)
        written.append(file.path)
      }
    } catch {
      for path in written { try? LinuxCalls.remove("\(folder)/\(path)") }
      removeEmptyFolders(around: written, in: folder)
      throw error
    }
    return written
  }

  private func write(_ file: SiteFile, at path: String) throws(OutputError) {
    let name = path.split(separator: "/").last ?? ""
    try SiteFolder.makeFolders(String(path.dropLast(name.count)))
    try LinuxCalls.createFile(path, file.bytes, isExecutable: file.bytes.starts(with: "#!".utf8))
  }

  /// Removes the folders that are left when their files are gone, the innermost first.
  private func removeEmptyFolders(around paths: [String], in folder: String) {
    let folders = paths.flatMap { path in
      let names = path.split(separator: "/")
      return names.indices.dropFirst().map { names[..<$0].joined(separator: "/") }
    }
    for inner in Set(folders).sorted(by: >) {
      let place = "\(folder)/\(inner)"
      if (try? LinuxCalls.names(in: place))?.isEmpty == true { try? LinuxCalls.removeTree(place) }
    }
  }
}

import Diagnostics

/// How a loader gets at files, and what it says where one cannot be understood.
extension ContentLoader {
  mutating func parsed(
    _ file: SiteFile, _ parse: (SiteFile) -> ParsedFile
  ) -> ParsedFile {
    let result = parsed?.file(file, parse) ?? parse(file)
    diagnostics += result.findings
    texts[file.path] = result.text?.text ?? texts[file.path]
    return result
  }

  mutating func mapping(_ file: SiteFile, _ shape: Shape) -> Mapping? {
    parsed(file) { ParsedFile($0, as: shape) }.mapping
  }

  mutating func single<Value>(
    _ path: String, _ files: [SiteFile], _ shape: Shape, _ read: (Mapping) -> Value?
  ) -> Value? {
    guard let file = files.first(where: { $0.path == path }) else {
      diagnostics.append(
        Diagnostic(
          .error, at: SourceLocation(file: path), "the file is missing",
          hint: "write it with the keys of a \(shape.name)"))
      return nil
    }
    return mapping(file, shape).flatMap(read)
  }

  /// The files of a folder with an ending, each with the id that is its name.
  ///
  /// A file with a wrong name is read all the same: it may have other mistakes, and its offers
  /// are known.
  mutating func files(
    in folder: String, ending: String, of files: [SiteFile]
  ) -> [(id: String, file: SiteFile)] {
    files.compactMap { file in
      guard file.path.hasPrefix(folder), file.path.hasSuffix(ending) else { return nil }
      let id = String(file.path.dropFirst(folder.count).dropLast(ending.count))
      return (checkName(id, of: file.path), file)
    }
  }

  /// Whether a file has a name that its page can have.
  mutating func checkName(_ id: String, of path: String) -> String {
    if (try? Words.identifier(id)) == nil {
      diagnostics.append(
        Diagnostic(
          .error, at: SourceLocation(file: path),
          "\(Mistake.quoted(id)) is not a name for a page",
          hint: "rename the file: lower-case letters and digits, joined by - or ."))
    }
    return id
  }

  func isRight(below folder: String) -> Bool {
    !diagnostics.contains { $0.severity == .error && $0.location.file.hasPrefix(folder) }
  }

  /// The words of the files below a path that have mistakes, or are not read at all.
  func doubtfulWords(_ files: [SiteFile], _ start: String) -> MentionedWords {
    let mistaken = Set(diagnostics.lazy.filter { $0.severity == .error }.map(\.location.file))
    var words = MentionedWords()
    for file in files where file.path.hasPrefix(start) {
      if mistaken.contains(file.path) || !file.path.hasSuffix(".yaml") { words.add(file.bytes) }
    }
    return words
  }
}

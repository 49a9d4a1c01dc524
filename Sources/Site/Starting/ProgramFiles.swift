import Content
import FoundationEssentials
import Publishing

/// What a program brings for every site: templates, and schemas for editors.
///
/// They are those that the program was made with, so there is no second copy of them that could
/// fall behind.
public enum ProgramFiles {
  /// The folders of a site that the files are for.
  static let folders = ["content/schema", "templates"]

  /// Reads the files, with paths below a site.
  ///
  /// - Parameter home: A checkout of the program, or the folder of its data where it is installed.
  /// - Returns: The files, those of a folder sorted by path.
  /// - Throws: ``SiteError`` if it is neither.
  static func read(home: String) throws(SiteError) -> [SiteFile] {
    guard isHome(home) else {
      throw SiteError(
        "'\(home)' holds no starter site", hint: "name a checkout of breakeven with --from")
    }
    var files: [SiteFile] = []
    for folder in folders { files += try SiteFiles(below: folder, of: home).readAll() }
    return files
  }

  /// The home of a program: its checkout, or `share/breakeven` beside its `bin`.
  ///
  /// - Parameter program: The absolute path of the executable.
  /// - Returns: The nearest home in or beside the folders around the program; `nil` if there is
  ///   none.
  public static func home(of program: String) -> String? {
    var folder = program[...]
    while let slash = folder.lastIndex(of: "/") {
      folder = folder[..<slash]
      if let home = ["\(folder)/share/breakeven", "\(folder)/"].first(where: isHome) {
        return home
      }
    }
    return nil
  }

  private static func isHome(_ folder: String) -> Bool {
    ["starter/content/site.yaml", "templates/layout.xhtml", "content/schema"].allSatisfy {
      FileManager.default.fileExists(atPath: "\(folder)/\($0)")
    }
  }
}

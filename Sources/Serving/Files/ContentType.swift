/// What browsers are told a published file is.
enum ContentType {
  /// The type of a file, by the ending of its name.
  static func of(_ name: String) -> String {
    let ending = name.lastIndex(of: ".").map { name[name.index(after: $0)...] } ?? ""
    return types[String(ending)] ?? "application/octet-stream"
  }

  /// Whether a file is a picture of something that the site says, which few pages hold as a file.
  static func isPicture(_ path: String) -> Bool {
    of(path).hasPrefix("image/") && !path.hasPrefix("assets/")
  }

  /// Whether a file may change how all pages look or work: it is a stylesheet, a script, a font, a
  /// picture for decoration, or something unknown.
  static func isCode(_ path: String) -> Bool {
    let others = ["html", "csv", "json", "md", "txt", "xml"].compactMap { types[$0] }
    return !isPicture(path) && !others.contains(of(path))
  }

  /// The type of a page, into which the script for loading it again is put.
  static let page = "text/html; charset=utf-8"

  private static let types = [
    "html": page,
    "css": "text/css; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "json": "application/json",
    "md": "text/markdown; charset=utf-8",
    "png": "image/png",
    "jpg": "image/jpeg",
    "webp": "image/webp",
    "svg": "image/svg+xml",
    "txt": "text/plain; charset=utf-8",
    "woff2": "font/woff2",
    "xml": "application/xml",
  ]
}

/// What browsers are told a published file is.
enum ContentType {
  /// The type of a file, by the ending of its name.
  static func of(_ name: String) -> String {
    let ending = name.lastIndex(of: ".").map { name[name.index(after: $0)...] } ?? ""
    return types[String(ending)] ?? "application/octet-stream"
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

import Foundation

/// The charts' style sheets as they are published.
enum StyleFiles {
  static func text(_ name: String) throws -> String {
    let root = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../templates/assets/charts")
    return try String(contentsOf: root.appending(path: name), encoding: .utf8)
  }
}

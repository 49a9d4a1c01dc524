import Foundation

/// The charts' style sheets and templates as they are published.
enum StyleFiles {
  static func text(_ name: String) throws -> String { try file("assets/charts/\(name)") }

  static func template(_ name: String) throws -> String { try file("charts/\(name)") }

  private static func file(_ path: String) throws -> String {
    let root = URL(filePath: #filePath).deletingLastPathComponent().appending(
      path: "../../templates")
    return try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }
}

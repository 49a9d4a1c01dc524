import Foundation
import TestSupport
import Testing

@testable import Serving

@Suite("A served tree")
struct SiteTreeTests {
  private let folder: TemporaryFolder
  private let tree: SiteTree

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("secret", to: "outside/secret.txt")
    try folder.write("home", to: "site/index.html")
    try folder.write("a", to: "site/a/index.html")
    try folder.write("data", to: "site/b/data.csv")
    let links = [
      ("site/link.txt", "../outside/secret.txt"), ("site/linked", "../outside"),
      ("site/b/up", ".."), ("site/nothing", "nowhere"), ("site/inside.csv", "b/data.csv"),
    ]
    for (link, target) in links {
      try FileManager.default.createSymbolicLink(
        atPath: folder.at(link), withDestinationPath: target)
    }
    tree = SiteTree(root: folder.at("site"))
  }

  private func find(_ target: String) throws -> SiteTree.Found {
    tree.find(try #require(RequestedPath(target: target)))
  }

  @Test(
    "Files, and folders by their page",
    arguments: [
      ("/", "home"), ("/index.html", "home"), ("/a/", "a"), ("/a/index.html", "a"),
      ("/b/data.csv", "data"),
    ])
  func finds(target: String, text: String) throws {
    guard case .file(_, let bytes) = try find(target) else {
      Issue.record("\(target) is not found")
      return
    }
    #expect(bytes == Array(text.utf8))
  }

  @Test func aFolderWithoutItsSlashIsSentThere() throws {
    #expect(try find("/a") == .folder)
  }

  @Test(
    "Nothing else, and no symbolic link",
    arguments: [
      "/b/", "/b", "/c", "/index.html/", "/link.txt", "/linked/secret.txt", "/linked/",
      "/b/up/index.html", "/b/up/", "/nothing", "/inside.csv",
    ])
  func findsNothing(target: String) throws { #expect(try find(target) == .nothing) }

  @Test func nothingIsThereBeforeTheFirstBuild() throws {
    let tree = SiteTree(root: folder.at("later"))
    #expect(tree.find(try #require(RequestedPath(target: "/"))) == .nothing)
  }
}

import Diagnostics
import Foundation
import Synchronization
import Templates
import XML

/// A template, with the schemas that ours follow.
struct TemplateInput: Input {
  private let profiles: TemplateSet.Profiles

  init(home: String) {
    func schema(_ name: String) -> Schema {
      do {
        return try Schema("schema/\(name).rng", as: .template) { path in
          FileManager.default.contents(atPath: "\(home)/templates/\(path)").map(Array.init)
        }
      } catch { fatalError("\(error)") }
    }
    profiles = TemplateSet.Profiles(page: schema("page"), chart: schema("chart"))
  }

  /// The law: mistakes, or a template that is filled with a document that can be read.
  func read(_ bytes: [UInt8]) {
    let bound = BoundTemplates(
      files: [TemplateFile(path: "page.xhtml", text: bytes)],
      entries: [TemplateEntry("page.xhtml", Shown.self)])
    guard let set = compiled(bound) else { return }
    for shown in [Shown.full, .empty] {
      let document = set.template("page.xhtml", for: Shown.self).render(shown)
      do { _ = try PublishedDocument(parsing: document, file: "page.html") } catch {
        fatalError("\(error): \(String(decoding: document, as: UTF8.self))")
      }
    }
  }

  /// Waits for what is made on another thread; `nil` for a template with mistakes.
  private func compiled(_ bound: BoundTemplates) -> TemplateSet? {
    let found = Found()
    Task {
      let set = try? await TemplateSet(bound, profiles: profiles)
      found.set.withLock { $0 = set }
      found.isThere.signal()
    }
    found.isThere.wait()
    return found.set.withLock { $0 }
  }

  private final class Found: Sendable {
    let set = Mutex<TemplateSet?>(nil)
    let isThere = DispatchSemaphore(value: 0)
  }
}

/// What a made-up template may fill in.
struct Shown: TemplateModel {
  let title: String
  let link: LinkTarget
  let note: String?
  let isGood: Bool
  let words: [String]
  let items: [Item]
  let item: Item?

  static let variable = "page"

  struct Item: TemplateModel {
    let name: String
    let isGood: Bool

    static let variable = "item"
  }

  /// Texts that would be markup if they were not escaped.
  static let full = Shown(
    title: "<b>&amp;\"'\u{A0}]]>", link: .outside("https://example.com/a b?x=1&y=\"<#c"),
    note: "-->", isGood: true,
    words: ["{{ page.title }}", ""],
    items: [Item(name: "a", isGood: true), Item(name: "<", isGood: false)],
    item: Item(name: "&", isGood: true))

  static let empty = Shown(
    title: "", link: .file("a/index.html"), note: nil, isGood: false, words: [], items: [],
    item: nil)
}

/// A schema, by which a small page is judged.
struct SchemaInput: Input {
  private static let page = Array(
    "<html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>a</title></head><body/></html>".utf8)

  /// The law: mistakes that have places, or a schema.
  func read(_ bytes: [UInt8]) {
    do {
      let roles: [Schema.Role] = [.template, .document, .fragment]
      let schemas = try Schema.schemas("page.rng", as: roles) { $0 == "page.rng" ? bytes : nil }
      let document = try PublishedDocument(parsing: Self.page, file: "a")
      for schema in schemas { _ = schema.mistakes(in: document) }
    } catch {
      law(error.diagnostics.allSatisfy { !$0.location.file.isEmpty }, "a place")
    }
  }
}

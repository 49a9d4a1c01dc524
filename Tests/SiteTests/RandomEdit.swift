import Foundation
import Publishing
import TestSupport

/// What an author, an editor or a colleague may do to a site between two builds, drawn by lot.
struct RandomEdit {
  /// What was done, for a test that fails.
  let words: String

  /// A template that was edited, as it was: templates take long to compile.
  private(set) var template: (path: String, text: String)?

  /// Does something to a site.
  init(to site: FixtureSite, _ random: inout SplitMix) async throws {
    let content = try SiteFiles(below: "content", of: site.source).paths
    let templates = try SiteFiles(below: "templates", of: site.source).paths
    switch random.int(in: 0...20) {
    case 0...7: words = try Self.editLine(of: Self.one(of: content, &random), in: site, &random)
    case 8...10: words = try Self.editScenario(of: content, in: site, &random)
    case 11:
      words = Self.one(of: content, &random)
      try site.remove(words)
    case 12: words = try Self.rename(Self.one(of: content, &random), in: site, &random)
    case 13:
      let original = Self.one(of: content.filter { $0.contains("/scenarios/") }, &random)
      words = "content/scenarios/copy-\(random.int(in: 1...9)).yaml"
      try site.write(site.folder.text("site/\(original)") ?? "", to: words)
    case 14: words = try Self.writePage(to: site, &random)
    case 15: words = try Self.editSettings(site, &random)
    case 16, 17:
      let path = Self.one(of: templates, &random)
      template = (path, site.folder.text("site/\(path)") ?? "")
      words = try Self.editTemplate(path, in: site, &random)
    case 18: words = try Self.changePrice(in: site, &random)
    default: words = try await Self.meddle(with: site, &random)
    }
  }

  /// A page that shows something of a scenario, which may not be there.
  private static func writePage(
    to site: FixtureSite, _ random: inout SplitMix
  ) throws -> String {
    let path = "content/pages/note-\(random.int(in: 1...3)).md"
    let scenario = "more-\(random.int(in: 1...5))"
    let block =
      switch random.int(in: 0...3) {
      case 0: "chart: {id: \(scenario)}"
      case 1: "table: {id: providers}"
      default: "table: {id: \(scenario), rows: \(random.int(in: 1...3))}"
      }
    try site.write(
      "---\ntitle: A note\ndescription: Some words.\nnavigation: Note \(random.int(in: 1...9))\n"
        + "---\n\n```breakeven\n\(block)\n```\n", to: path)
    return "\(path) with \(block)"
  }

  private static func one(of paths: [String], _ random: inout SplitMix) -> String {
    paths[random.int(in: 0...paths.count - 1)]
  }

  private static func editLine(
    of path: String, in site: FixtureSite, _ random: inout SplitMix
  ) throws -> String {
    var lines = (site.folder.text("site/\(path)") ?? "").components(separatedBy: "\n")
    let line = random.int(in: 0...lines.count - 1)
    switch random.int(in: 0...4) {
    case 0: lines[line] = lines[line].replacing("1", with: "2", maxReplacements: 1)
    case 1: lines[line] += " "
    case 2: lines.insert("", at: line)
    case 3: lines[line] = lines[line].replacing("e", with: "ee", maxReplacements: 1)
    default: lines.remove(at: line)
    }
    try site.write(lines.joined(separator: "\n"), to: path)
    return "\(path):\(line + 1)"
  }

  /// What edits of lines seldom hit: something that is right, and shown.
  private static func editScenario(
    of content: [String], in site: FixtureSite, _ random: inout SplitMix
  ) throws -> String {
    let path = one(of: content.filter { $0.contains("/scenarios/") }, &random)
    let text = site.folder.text("site/\(path)") ?? ""
    let lines = text.components(separatedBy: "\n").map { line in
      line.hasPrefix("summary: ") ? "summary: In words \(random.int(in: 1...99))." : line
    }
    try site.write(lines.joined(separator: "\n"), to: path)
    return "summary of \(path)"
  }

  /// A price or a rule that is another one from a day on, which may be still to come.
  private static func changePrice(
    in site: FixtureSite, _ random: inout SplitMix
  ) throws -> String {
    let path = "content/rate-cards/alpha-cloud.yaml"
    let text = site.folder.text("site/\(path)") ?? ""
    let count = text.ranges(of: "usd_per_gpu_hour").count
    let day = "2026-0\(min(count, 9))-0\(random.int(in: 1...9))"
    let entry =
      "      - {from: \(day), usd_per_gpu_hour: 2.\(random.int(in: 10...99)), source: survey}\n"
    guard let place = text.range(of: "    scaling:\n") else { return "no \(path)" }
    try site.write(text.replacingCharacters(in: place, with: entry + "    scaling:\n"), to: path)
    return "a price from \(day) on"
  }

  private static func rename(
    _ path: String, in site: FixtureSite, _ random: inout SplitMix
  ) throws -> String {
    let parts = path.components(separatedBy: ".")
    let other = "\(parts[0])-\(random.int(in: 1...9)).\(parts.last ?? "")"
    let text = site.folder.text("site/\(path)") ?? ""
    try site.remove(path)
    try site.write(text, to: other)
    return "\(path) to \(other)"
  }

  private static func editSettings(
    _ site: FixtureSite, _ random: inout SplitMix
  ) throws -> String {
    let path = "content/site.yaml"
    let publish = ["data", "csv", "tables, csv", "invoices"]
    let lines = (site.folder.text("site/\(path)") ?? "").components(separatedBy: "\n")
      .filter { !$0.hasPrefix("publish: ") }.map { line in
        line.hasPrefix("title: ") ? "title: Prices \(random.int(in: 1...9))" : line
      }
    let charts = site.folder.text("site/content/gallery.yaml") == nil ? "" : "charts, "
    let more = "publish: [pages, \(charts)\(one(of: publish, &random))]\n"
    try site.write(more + lines.joined(separator: "\n"), to: path)
    return path
  }

  private static func editTemplate(
    _ path: String, in site: FixtureSite, _ random: inout SplitMix
  ) throws -> String {
    let text = site.folder.text("site/\(path)") ?? ""
    let number = random.int(in: 1...9)
    let changed =
      if path.hasSuffix(".css") {
        "\(text)/* \(number) */\n"
      } else if path.hasSuffix("layout.xhtml") {
        text.replacing("</footer>", with: "<p>\(number)</p></footer>")
      } else {
        "\(text)<!-- \(number) -->\n"
      }
    try site.write(changed, to: path)
    return path
  }

  /// What nobody should do to what a build has made.
  private static func meddle(
    with site: FixtureSite, _ random: inout SplitMix
  ) async throws -> String {
    let files = FileManager.default
    let published = try FixtureSite.bytes(below: site.output).keys.sorted()
    let path = "\(site.output)/\(one(of: published, &random))"
    let state = site.folder.at("published/.output.state")
    switch random.int(in: 0...4) {
    case 0: try Data("mine".utf8).write(to: URL(filePath: path))
    case 1 where !path.hasSuffix("/manifest.json"): try files.removeItem(atPath: path)
    case 2:
      guard var other = BuildState(of: site.output) else { return "no state" }
      other.key += " of another program"
      try await other.save(for: site.output)
    case 3:
      // Without the mark at its start it would be somebody's file.
      guard var bytes = files.contents(atPath: state), bytes.count > 64 else { return "no state" }
      bytes[random.int(in: 64...bytes.count - 1)] ^= 4
      try bytes.write(to: URL(filePath: state))
    default: try? files.removeItem(atPath: state)
    }
    return "\(path) or the state"
  }
}

import Publishing
import Reports

extension BuildState {
  /// What the next build is told of this one.
  ///
  /// - Parameters:
  ///   - key: What decided what was made, beside the files of the site.
  ///   - isClean: Whether nothing was found.
  ///   - inputs: The files that were read.
  ///   - context: The site.
  ///   - plan: What was kept.
  ///   - made: What was made, as far as it can be kept.
  ///   - account: What was counted.
  ///   - structures: What was found valid.
  ///   - published: The tree.
  init(
    _ key: String, isClean: Bool, inputs: [InputFile], _ context: SiteContext, _ plan: BuildPlan,
    _ made: [MadeReport], _ account: SiteAccount, structures: [UInt64],
    _ published: consuming PublishedTree
  ) {
    self = published.rest
    (self.key, self.isClean, self.inputs) = (key, isClean, inputs)
    (shared, computed) = (context.sharedText, context.computedText)
    names = context.offerNumbers?.names ?? []
    (counts, asked) = (account.counts, account.links.foreign)
    self.structures = structures
    reports.reserveCapacity(plan.kept.count + made.count)
    // In the order of the site; each of both lists nearly is.
    let places =
      plan.kept.indices.map { (plan.kept[$0].place, isKept: true, $0) }
      + made.indices.map { (made[$0].place, isKept: false, $0) }
    for (_, isKept, index) in places.sorted(by: { $0.0 < $1.0 }) {
      if isKept {
        reports.append(published.kept[index])
      } else {
        let report = made[index]
        let own = report.paths.compactMap { published.take($0) }
        reports.append(
          Report(id: report.id, facts: report.facts[...], counts: report.counts, files: own))
      }
    }
    others = published.others
  }
}

extension BuildPlan {
  /// Why each file was made: a line for each with what became of it, its path, and the reason, with
  /// tabs between, in the order of the paths.
  func explanation(_ made: [MadeReport], _ changes: SiteChanges) -> String {
    var lines: [(path: String, line: String)] = []
    var reasonsByPath: [String: String] = [:]
    for report in made {
      for path in report.paths { reasonsByPath[path] = reasons[report.id] }
    }
    var words: [String: String] = [:]
    for path in changes.new { words[path] = "new" }
    for path in changes.changed { words[path] = "changed" }
    for path in reports.lazy.flatMap(\.files).map(\.path) {
      lines.append((path, "kept\t\(path)\tnothing that it depends on changed\n"))
    }
    for path in changes.made {
      let reason = reasonsByPath[path] ?? "it is made at every build"
      lines.append((path, "\(words[path] ?? "same")\t\(path)\t\(reason)\n"))
    }
    return lines.sorted { $0.path < $1.path }.map(\.line).joined()
  }
}

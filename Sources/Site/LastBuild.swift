import Publishing

/// What the last build left, as far as this one may rely on it.
struct LastBuild: Sendable {
  /// What decides what a build makes, beside the files of the site.
  let key: String

  /// The state; `nil` if there is none to go by.
  let state: BuildState?

  /// Why there is none.
  let reason: String

  /// Which files of the site are not as the last build found them.
  let changes: InputChanges

  /// Takes the state of the last build, if this one may go by it; `nil` if the program cannot tell
  /// which one it is.
  ///
  /// - Parameters:
  ///   - found: The state beside the output; `nil` if there is none, or it is not asked for.
  ///   - options: What is built.
  ///   - listing: The files of the site.
  init?(_ found: BuildState?, _ options: SiteOptions, _ listing: SiteListing) {
    guard let program = FileStamp("/proc/self/exe") else { return nil }
    key = [
      SiteBuild.version, program.text, options.baseURL ?? "", "\(options.validatesAll)",
      options.day.map { "\($0)" } ?? "",
    ].joined(separator: " ")
    state = found?.key == key ? found : nil
    reason =
      options.isFresh
      ? "everything was to be made again"
      : found == nil
        ? "nothing is known of a last build" : "the program or its options are others"
    changes = InputChanges(from: state?.inputs ?? [], to: listing.inputs)
  }

  /// What the last build found valid; `nil` if it had other templates.
  var structures: [UInt64]? {
    changes.words.keys.contains { $0.hasPrefix("templates/") } ? nil : state?.structures
  }

  /// What the last build said of itself, if a build now would find everything as it was.
  func summary(_ options: SiteOptions) async -> BuildSummary? {
    guard let state, state.isClean, changes.words.isEmpty, await state.holds(in: options.output)
    else { return nil }
    let files = state.others.count + state.reports.reduce(0) { $0 + $1.files.count }
    return BuildSummary(
      state.counts, output: options.output, files: SiteChanges(keeping: files), isUnchanged: true)
  }
}

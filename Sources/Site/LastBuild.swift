import Glibc
import Publishing

/// What is to be known before a build to tell whether the last one would come out the same, and
/// what is kept of this one.
struct LastBuild {
  private let options: SiteOptions
  private let key: String

  /// Looked at before any file is read, so that a change while the build reads is seen next time.
  private let inputs: BuildState.Stamps
  private let time: Int

  /// Looks at the files of a site.
  ///
  /// - Returns: `nil` if they cannot be told, which the build will say more about.
  init?(_ options: SiteOptions) {
    time = FileStamp.now
    guard let program = FileStamp("/proc/self/exe"),
      let content = try? SiteFiles(below: "content", of: options.source),
      let templates = try? SiteFiles(below: "templates", of: options.source),
      let inputs = BuildState.Stamps(content.paths + templates.paths, in: options.source)
    else { return nil }
    self.options = options
    self.inputs = inputs
    key = [
      SiteBuild.version, program.description, options.baseURL ?? "", "\(options.validatesAll)",
      options.day.map { "\($0)" } ?? "",
    ].joined(separator: " ")
  }

  /// What the last build said of itself, if a build now would find everything as it was.
  func summary() -> BuildSummary? {
    guard let state = BuildState(of: options.output),
      state.holds(key: key, inputs: inputs, output: options.output)
    else { return nil }
    return BuildSummary(reading: state.summary, output: "\(options.output)/index.html")
  }

  /// Keeps what a build without any finding has made.
  ///
  /// That it cannot be kept is no mistake: the next build makes everything again.
  func keep(_ summary: BuildSummary) {
    try? BuildState.remove(for: options.output)
    let files = summary.files.paths + [Manifest.fileName]
    guard let outputs = BuildState.Stamps(files, in: options.output) else { return }
    let state = BuildState(key: key, inputs: inputs, outputs: outputs, summary: summary.numbers)
    if !state.isTooYoung(at: time) { try? state.save(for: options.output) }
  }
}

extension BuildSummary {
  /// The numbers that a later build without any change repeats.
  fileprivate var numbers: String {
    [pages, charts, dataFiles, documentsValid, files.all].map(String.init).joined(separator: " ")
  }

  fileprivate init?(reading numbers: String, output: String) {
    let values = numbers.split(separator: " ").compactMap { Int($0) }
    guard values.count == 5 else { return nil }
    self.init(
      pages: values[0], charts: values[1], dataFiles: values[2], documentsValid: values[3],
      documentsValidated: 0, output: output, files: SiteChanges(keeping: values[4]),
      isUnchanged: true)
  }
}

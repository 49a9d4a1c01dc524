public import Publishing

/// Builds one site again and again, and does again only what has to do with what changed.
public actor SiteRebuilder {
  private var options: SiteOptions
  private var memory = SiteMemory.empty
  private var last: SiteReport?

  /// - Parameter options: Where the site is and where it goes.
  public init(_ options: SiteOptions) {
    self.options = options
    self.options.reusesLastBuild = true
  }

  /// Builds the site and swaps it in, as ``SiteBuild/build(_:)`` does.
  ///
  /// - Throws: ``BuildError``.
  public func build() async throws(BuildError) -> SiteReport {
    let report = try await SiteBuild.build(options, reusing: memory)
    memory = report.memory ?? memory
    last = report
    return report
  }

  /// Gives back what the last build was made from, which takes a while: somebody waits for the site.
  public func settle() { last = nil }
}

public import Publishing

/// Builds one site again and again, and compiles its templates only when they have changed.
public actor SiteRebuilder {
  private var options: SiteOptions
  private var compiled: CompiledTemplates?

  /// - Parameter options: Where the site is and where it goes.
  public init(_ options: SiteOptions) {
    self.options = options
    self.options.reusesLastBuild = true
  }

  /// Builds the site and swaps it in, as ``SiteBuild/build(_:)`` does.
  ///
  /// - Throws: ``BuildError``.
  public func build() async throws(BuildError) -> SiteReport {
    let report = try await SiteBuild.build(options, reusing: compiled)
    // Templates that were right a moment ago soon are again.
    compiled = report.compiled ?? compiled
    return report
  }
}

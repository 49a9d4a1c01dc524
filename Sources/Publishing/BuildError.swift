/// What stops a build, whatever the site's content.
public enum BuildError: Error, Hashable, Sendable {
  /// The site cannot be read.
  case reading(SiteError)

  /// The site cannot be written.
  case writing(OutputError)
}

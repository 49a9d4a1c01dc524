/// What came of a build of a site that is looked at.
public enum PreviewBuild: Hashable, Sendable {
  /// What keeps it from being shown, as `build` says it.
  case refused(String)

  /// It is shown; the paths of all files that are new, gone, or have other bytes.
  case shown(changed: [String])
}

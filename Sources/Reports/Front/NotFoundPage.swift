import Templates

/// The page for an address that leads nowhere.
struct NotFoundPage: TemplateModel {
  /// What stands around the page; its links must not depend on the address that was asked for.
  let frame: Frame

  /// Every scenario, as somewhere to go on.
  let scenarios: [PageLink]

  static let variable = "page"
}

public import Charts
public import Templates

extension RatePanelsDrawing: TemplateModel {
  /// What its paths start with.
  public static let variable = "chart"
}

extension DrawnPanel: TemplateModel {
  /// What its paths start with.
  public static let variable = "row"
}

public import Charts
public import Templates

extension HeatMapDrawing: TemplateModel {
  /// What its paths start with.
  public static let variable = "chart"
}

extension DrawnCell: TemplateModel {
  /// What its paths start with.
  public static let variable = "cell"
}

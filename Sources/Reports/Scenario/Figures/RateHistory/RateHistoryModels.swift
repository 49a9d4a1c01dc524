public import Charts
public import Templates

extension RateHistoryDrawing: TemplateModel {
  /// What its paths start with.
  public static let variable = "chart"
}

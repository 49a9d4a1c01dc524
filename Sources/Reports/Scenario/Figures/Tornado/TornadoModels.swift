public import Charts
public import Templates

extension TornadoDrawing: TemplateModel {
  /// What its paths start with.
  public static let variable = "chart"
}

extension DrawnSwing: TemplateModel {
  /// What its paths start with.
  public static let variable = "row"
}

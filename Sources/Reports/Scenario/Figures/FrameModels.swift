public import Charts
public import Templates

extension DrawnFrame: TemplateModel {
  /// What its paths start with.
  public static let variable = "frame"
}

extension DrawnBox: TemplateModel {
  /// What its paths start with.
  public static let variable = "box"
}

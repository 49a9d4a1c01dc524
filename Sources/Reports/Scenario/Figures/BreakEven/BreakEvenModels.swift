public import Charts
public import Templates

// What charts compute, as models that templates fill. Charts itself knows no templates.

extension BreakEvenDrawing: TemplateModel {
  /// What its paths start with.
  public static let variable = "chart"
}

extension DrawnShape: TemplateModel {
  /// What its paths start with.
  public static let variable = "shape"
}

extension DrawnSpan: TemplateModel {
  /// What its paths start with.
  public static let variable = "span"
}

extension DrawnPlate: TemplateModel {
  /// What its paths start with.
  public static let variable = "plate"
}

extension DrawnLine: TemplateModel {
  /// What its paths start with.
  public static let variable = "line"
}

extension DrawnRing: TemplateModel {
  /// What its paths start with.
  public static let variable = "ring"
}

extension DrawnLabel: TemplateModel {
  /// What its paths start with.
  public static let variable = "label"
}

extension DrawnKeyRow: TemplateModel {
  /// What its paths start with.
  public static let variable = "row"
}

extension DrawnText: TemplateModel {
  /// What its paths start with.
  public static let variable = "line"
}

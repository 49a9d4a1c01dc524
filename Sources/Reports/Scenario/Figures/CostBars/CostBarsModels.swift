public import Charts
public import Templates

extension CostBarsDrawing: TemplateModel {
  /// What its paths start with.
  public static let variable = "chart"
}

extension DrawnLegendItem: TemplateModel {
  /// What its paths start with.
  public static let variable = "item"
}

extension DrawnBar: TemplateModel {
  /// What its paths start with.
  public static let variable = "bar"
}

extension DrawnSegment: TemplateModel {
  /// What its paths start with.
  public static let variable = "segment"
}

extension DrawnRange: TemplateModel {
  /// What its paths start with.
  public static let variable = "range"
}

extension DrawnTag: TemplateModel {
  /// What its paths start with.
  public static let variable = "tag"
}

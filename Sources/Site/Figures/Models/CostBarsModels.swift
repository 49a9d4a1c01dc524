public import Charts
public import Templates

extension CostBarsDrawing: TemplateModel {
  /// What `t:model` calls it.
  public static var modelName: String { "CostBarsDrawing" }
  /// What its paths start with.
  public static var variable: String { "chart" }
  /// What a template can ask of it.
  public static var fields: [Field<Self>] {
    [
      .record("frame", DrawnFrame.self) { $0.frame },
      .list("legend", DrawnLegendItem.self) { $0.legend },
      .optionalText("grid") { $0.grid },
      .optionalText("baseline") { $0.baseline },
      .list("ticks", DrawnText.self) { $0.ticks },
      .record("axisTitle", DrawnText.self) { $0.axisTitle },
      .list("headings", DrawnText.self) { $0.headings },
      .list("names", DrawnText.self) { $0.names },
      .list("details", DrawnText.self) { $0.details },
      .list("values", DrawnText.self) { $0.values },
      .list("bars", DrawnBar.self) { $0.bars },
    ]
  }
}

extension DrawnLegendItem: TemplateModel {
  /// What `t:model` calls it.
  public static var modelName: String { "DrawnLegendItem" }
  /// What its paths start with.
  public static var variable: String { "item" }
  /// What a template can ask of it.
  public static var fields: [Field<Self>] {
    [
      .text("phase") { $0.phase },
      .text("x") { $0.x },
      .text("y") { $0.y },
      .record("label", DrawnText.self) { $0.label },
    ]
  }
}

extension DrawnBar: TemplateModel {
  /// What `t:model` calls it.
  public static var modelName: String { "DrawnBar" }
  /// What its paths start with.
  public static var variable: String { "bar" }
  /// What a template can ask of it.
  public static var fields: [Field<Self>] {
    [
      .list("segments", DrawnSegment.self) { $0.segments },
      .optionalRecord("range", DrawnRange.self) { $0.range },
      .optionalRecord("best", DrawnText.self) { $0.best },
      .optionalRecord("unknown", DrawnText.self) { $0.unknown },
      .optionalRecord("cheapest", DrawnTag.self) { $0.cheapest },
    ]
  }
}

extension DrawnSegment: TemplateModel {
  /// What `t:model` calls it.
  public static var modelName: String { "DrawnSegment" }
  /// What its paths start with.
  public static var variable: String { "segment" }
  /// What a template can ask of it.
  public static var fields: [Field<Self>] {
    [
      .text("phase") { $0.phase },
      .text("x") { $0.x },
      .text("y") { $0.y },
      .text("width") { $0.width },
      .text("height") { $0.height },
      .optionalRecord("label", DrawnText.self) { $0.label },
    ]
  }
}

extension DrawnRange: TemplateModel {
  /// What `t:model` calls it.
  public static var modelName: String { "DrawnRange" }
  /// What its paths start with.
  public static var variable: String { "range" }
  /// What a template can ask of it.
  public static var fields: [Field<Self>] {
    [
      .text("phase") { $0.phase },
      .text("x") { $0.x },
      .text("y") { $0.y },
      .text("width") { $0.width },
      .text("height") { $0.height },
      .optionalText("hatching") { $0.hatching },
    ]
  }
}

extension DrawnTag: TemplateModel {
  /// What `t:model` calls it.
  public static var modelName: String { "DrawnTag" }
  /// What its paths start with.
  public static var variable: String { "tag" }
  /// What a template can ask of it.
  public static var fields: [Field<Self>] {
    [
      .text("x") { $0.x },
      .text("y") { $0.y },
      .text("width") { $0.width },
      .text("height") { $0.height },
      .record("label", DrawnText.self) { $0.label },
    ]
  }
}

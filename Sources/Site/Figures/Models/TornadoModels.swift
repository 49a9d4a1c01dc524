public import Charts
public import Templates

extension TornadoDrawing: TemplateModel {
  /// What `t:model` calls it.
  public static var modelName: String { "TornadoDrawing" }
  /// What its paths start with.
  public static var variable: String { "chart" }
  /// What a template can ask of it.
  public static var fields: [Field<Self>] {
    [
      .record("frame", DrawnFrame.self) { $0.frame },
      .list("legend", DrawnLegendItem.self) { $0.legend },
      .optionalText("grid") { $0.grid },
      .optionalText("baseline") { $0.baseline },
      .record("baselineLabel", DrawnText.self) { $0.baselineLabel },
      .list("rows", DrawnSwing.self) { $0.rows },
      .list("ticks", DrawnText.self) { $0.ticks },
      .record("axisTitle", DrawnText.self) { $0.axisTitle },
    ]
  }
}

extension DrawnSwing: TemplateModel {
  /// What `t:model` calls it.
  public static var modelName: String { "DrawnSwing" }
  /// What its paths start with.
  public static var variable: String { "row" }
  /// What a template can ask of it.
  public static var fields: [Field<Self>] {
    [
      .list("names", DrawnText.self) { $0.names },
      .list("details", DrawnText.self) { $0.details },
      .list("bars", DrawnBox.self) { $0.bars },
      .record("left", DrawnText.self) { $0.left },
      .record("right", DrawnText.self) { $0.right },
      .optionalRecord("flip", DrawnTag.self) { $0.flip },
    ]
  }
}

public import Charts
public import Templates

extension HeatMapDrawing: TemplateModel {
  /// What `t:model` calls it.
  public static var modelName: String { "HeatMapDrawing" }
  /// What its paths start with.
  public static var variable: String { "chart" }
  /// What a template can ask of it.
  public static var fields: [Field<Self>] {
    [
      .record("frame", DrawnFrame.self) { $0.frame },
      .record("verticalTitle", DrawnText.self) { $0.verticalTitle },
      .list("verticalTicks", DrawnText.self) { $0.verticalTicks },
      .list("horizontalTicks", DrawnText.self) { $0.horizontalTicks },
      .record("horizontalTitle", DrawnText.self) { $0.horizontalTitle },
      .list("cells", DrawnCell.self) { $0.cells },
      .optionalText("line") { $0.line },
      .optionalText("lineSample") { $0.lineSample },
      .optionalRecord("lineLabel", DrawnText.self) { $0.lineLabel },
      .optionalText("markSample") { $0.markSample },
      .optionalRecord("markLabel", DrawnText.self) { $0.markLabel },
      .list("shades", DrawnBox.self) { $0.shades },
      .list("shadeLabels", DrawnText.self) { $0.shadeLabels },
    ]
  }
}

extension DrawnCell: TemplateModel {
  /// What `t:model` calls it.
  public static var modelName: String { "DrawnCell" }
  /// What its paths start with.
  public static var variable: String { "cell" }
  /// What a template can ask of it.
  public static var fields: [Field<Self>] {
    [
      .record("box", DrawnBox.self) { $0.box },
      .optionalRecord("text", DrawnText.self) { $0.text },
      .optionalText("mark") { $0.mark },
    ]
  }
}

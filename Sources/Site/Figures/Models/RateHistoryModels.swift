public import Charts
public import Templates

extension RateHistoryDrawing: TemplateModel {
  /// What `t:model` calls it.
  public static var modelName: String { "RateHistoryDrawing" }
  /// What its paths start with.
  public static var variable: String { "chart" }
  /// What a template can ask of it.
  public static var fields: [Field<Self>] {
    [
      .record("frame", DrawnFrame.self) { $0.frame },
      .optionalText("grid") { $0.grid },
      .record("verticalTitle", DrawnText.self) { $0.verticalTitle },
      .list("verticalTicks", DrawnText.self) { $0.verticalTicks },
      .list("horizontalTicks", DrawnText.self) { $0.horizontalTicks },
      .list("gaps", DrawnShape.self) { $0.gaps },
      .list("lines", DrawnLine.self) { $0.lines },
      .optionalText("leaders") { $0.leaders },
      .list("prices", DrawnText.self) { $0.prices },
      .list("labels", DrawnLabel.self) { $0.labels },
      .list("key", DrawnKeyRow.self) { $0.key },
    ]
  }
}

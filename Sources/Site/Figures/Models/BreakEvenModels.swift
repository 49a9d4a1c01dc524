public import Charts
public import Templates

// What charts compute, as models that templates fill. Charts itself knows no templates.

extension BreakEvenDrawing: TemplateModel {
  /// What `t:model` calls it.
  public static var modelName: String { "BreakEvenDrawing" }
  /// What its paths start with.
  public static var variable: String { "chart" }
  /// What a template can ask of it.
  public static var fields: [Field<Self>] {
    [
      .record("frame", DrawnFrame.self) { $0.frame },
      .optionalText("minorGrid") { $0.minorGrid },
      .optionalText("majorGrid") { $0.majorGrid },
      .record("verticalTitle", DrawnText.self) { $0.verticalTitle },
      .list("verticalTicks", DrawnText.self) { $0.verticalTicks },
      .record("horizontalTitle", DrawnText.self) { $0.horizontalTitle },
      .list("horizontalTicks", DrawnText.self) { $0.horizontalTicks },
      .list("bands", DrawnShape.self) { $0.bands },
      .optionalRecord("ribbonTitle", DrawnText.self) { $0.ribbonTitle },
      .list("ribbon", DrawnSpan.self) { $0.ribbon },
      .list("lines", DrawnLine.self) { $0.lines },
      .list("stops", DrawnShape.self) { $0.stops },
      .optionalText("leaders") { $0.leaders },
      .optionalText("drops") { $0.drops },
      .list("decidingRings", DrawnRing.self) { $0.decidingRings },
      .list("otherRings", DrawnRing.self) { $0.otherRings },
      .list("decidingLabels", DrawnText.self) { $0.decidingLabels },
      .list("otherLabels", DrawnText.self) { $0.otherLabels },
      .list("labels", DrawnLabel.self) { $0.labels },
      .list("key", DrawnKeyRow.self) { $0.key },
    ]
  }
}

extension DrawnShape: TemplateModel {
  /// What `t:model` calls it.
  public static var modelName: String { "DrawnShape" }
  /// What its paths start with.
  public static var variable: String { "shape" }
  /// What a template can ask of it.
  public static var fields: [Field<Self>] {
    [.text("colour") { $0.colour }, .text("path") { $0.path }]
  }
}

extension DrawnSpan: TemplateModel {
  /// What `t:model` calls it.
  public static var modelName: String { "DrawnSpan" }
  /// What its paths start with.
  public static var variable: String { "span" }
  /// What a template can ask of it.
  public static var fields: [Field<Self>] {
    [
      .text("colour") { $0.colour },
      .text("x") { $0.x },
      .text("y") { $0.y },
      .text("width") { $0.width },
      .text("height") { $0.height },
      .optionalRecord("label", DrawnText.self) { $0.label },
      .optionalText("mark") { $0.mark },
      .optionalRecord("stripes", DrawnShape.self) { $0.stripes },
    ]
  }
}

extension DrawnLine: TemplateModel {
  /// What `t:model` calls it.
  public static var modelName: String { "DrawnLine" }
  /// What its paths start with.
  public static var variable: String { "line" }
  /// What a template can ask of it.
  public static var fields: [Field<Self>] {
    [
      .text("colour") { $0.colour },
      .optionalText("solid") { $0.solid },
      .optionalText("dashed") { $0.dashed },
      .optionalText("marks") { $0.marks },
    ]
  }
}

extension DrawnRing: TemplateModel {
  /// What `t:model` calls it.
  public static var modelName: String { "DrawnRing" }
  /// What its paths start with.
  public static var variable: String { "ring" }
  /// What a template can ask of it.
  public static var fields: [Field<Self>] {
    [
      .text("x") { $0.x },
      .text("y") { $0.y },
      .text("radius") { $0.radius },
    ]
  }
}

extension DrawnLabel: TemplateModel {
  /// What `t:model` calls it.
  public static var modelName: String { "DrawnLabel" }
  /// What its paths start with.
  public static var variable: String { "label" }
  /// What a template can ask of it.
  public static var fields: [Field<Self>] {
    [
      .text("colour") { $0.colour },
      .optionalText("leader") { $0.leader },
      .list("names", DrawnText.self) { $0.names },
      .list("details", DrawnText.self) { $0.details },
      .list("endings", DrawnText.self) { $0.endings },
    ]
  }
}

extension DrawnKeyRow: TemplateModel {
  /// What `t:model` calls it.
  public static var modelName: String { "DrawnKeyRow" }
  /// What its paths start with.
  public static var variable: String { "row" }
  /// What a template can ask of it.
  public static var fields: [Field<Self>] {
    [
      .text("colour") { $0.colour },
      .record("tag", DrawnText.self) { $0.tag },
      .text("sample") { $0.sample },
      .optionalText("mark") { $0.mark },
      .list("lines", DrawnText.self) { $0.lines },
    ]
  }
}

extension DrawnText: TemplateModel {
  /// What `t:model` calls it.
  public static var modelName: String { "DrawnText" }
  /// What its paths start with.
  public static var variable: String { "line" }
  /// What a template can ask of it.
  public static var fields: [Field<Self>] {
    [.text("text") { $0.text }, .text("x") { $0.x }, .text("y") { $0.y }]
  }
}

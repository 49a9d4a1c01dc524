public import Charts
public import Templates

extension DrawnFrame: TemplateModel {
  /// What `t:model` calls it.
  public static var modelName: String { "DrawnFrame" }
  /// What its paths start with.
  public static var variable: String { "frame" }
  /// What a template can ask of it.
  public static var fields: [Field<Self>] {
    [
      .text("layout") { $0.layout },
      .text("width") { $0.width },
      .text("height") { $0.height },
      .optionalText("style") { $0.style },
      .optionalText("isHidden") { $0.isHidden },
      .text("title") { $0.title },
      .text("description") { $0.description },
      .list("titleLines", DrawnText.self) { $0.titleLines },
      .list("subtitleLines", DrawnText.self) { $0.subtitleLines },
      .list("notes", DrawnText.self) { $0.notes },
    ]
  }
}

extension DrawnBox: TemplateModel {
  /// What `t:model` calls it.
  public static var modelName: String { "DrawnBox" }
  /// What its paths start with.
  public static var variable: String { "box" }
  /// What a template can ask of it.
  public static var fields: [Field<Self>] {
    [
      .text("kind") { $0.kind },
      .text("x") { $0.x },
      .text("y") { $0.y },
      .text("width") { $0.width },
      .text("height") { $0.height },
    ]
  }
}

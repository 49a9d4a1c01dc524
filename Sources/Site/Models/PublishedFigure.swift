import Templates

/// A figure that somebody published, next to what the engine makes of the same inputs.
struct PublishedFigure: TemplateModel {
  /// The anchor of the figure.
  let id: String

  /// The sentence that states it, word for word.
  let quote: String

  /// The figure as published.
  let published: String

  /// The figure as computed here.
  let computed: String

  /// `Reproduced`, `Not reproduced`, or `Not enough stated`.
  let verdict: String

  /// The class of the verdict: `reproduced`, `not-reproduced` or `open`.
  let kind: String

  /// The arithmetic, or what is missing from it.
  let why: String

  /// Where it was published.
  let citations: [Citation]

  static let modelName = "PublishedFigure"
  static let variable = "figure"
  static var fields: [Field<Self>] {
    [
      .text("id") { $0.id },
      .text("quote") { $0.quote },
      .text("published") { $0.published },
      .text("computed") { $0.computed },
      .text("verdict") { $0.verdict },
      .text("kind") { $0.kind },
      .text("why") { $0.why },
      .list("citations", Citation.self) { $0.citations },
    ]
  }
}

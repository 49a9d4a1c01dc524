/// What a chart says beside its marks.
public struct ChartWords: Hashable, Sendable {
  /// The finding, as a sentence.
  public var title: String

  /// Whether the drawing says its title; not where the page has it as a headline just above.
  public var showsTitle = true

  /// What is measured, in which unit.
  public var subtitle: String

  /// What a reader who cannot see the chart is told: all that the marks say.
  public var description: String

  /// Assumptions, source and licence, a paragraph each.
  public var notes: [String]

  /// Creates the words of a chart.
  public init(title: String, subtitle: String, description: String, notes: [String] = []) {
    self.title = title
    self.subtitle = subtitle
    self.description = description
    self.notes = notes
  }
}

/// A kind of chart: plain numbers and texts that become a drawing.
///
/// A kind is a folder here with three things in it, and a template and a folder elsewhere:
///
/// 1. the chart, which is what a caller knows: values in the units of its axes, texts as readers
///    see them;
/// 2. the drawing, which is what a template knows: coordinates as text, and the list of the
///    classes that the template uses (a file of its own carries the rules for those only);
/// 3. the composition between them, which places every text and mark, registers each in a
///    ``BoxRegistry`` and is refused if any two collide;
/// 4. `templates/charts/<kind>.svg`, filled with the drawing;
/// 5. in `Sources/Reports/Scenario/Figures`, the model of the drawing and the figure that makes
///    the chart from what the engine computed; its line is in `FigureKind.swift`.
///
/// Colours and sizes are in `templates/assets/charts`. ``ChartPage`` is the frame that kinds share.
public protocol Chart: Hashable, Sendable {
  /// What the template of the kind is filled with.
  associatedtype Drawing: ChartDrawing

  /// Lays out the chart.
  ///
  /// - Parameter layout: For how much room.
  /// - Returns: Everything the template needs, as text, for a page and for files of all themes.
  /// - Throws: ``ChartFaults`` if a value has no place or two texts would collide.
  func laidOut(_ layout: ChartLayout) throws(ChartFaults) -> LaidOut<Drawing>

  /// The chart as a page shows it: its notes are the caption beside it.
  ///
  /// - Parameter showsTitle: Whether the page does not already say the title.
  /// - Returns: The same chart without what the page says.
  func onPage(showsTitle: Bool) -> Self
}

/// A chart laid out for one size: its page and the files of all themes take their drawings from
/// here, and nothing is laid out again for them.
public struct LaidOut<Drawing: ChartDrawing>: Hashable, Sendable {
  /// The drawing with all its notes, without rules.
  let drawing: Drawing

  /// The classes of its elements.
  private let classes: Set<String>

  /// How many of its notes a page shows as well, from the first.
  private let notesOnPage: Int

  /// Its height in pixels without the other notes.
  private let heightOnPage: String

  init(_ drawing: Drawing, classes: Set<String>, _ notes: ChartNotes) {
    self.drawing = drawing
    self.classes = classes
    notesOnPage = notes.countOnPage
    heightOnPage = Coordinate.text(notes.heightOnPage)
  }

  /// The drawing as a page shows it: without rules, and without the notes that are its caption.
  public var onPage: Drawing {
    var drawing = drawing
    drawing.frame.notes.removeLast(drawing.frame.notes.count - notesOnPage)
    drawing.frame.height = heightOnPage
    return drawing
  }

  /// The drawing as a file of its own.
  ///
  /// - Parameter style: The rules that the file carries.
  /// - Returns: The drawing with the rules for what is in it.
  public func file(_ style: ChartStyle) -> Drawing {
    var drawing = drawing
    drawing.frame.style = style.text(classes: classes)
    drawing.frame.isHidden = nil
    return drawing
  }
}

/// What the template of a kind of chart is filled with.
public protocol ChartDrawing: Hashable, Sendable {
  /// What every drawing has around its marks.
  var frame: DrawnFrame { get set }
}

/// The texts of a drawing with the room that they take in DejaVu Sans, read from its SVG.
///
/// Shares no code with the layout that placed them.
public struct DrawnTexts {
  /// A line of text, in pixels from the left and from the top.
  public struct Line {
    /// What is written.
    public let text: String

    /// The left edge.
    public let left: Double

    /// The right edge.
    public let right: Double

    /// The top of figures and capitals.
    public let top: Double

    /// The foot of a `g`.
    public let bottom: Double

    /// Whether both cover the same place, by more than a pixel.
    public func covers(_ other: Line) -> Bool {
      min(right, other.right) - max(left, other.left) > 1
        && min(bottom, other.bottom) - max(top, other.top) > 1
    }
  }

  /// The width of the drawing.
  public private(set) var width = 0.0

  /// The height of the drawing.
  public private(set) var height = 0.0

  /// Its texts, in the order written.
  public private(set) var lines: [Line] = []

  /// Those with a character of another alphabet, whose width is not known.
  public private(set) var unmeasured: [String] = []

  private struct Style {
    var classes: Set<Substring> = []
    var anchor: Substring = "start"
  }

  /// Reads a drawing.
  public init(_ svg: String) {
    var styles = [Style()]
    for match in svg.matches(of: /<(\/?)(svg|g|text)\b([^>]*)>([^<]*)/) {
      let (isEnd, name, attributes) = (!match.1.isEmpty, match.2, match.3)
      if isEnd {
        if name == "g" { styles.removeLast() }
        continue
      }
      if name == "svg" {
        width = Self.number("width", attributes) ?? 0
        height = Self.number("height", attributes) ?? 0
        continue
      }
      var style = styles[styles.count - 1]
      if let own = Self.value("class", attributes) {
        style.classes.formUnion(own.split(separator: " "))
      }
      if let own = Self.value("text-anchor", attributes) { style.anchor = own }
      if name == "g" { styles.append(style) } else { add(match.4, attributes, style) }
    }
  }

  /// What leaves the drawing, and which texts cover each other.
  public var faults: [String] {
    var faults = lines.filter {
      $0.left < -0.5 || $0.right > width + 0.5 || $0.top < -0.5 || $0.bottom > height + 0.5
    }.map { "'\($0.text)' is cut" }
    for (index, one) in lines.enumerated() {
      for other in lines[(index + 1)...] where one.covers(other) {
        faults.append("'\(one.text)' covers '\(other.text)'")
      }
    }
    return faults
  }

  private mutating func add(_ escaped: Substring, _ attributes: Substring, _ style: Style) {
    let text = escaped.replacing("&amp;", with: "&").replacing("&lt;", with: "<")
      .replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
    let isBold = !style.classes.isDisjoint(with: ["title", "heading", "name", "value"])
    let size: Double =
      style.classes.contains("title")
      ? 18 : style.classes.isDisjoint(with: ["subtitle", "heading"]) ? 12 : 13
    guard let x = Self.number("x", attributes), let y = Self.number("y", attributes),
      let ems = DejaVuSans.width(of: String(text), isBold: isBold)
    else {
      unmeasured.append(String(text))
      return
    }
    let width = ems * size
    let left = style.anchor == "middle" ? x - width / 2 : style.anchor == "end" ? x - width : x
    lines.append(
      Line(
        text: String(text), left: left, right: left + width, top: y - 0.73 * size,
        bottom: y + 0.2 * size))
  }

  private static func value(_ name: String, _ attributes: Substring) -> Substring? {
    for match in attributes.matches(of: /([a-z-]+)="([^"]*)"/) where match.1 == name {
      return match.2
    }
    return nil
  }

  private static func number(_ name: String, _ attributes: Substring) -> Double? {
    value(name, attributes).flatMap { Double($0) }
  }
}

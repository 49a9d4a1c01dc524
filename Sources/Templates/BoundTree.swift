import Diagnostics

/// A template after its directives are understood and its paths are found in its model.
struct BoundTemplate: Sendable {
  let path: String
  let model: ModelShape
  let layout: Reference?
  let root: BoundNode
  let location: SourceLocation

  /// The templates it needs, in the order written.
  let references: [Reference]

  /// Where its slot stands, if it is a layout.
  let slot: SourceLocation?

  /// Whether it starts with what a page starts with.
  var isWholePage: Bool {
    if case .element(let element) = root { element.name == "html" } else { false }
  }
}

/// A template's path where another one names it.
struct Reference: Sendable {
  let path: String
  let location: SourceLocation
}

/// One thing a template writes.
indirect enum BoundNode: Sendable {
  case text([Piece])
  case element(BoundElement)
  case loop(over: BoundPath, variable: Int, [BoundNode])
  case choice(BoundPath, [BoundNode], otherwise: [BoundNode])
  case include(Reference, with: BoundPath)

  /// Where a page's root goes in its layout.
  case slot
}

/// An element without its directives.
struct BoundElement: Sendable {
  let name: String
  let namespace: String
  let attributes: [BoundAttribute]
  let children: [BoundNode]

  /// What takes the children's place when the template is filled.
  let fragment: BoundPath?
  let location: SourceLocation
}

/// An attribute that may hold holes.
struct BoundAttribute: Sendable {
  let name: String
  let pieces: [Piece]
  let location: SourceLocation

  /// The only hole, if there is nothing else in the value.
  var soleHole: BoundPath? {
    guard pieces.count == 1, case .hole(let path) = pieces[0] else { return nil }
    return path
  }
}

/// A run of text, or a hole in it.
enum Piece: Sendable {
  case literal(String)
  case hole(BoundPath)
}

/// A path found in the model: a variable of the template, then a field at each step.
struct BoundPath: Sendable {
  /// The number of the variable in its template, 0 for the model.
  let variable: Int
  let slots: [Int]
  let kind: Kind
}

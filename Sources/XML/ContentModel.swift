/// What an element may hold, by RELAX NG, with elements and attributes as numbers.
///
/// Words of children are read with partial derivatives: what may follow after a child. That is
/// all of a validator that deciding about templates needs, and short enough to be looked through.
package indirect enum ContentModel: Hashable, Sendable {
  case empty

  /// Any text, none as well.
  case text
  case element(Int)
  case attribute(Int)
  case group([ContentModel])
  case choice([ContentModel])
  case oneOrMore(ContentModel)

  /// A child as a content model sees it.
  enum Symbol: Hashable, Sendable {
    case text
    case element(Int)
  }

  /// The models one after the other, in the simplest form.
  static func sequence(_ models: [ContentModel]) -> ContentModel {
    let parts = models.flatMap(\.factors)
    return parts.count == 1 ? parts[0] : parts.isEmpty ? .empty : .group(parts)
  }

  /// The parts that stand one after the other.
  var factors: [ContentModel] {
    switch self {
    case .empty: []
    case .group(let parts): parts.flatMap(\.factors)
    default: [self]
    }
  }

  /// Whether no child at all is enough.
  var isNullable: Bool {
    switch self {
    case .empty, .text: true
    case .element, .attribute: false
    case .group(let parts): parts.allSatisfy(\.isNullable)
    case .choice(let ways): ways.contains(where: \.isNullable)
    case .oneOrMore(let part): part.isNullable
    }
  }

  /// What may follow after a child; nothing at all if the child may not stand here.
  func after(_ symbol: Symbol) -> Set<ContentModel> {
    switch self {
    case .empty, .attribute: []
    case .text: symbol == .text ? [.text] : []
    case .element(let number): symbol == .element(number) ? [.empty] : []
    case .group(let parts): Self.after(symbol, in: parts[...])
    case .choice(let ways): ways.reduce(into: []) { $0.formUnion($1.after(symbol)) }
    case .oneOrMore(let part):
      Set(part.after(symbol).map { .sequence([$0, .choice([self, .empty])]) })
    }
  }

  private static func after(
    _ symbol: Symbol, in parts: ArraySlice<ContentModel>
  ) -> Set<ContentModel> {
    guard let first = parts.first else { return [] }
    let rest = parts.dropFirst()
    var models = Set(first.after(symbol).map { sequence([$0] + rest) })
    if first.isNullable { models.formUnion(after(symbol, in: rest)) }
    return models
  }

  /// All elements, attributes and texts in the model, as often as they occur.
  func visitLeaves(_ body: (ContentModel) -> Void) {
    switch self {
    case .empty: break
    case .text, .element, .attribute: body(self)
    case .group(let parts), .choice(let parts): for part in parts { part.visitLeaves(body) }
    case .oneOrMore(let part): part.visitLeaves(body)
    }
  }

  /// The children that may stand in any number and order; `nil` if the model asks for more.
  var anyOrder: Set<Symbol>? {
    switch self {
    case .empty: return []
    case .text: return [.text]
    case .choice(let ways):
      guard ways.count == 2, ways.contains(.empty),
        case .oneOrMore(let part)? = ways.first(where: { $0 != .empty })
      else { return nil }
      return part.singleChildren
    default: return nil
    }
  }

  private var singleChildren: Set<Symbol>? {
    switch self {
    case .text: return [.text]
    case .element(let number): return [.element(number)]
    case .choice(let ways):
      var children: Set<Symbol> = []
      for way in ways {
        guard let more = way.singleChildren else { return nil }
        children.formUnion(more)
      }
      return children
    default: return nil
    }
  }
}

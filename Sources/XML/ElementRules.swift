/// The elements of a grammar as far as templates are decided by it.
///
/// Only for grammars in which a proof is possible: plain names, plain content, every definition
/// given once. All others are left to libxml2 alone.
package struct ElementRules: Sendable {
  /// An element's name and its namespace's address.
  package struct Name: Hashable, Sendable {
    let name: String
    let namespace: String

    /// Names an element.
    package init(_ name: String, namespace: String) {
      self.name = name
      self.namespace = namespace
    }
  }

  /// What a grammar says about an attribute that may come or stay away on its own.
  package struct Attribute: Sendable {
    /// What its values have to be, or `nil` if any text will do.
    package let type: ValueType?
  }

  /// One `element` pattern of the grammar.
  struct Pattern: Sendable {
    let name: Name

    /// What stands inside, less the attributes that stand on their own.
    var content: ContentModel

    /// The attributes whose presence and value depend on nothing else in the element.
    var alone: [String: Attribute] = [:]

    /// Whether other attributes decide about each other, or about the content.
    var isEntangled = false

    /// The elements in the content, as often as they occur.
    var children: [Int] = []

    /// The children that may stand in any number and order; `nil` if the content asks for more.
    var anyOrder: (children: Set<Int>, text: Bool)?
  }

  /// Whether there was nothing in the grammar that was not understood.
  let isWhole: Bool

  /// Tells one grammar from another by what it says.
  package let fingerprint: UInt64

  let patterns: [Pattern]
  private var roots: [Int] = []

  /// The attributes that may not be any text in some element of a name.
  private var typedAttributes: [Name: Set<String>] = [:]

  init?(_ grammar: Grammar) {
    guard var reader = RuleReader(grammar), let starts = reader.starts() else { return nil }
    fingerprint = grammar.fingerprint
    roots = starts
    var patterns: [Pattern] = []
    while patterns.count < reader.elements.count {
      guard let pattern = reader.pattern(patterns.count, typed: &typedAttributes) else {
        return nil
      }
      patterns.append(pattern)
    }
    self.patterns = patterns
    isWhole = reader.unread.isEmpty
  }

  /// The number of the only pattern a root of this name can follow.
  package func root(_ name: Name) -> Int? { only(roots, name) }

  /// The number of the only pattern a child of this name can follow.
  package func child(_ name: Name, of pattern: Int) -> Int? {
    only(patterns[pattern].children, name)
  }

  private func only(_ numbers: [Int], _ name: Name) -> Int? {
    var found: Int?
    for number in numbers where patterns[number].name == name && number != found {
      if found != nil { return nil }
      found = number
    }
    return found
  }

  /// Whether a child has one place in the content, so that two or more of it in a row are alike.
  ///
  /// After the name is read, only that place can have been reached; reading it once more either
  /// leads there again, and then any number of times, or never.
  package func hasOnePlace(_ child: Int, in pattern: Int) -> Bool {
    patterns[pattern].children.count { patterns[$0].name == patterns[child].name } == 1
  }

  /// What is said about an attribute if it stands on its own.
  package func alone(_ attribute: String, of pattern: Int) -> Attribute? {
    patterns[pattern].alone[attribute]
  }

  /// Whether any text is a value for an attribute, whichever element of the name has it.
  package func isPlain(_ attribute: String, of name: Name) -> Bool {
    typedAttributes[name]?.contains(attribute) != true
  }

  /// Whether the children of an element have nothing to do with its attributes.
  package func isEntangled(_ pattern: Int) -> Bool { patterns[pattern].isEntangled }

  /// The children an element may have in any number and order; `nil` if it asks for more.
  package func anyOrder(in pattern: Int) -> (children: Set<Int>, text: Bool)? {
    patterns[pattern].isEntangled ? nil : patterns[pattern].anyOrder
  }

  /// Whether an element takes everything, in any order, that a `div` at the root takes.
  package func takesFlow(in pattern: Int) -> Bool {
    guard let here = anyOrder(in: pattern),
      let flow = root(Name("div", namespace: Markup.xhtml)).flatMap({ anyOrder(in: $0) })
    else { return false }
    return flow.children.isSubset(of: here.children) && (here.text || !flow.text)
  }

  /// Tells elements of one pattern from all others, of other grammars too.
  package func kind(of pattern: Int) -> UInt64 { Fingerprint.mix(fingerprint, UInt64(pattern)) }

  /// How far a list of children has been read.
  package enum Progress: Hashable, Sendable {
    /// Anywhere in the content of a pattern that takes its children in any order.
    case anywhere(Int)

    /// Before what one of these describes.
    case before(Set<ContentModel>)
  }

  /// The start of an element's list of children.
  package func beginning(of pattern: Int) -> Progress {
    patterns[pattern].anyOrder == nil ? .before([patterns[pattern].content]) : .anywhere(pattern)
  }

  /// Whether a list of children may end there.
  package func isComplete(_ progress: Progress) -> Bool {
    switch progress {
    case .anywhere: true
    case .before(let models): models.contains(where: \.isNullable)
    }
  }

  /// Reads one more child, a text for `nil`.
  ///
  /// - Returns: How far that leads, or `nil` if it may not stand here.
  package func reading(_ child: Int?, from progress: Progress) -> Progress? {
    switch progress {
    case .anywhere(let pattern):
      guard let free = patterns[pattern].anyOrder else { return nil }
      return child.map(free.children.contains) ?? free.text ? progress : nil
    case .before(let models):
      let symbol: ContentModel.Symbol = child.map { .element($0) } ?? .text
      let next = models.reduce(into: Set()) { $0.formUnion($1.after(symbol)) }
      return next.isEmpty ? nil : .before(next)
    }
  }
}

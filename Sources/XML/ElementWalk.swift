import CLibXML2

/// Walks the elements of libxml2's tree in document order, without a stack to overflow.
///
/// The tree must outlive the walk.
@safe struct ElementWalk {
  private let root: xmlNodePtr?
  private var current: xmlNodePtr?

  /// How many elements the current one stands in, itself counted.
  private(set) var depth = 0

  /// The current element's place in document order, from 0 for the root.
  private(set) var number = -1

  init(_ tree: xmlDocPtr) {
    unsafe root = xmlDocGetRootElement(tree)
  }

  /// The next element, or `nil` behind the last one.
  mutating func next() -> xmlNodePtr? {
    guard let from = unsafe current else {
      guard number < 0, let root = unsafe root else { return nil }
      unsafe current = root
      (depth, number) = (1, 0)
      return unsafe root
    }
    unsafe current = following(from)
    if unsafe current != nil { number += 1 }
    return unsafe current
  }

  private mutating func following(_ node: xmlNodePtr) -> xmlNodePtr? {
    if let child = unsafe Self.firstElement(node.pointee.children) {
      depth += 1
      return unsafe child
    }
    var node = unsafe node
    while unsafe node != root {
      if let sibling = unsafe Self.firstElement(node.pointee.next) { return unsafe sibling }
      guard let parent = unsafe node.pointee.parent else { return nil }
      unsafe node = parent
      depth -= 1
    }
    return nil
  }

  /// The first element of a list of siblings, from a node on.
  private static func firstElement(_ node: xmlNodePtr?) -> xmlNodePtr? {
    var node = unsafe node
    while let candidate = unsafe node {
      if unsafe candidate.pointee.type == XML_ELEMENT_NODE { return unsafe candidate }
      unsafe node = candidate.pointee.next
    }
    return nil
  }

  /// The number of the first element that stands deeper than allowed.
  static func firstElement(deeperThan limit: Int, in tree: xmlDocPtr) -> Int? {
    var walk = unsafe Self(tree)
    while unsafe walk.next() != nil {
      if walk.depth > limit { return walk.number }
    }
    return nil
  }
}

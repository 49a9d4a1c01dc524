import XML

/// Elements and their attributes, with what their structure depends on.
extension Assembler {
  mutating func emit(
    _ element: BoundElement, in around: Surroundings, _ variables: Variables
  ) {
    let (inside, unit) = surroundings(of: element, in: around)
    if let unit { add(.open(unit: unit)) }
    emitStart(of: element, in: around, inside, variables)
    // A page's own, less those of drawings in it.
    let isTitle = element.name == "title" && inside.depth == 3
    if isTitle { add(.beginValue) }
    if let fragment = element.fragment {
      emitFragment(fragment, in: inside, variables)
    } else {
      emit(element.children, in: inside, variables)
    }
    if isTitle { add(.endTitle) }
    write(element.isWrittenAsOneTag ? "/>" : "</\(element.name)>")
    if let unit { add(.close(unit: unit)) }
  }

  private mutating func emitStart(
    of element: BoundElement, in around: Surroundings, _ inside: Surroundings,
    _ variables: Variables
  ) {
    write("<\(element.name)")
    let isInPage = asFragment && element.namespace == Markup.xhtml
    if around.namespace != element.namespace, around.namespace != nil || !isInPage {
      write(" xmlns=\"\(element.namespace)\"")
    }
    for attribute in element.attributes { emit(attribute, of: element, inside, variables) }
    if element.name == "img", !element.attributes.contains(where: { $0.name == "alt" }) {
      add(.lacksAlternative)
    }
    if !element.isWrittenAsOneTag { write(">") }
  }

  private mutating func emitFragment(
    _ path: BoundPath, in inside: Surroundings, _ variables: Variables
  ) {
    var site = Program.FragmentSite(kinds: nil, scope: inside.scope)
    if let rules, let pattern = inside.pattern, let free = rules.anyOrder(in: pattern) {
      site.kinds = Set(free.children.map { rules.kind(of: $0) })
      if rules.takesFlow(in: pattern) { site.kinds?.insert(Fragment.flow(rules.fingerprint)) }
    }
    let place = place(path, variables)
    add(.fragment(place, site: Int32(program.sites.count)))
    program.sites.append(site)
  }

  // MARK: Attributes

  private mutating func emit(
    _ attribute: BoundAttribute, of element: BoundElement, _ inside: Surroundings,
    _ variables: Variables
  ) {
    let judgement = judgement(of: attribute, of: element, inside)
    if let path = attribute.soleHole {
      switch path.kind {
      case .text(isOptional: true), .link(isOptional: true):
        let place = place(path, variables)
        let bytes = store(" \(attribute.name)=\"")
        return add(.optionalAttribute(place, bytes, judgement: keep(judgement)))
      case .flag:
        let place = place(path, variables)
        let bytes = store(" \(attribute.name)=\"\(attribute.name)\"")
        return add(.flagAttribute(place, bytes, judgement.scope))
      default: break
      }
    }
    write(" \(attribute.name)=\"")
    if attribute.isFixed {
      let start = pending.count
      emit(attribute.pieces, variables)
      notes.append((judgement.role, start..<pending.count))
    } else if judgement.isVoid {
      emit(attribute.pieces, variables)
    } else {
      add(.beginValue)
      emit(attribute.pieces, variables)
      add(.endValue(judgement: keep(judgement)))
    }
    write("\"")
  }

  private mutating func emit(_ pieces: [Piece], _ variables: Variables) {
    for piece in pieces {
      switch piece {
      case .literal(let text): Markup.append(attributeValue: text, to: &pending)
      case .hole(let path):
        let place = place(path, variables)
        add(.attributeText(place))
      }
    }
  }

  private mutating func keep(_ judgement: Program.Judgement) -> Int32 {
    program.judgements.append(judgement)
    return Int32(program.judgements.count - 1)
  }

  private func judgement(
    of attribute: BoundAttribute, of element: BoundElement, _ inside: Surroundings
  ) -> Program.Judgement {
    var judgement = Program.Judgement(
      role: .init(attribute: attribute.name), type: .exact, scope: .unit(inside.unit))
    if element.name == "img", attribute.name == "alt" { judgement.role = .alternative }
    guard let rules else { return judgement }
    if rules.isPlain(attribute.name, of: element.ruleName) { judgement.type = nil }
    if let pattern = inside.pattern, let alone = rules.alone(attribute.name, of: pattern) {
      judgement.scope = .alone
      judgement.type = alone.type
    }
    return judgement
  }
}

extension BoundElement {
  /// What grammars call it.
  var ruleName: ElementRules.Name { ElementRules.Name(name, namespace: namespace) }

  fileprivate var isWrittenAsOneTag: Bool {
    fragment == nil && children.isEmpty
      && (namespace != Markup.xhtml || Markup.isVoid(name))
  }
}

extension BoundAttribute {
  /// Whether it holds no holes.
  var isFixed: Bool {
    pieces.allSatisfy { if case .literal = $0 { true } else { false } }
  }
}

extension Program.Judgement.Role {
  /// What links and anchors ask of an attribute.
  init(attribute: String) {
    switch attribute {
    case "id": self = .id
    case "href", "src": self = .link
    case "aria-labelledby", "aria-describedby": self = .reference
    default: self = .none
    }
  }
}

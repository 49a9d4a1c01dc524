import Diagnostics

/// Where the elements of a well-formed document stand, by their number in document order.
struct ElementPlaces {
  private let file: String
  private var elements: [Element] = []

  init(_ source: [UInt8], file: String) {
    self.file = file
    var reader = ElementReader(SourcePositions(source, file: file))
    reader.root()?.visit { elements.append($0) }
  }

  /// The place of an element, or of one of its attributes if it has it.
  subscript(_ number: Int, attribute attribute: String?) -> SourceLocation {
    guard elements.indices.contains(number) else { return SourceLocation(file: file) }
    let element = elements[number]
    return element.attributes.first { $0.name == attribute }?.location ?? element.location
  }
}

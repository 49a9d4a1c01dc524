public import Diagnostics
import XML

/// An address that a template writes out and from which a page would load something.
public struct LoadedAddress: Hashable, Sendable {
  /// The address, as far as no field is put into it.
  public let text: String

  /// Where it is written.
  public let location: SourceLocation

  private static let attributes: Set = ["src", "srcset", "href", "data", "poster", "action"]
  private static let running = ["javascript:", "vbscript:", "data:"]

  /// What a link to something else does not load.
  private static let loading = ["stylesheet", "icon", "preload", "modulepreload", "manifest"]

  /// The addresses of an element: those that it loads, and the places of those that run code.
  static func addresses(
    in element: Element
  ) -> (loaded: [LoadedAddress], running: [SourceLocation]) {
    var loaded: [LoadedAddress] = []
    var places: [SourceLocation] = []
    for attribute in element.attributes where attributes.contains(attribute.name) {
      // Browsers leave out blanks and line ends where they look for the scheme.
      let text = String(
        attribute.value.text.unicodeScalars.filter { $0.value > 0x20 && $0.value != 0x7F }
          .map(Character.init)
      ).lowercased()
      if running.contains(where: text.hasPrefix) { places.append(attribute.value.start) }
      guard isLoaded(attribute.name, by: element) else { continue }
      loaded.append(LoadedAddress(text: text, location: attribute.value.start))
    }
    return (loaded, places)
  }

  private static func isLoaded(_ attribute: String, by element: Element) -> Bool {
    switch element.name {
    case "a": return false
    case "link":
      let words = element["rel"]?.split(separator: " ").map { $0.lowercased() } ?? []
      return words.contains(where: loading.contains)
    default: return true
    }
  }
}
